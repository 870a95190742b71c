using System.Collections.Immutable;
using MolShell.Compute.Numerics.Statistics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Analysis;

/// <summary>The committor of a frame: where trials that leave it with random velocities come to first.</summary>
public sealed record CommittorEstimate
{
    /// <summary>The frame that the trials left.</summary>
    public required Frame Frame { get; init; }

    /// <summary>Names of the states; <see cref="Value"/> is that of the last.</summary>
    public required ImmutableArray<string> States { get; init; }

    /// <summary>Trials that came to each state first.</summary>
    public required ImmutableArray<int> Counts { get; init; }

    /// <summary>Number of trials.</summary>
    public required int Trials { get; init; }

    /// <summary>Trials given up before they reached a state; they do not count for <see cref="Value"/>.</summary>
    public int Unfinished => Trials - Counts.Sum();

    /// <summary>Fraction of the trials that came to the last state first; not a number where none came to any state.</summary>
    public double Value => (double)Counts[^1] / Counts.Sum();

    /// <summary>
    /// Standard deviation of the committor given the counts, see <see cref="Binomial"/>. It is not 0 where all trials end alike.
    /// </summary>
    public double StandardError => Binomial.StandardError(Counts[^1], Counts.Sum());
}
