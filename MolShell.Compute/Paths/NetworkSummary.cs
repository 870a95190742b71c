using System.Collections.Immutable;

namespace MolShell.Compute.Paths;

/// <summary>A network in names and numbers: what run files keep of it, and what the analysis of their records needs.</summary>
public sealed record NetworkSummary
{
    /// <summary>What is sampled.</summary>
    public required PathNetworkKind Kind { get; init; }

    /// <summary>Names of all states; records number states by their place here.</summary>
    public required ImmutableArray<string> States { get; init; }

    /// <summary>Names of all ensembles.</summary>
    public required ImmutableArray<string> Ensembles { get; init; }

    /// <summary>Transitions with interfaces; empty for transition path sampling without.</summary>
    public ImmutableArray<TransitionSummary> Transitions { get; init; } = [];

    /// <summary>Names of ensembles that hold paths from any state over its outermost interface.</summary>
    public ImmutableArray<string> OuterEnsembles { get; init; } = [];
}
