using System.Collections.Immutable;
using MolShell.Compute.Numerics.Statistics;

namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>What the paths over one interface tell.</summary>
public sealed record InterfaceEstimate
{
    /// <summary>Name of the ensemble of paths over the interface.</summary>
    public required string Ensemble { get; init; }

    /// <summary>Value of the interface [unit of the variable].</summary>
    public required double Value { get; init; }

    /// <summary>Sum of the weights of its paths: the number of steps that its ensemble had a path.</summary>
    public required double Weight { get; init; }

    /// <summary>Probability that a path over the innermost interface reaches this one.</summary>
    public required Estimate Probability { get; init; }

    /// <summary>Probability that a path over this interface reaches the next one; null for the last.</summary>
    public Estimate? Next { get; init; }

    /// <summary>The same from the ensemble of this interface alone; null for the last.</summary>
    public Estimate? Own { get; init; }

    /// <summary>Mean length of the paths of the ensemble, both ends included [frames].</summary>
    public required Estimate MeanLength { get; init; }

    /// <summary>Probability that a path over this interface ends in each state, shape [states].</summary>
    public required ImmutableArray<Estimate> Ends { get; init; }

    public override string ToString() => FormattableString.Invariant($"P({Value:g6}) = {Probability}");
}
