using System.Collections.Immutable;

namespace MolShell.Compute.Paths;

/// <summary>A transition of a network in names and numbers; states are numbered as in <see cref="NetworkSummary.States"/>.</summary>
public sealed record TransitionSummary
{
    /// <summary>Name, such as "A -> B".</summary>
    public required string Name { get; init; }

    /// <summary>The state that paths begin in.</summary>
    public required int InitialState { get; init; }

    /// <summary>The states whose rates are asked for.</summary>
    public required ImmutableArray<int> FinalStates { get; init; }

    /// <summary>Name of the interface variable, with its unit.</summary>
    public required string Variable { get; init; }

    /// <summary>Values of the interfaces outward [unit of the variable].</summary>
    public required ImmutableArray<double> Values { get; init; }

    /// <summary>Whether values grow outward.</summary>
    public required bool IsIncreasing { get; init; }

    /// <summary>Names of the ensembles, one for each interface.</summary>
    public required ImmutableArray<string> Ensembles { get; init; }

    /// <summary>Name of the minus ensemble.</summary>
    public required string MinusEnsemble { get; init; }
}
