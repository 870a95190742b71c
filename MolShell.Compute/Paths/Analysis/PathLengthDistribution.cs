using System.Collections.Immutable;
using MolShell.Compute.Plots;

namespace MolShell.Compute.Paths.Analysis;

/// <summary>The lengths of sampled paths, each counted with its weight after every step: as many steps as it stayed active.</summary>
public sealed record PathLengthDistribution : IPlottable
{
    private const int MostBins = 60;

    /// <summary>Whose paths these are: the name of an ensemble; empty for all.</summary>
    public string Ensemble { get; init; } = string.Empty;

    /// <summary>Lengths that occurred [frames], in growing order, shape [n].</summary>
    public required ImmutableArray<int> Lengths { get; init; }

    /// <summary>Number of steps with a path of each length, shape [n]; not whole where paths swap among ensembles.</summary>
    public required ImmutableArray<double> Counts { get; init; }

    /// <summary>Mean length [frames].</summary>
    public required double Mean { get; init; }

    /// <summary>Standard error of the mean by blocking, which takes the correlation between steps into account [frames].</summary>
    public required double StandardError { get; init; }

    /// <summary>Steps per independent path, as far as lengths show.</summary>
    public required double StatisticalInefficiency { get; init; }

    /// <summary>Shortest length [frames].</summary>
    public int Minimum => Lengths[0];

    /// <summary>Longest length [frames].</summary>
    public int Maximum => Lengths[^1];

    public override string ToString() => FormattableString.Invariant(
        $"{Mean:g5} +- {StandardError:g2} frames, {Minimum} to {Maximum}");

    public Figure ToFigure()
    {
        int width = ((Maximum - Minimum) / MostBins) + 1;
        int bins = ((Maximum - Minimum) / width) + 1;
        double[] heights = new double[bins];
        for (int i = 0; i < Lengths.Length; i++)
        {
            heights[(Lengths[i] - Minimum) / width] += Counts[i];
        }

        double total = Counts.Sum() * width;
        return new Figure
        {
            Title = Ensemble.Length == 0 ? "Path lengths" : $"Path lengths of {Ensemble}",
            XAxis = new Axis("path length", "frames"),
            YAxis = new Axis("probability", "1/frame"),
            Series = [new HistogramSeries(
                [.. Enumerable.Range(0, bins + 1).Select(i => Minimum - 0.5 + (i * (double)width))],
                [.. heights.Select(h => h / total)])],
        };
    }
}
