using MolShell.Compute.Plots;

namespace MolShell.Compute.Paths.Analysis;

/// <summary>What was sampled in one ensemble. Its figure shows the path lengths.</summary>
public sealed record EnsembleStatistic : IPlottable
{
    /// <summary>Name of the ensemble.</summary>
    public required string Ensemble { get; init; }

    /// <summary>Number of steps after which it had a path, each counted with the weight of the path.</summary>
    public required double Weight { get; init; }

    /// <summary>Number of times that its path changed.</summary>
    public required long Changes { get; init; }

    /// <summary>Lengths of its paths.</summary>
    public required PathLengthDistribution Lengths { get; init; }

    /// <summary>How fast its path changes into one without a common frame, by moves of all kinds: exchanges count.</summary>
    public required Decorrelation Decorrelation { get; init; }

    /// <summary>Mean path length [frames].</summary>
    public double MeanLength => Lengths.Mean;

    /// <summary>Standard error of the mean length by blocking [frames].</summary>
    public double MeanLengthError => Lengths.StandardError;

    /// <summary>Longest path [frames].</summary>
    public int MaximumLength => Lengths.Maximum;

    /// <summary>Steps per independent path, as far as lengths show.</summary>
    public double StatisticalInefficiency => Lengths.StatisticalInefficiency;

    public override string ToString() => FormattableString.Invariant($"{Ensemble}: {MeanLength:g4} +- {MeanLengthError:g2} frames");

    public Figure ToFigure() => Lengths.ToFigure();
}
