using System.Collections.Immutable;
using MolShell.Compute.Plots;

namespace MolShell.Compute.Paths.Analysis;

/// <summary>Which way sampled paths take, and how often sampling switches between ways.</summary>
public sealed record ChannelStatistic : IPlottable
{
    /// <summary>Name of the ensemble.</summary>
    public required string Ensemble { get; init; }

    /// <summary>Number of steps.</summary>
    public required long Steps { get; init; }

    /// <summary>
    /// What occurred: the names of the channels that a path passes, joined by " + ", or "none", shape [n].
    /// </summary>
    public required ImmutableArray<string> Channels { get; init; }

    /// <summary>Part of the steps whose path takes each, shape [n].</summary>
    public required ImmutableArray<double> Fractions { get; init; }

    /// <summary>Standard errors of the parts by blocking, shape [n].</summary>
    public required ImmutableArray<double> Errors { get; init; }

    /// <summary>Mean number of steps that sampling stays in each before it switches, shape [n].</summary>
    public required ImmutableArray<double> Residences { get; init; }

    /// <summary>Number of switches from row to column, shape [n, n].</summary>
    public required long[,] Switches { get; init; }

    /// <summary>Number of all switches.</summary>
    public long SwitchCount => Switches.Cast<long>().Sum();

    public Figure ToFigure() => new()
    {
        Title = $"Channels of {Ensemble}",
        XAxis = new Axis("channel"),
        YAxis = new Axis("part of paths") { Minimum = 0, Maximum = 1 },
        Series = [new BarSeries([.. Channels], [.. Fractions]) { Errors = [.. Errors] }],
    };
}
