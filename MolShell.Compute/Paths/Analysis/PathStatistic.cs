using System.Collections.Immutable;
using MolShell.Compute.Plots;

namespace MolShell.Compute.Paths.Analysis;

/// <summary>Summary of a run: acceptance of the movers, path lengths, and how fast paths forget their past.</summary>
public sealed record PathStatistic : IPlottable
{
    /// <summary>Number of steps.</summary>
    public required long Steps { get; init; }

    /// <summary>Acceptance by mover and ensemble, in the order of their names and of the network.</summary>
    public required ImmutableArray<MoverStatistic> Movers { get; init; }

    /// <summary>Lengths of the active paths.</summary>
    public required PathLengthDistribution Lengths { get; init; }

    /// <summary>What was sampled in each ensemble, in the order of the network.</summary>
    public ImmutableArray<EnsembleStatistic> Ensembles { get; init; } = [];

    /// <summary>What became of each replica, in the order of their numbers.</summary>
    public ImmutableArray<ReplicaStatistic> Replicas { get; init; } = [];

    /// <summary>How replicas pass between ensembles.</summary>
    public required ReplicaFlow Flow { get; init; }

    /// <summary>
    /// Number of times that the path of a step had no frame left in common with the one it was compared with in its ensemble, which it then
    /// took the place of; <see cref="Ensembles"/> and <see cref="Replicas"/> have the count of each.
    /// </summary>
    public required long DecorrelatedPaths { get; init; }

    /// <summary>Number of the first step whose path had no frame of the first path seen; null where there was none.</summary>
    public required long? FirstDecorrelatedStep { get; init; }

    /// <summary>Mean number of steps from one decorrelated path to the next; null where there was none.</summary>
    public required double? StepsPerDecorrelatedPath { get; init; }

    /// <summary>Accepted steps over all steps.</summary>
    public double Acceptance => (double)Movers.Sum(m => m.Accepted) / Steps;

    /// <summary>Mean length of the active path [frames].</summary>
    public double MeanPathLength => Lengths.Mean;

    public Figure ToFigure() => new()
    {
        Title = "Acceptance of path moves",
        XAxis = new Axis("mover"),
        YAxis = new Axis("acceptance") { Minimum = 0, Maximum = 1 },
        Series =
        [
            new BarSeries([.. Movers.Select(Label)], [.. Movers.Select(m => m.Acceptance)])
            {
                Errors = [.. Movers.Select(m => m.AcceptanceError)],
            },
        ],
    };

    private string Label(MoverStatistic mover) =>
        Movers.Count(m => m.Mover == mover.Mover) > 1 ? $"{mover.Mover}, {mover.Ensemble}" : mover.Mover;
}
