namespace MolShell.Compute.Paths.Analysis;

/// <summary>What was sampled in one ensemble.</summary>
public sealed record EnsembleStatistic
{
    /// <summary>Name of the ensemble.</summary>
    public required string Ensemble { get; init; }

    /// <summary>Number of steps after which it had a path, each counted with the weight of the path.</summary>
    public required double Weight { get; init; }

    /// <summary>Number of times that its path changed.</summary>
    public required long Changes { get; init; }

    /// <summary>Mean path length [frames].</summary>
    public required double MeanLength { get; init; }

    /// <summary>Standard error of the mean length by blocking [frames].</summary>
    public required double MeanLengthError { get; init; }

    /// <summary>Longest path [frames].</summary>
    public required int MaximumLength { get; init; }

    /// <summary>Steps per independent path, as far as lengths show.</summary>
    public required double StatisticalInefficiency { get; init; }

    public override string ToString() => FormattableString.Invariant($"{Ensemble}: {MeanLength:g4} +- {MeanLengthError:g2} frames");
}
