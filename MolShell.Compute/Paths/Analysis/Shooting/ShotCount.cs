using System.Collections.Immutable;
using System.Globalization;
using MolShell.Compute.Numerics.Statistics;

namespace MolShell.Compute.Paths.Analysis.Shooting;

/// <summary>Trials of path sampling that left a place, and the states that they came to.</summary>
public abstract record ShotCount
{
    private protected ShotCount()
    {
    }

    /// <summary>Values of the variables there, in their units.</summary>
    public required ImmutableArray<double> Values { get; init; }

    /// <summary><see cref="Values"/> in short, for tables.</summary>
    public string Place => string.Join(", ", Values.Select(v => v.ToString("g4", CultureInfo.InvariantCulture)));

    /// <summary>Trials that came to each state first, in the order of <see cref="ShootingPointStatistic.States"/>.</summary>
    public required ImmutableArray<long> Counts { get; init; }

    /// <summary>Number of trials.</summary>
    public required long Trials { get; init; }

    /// <summary>Trials that were accepted.</summary>
    public required long Accepted { get; init; }

    /// <summary>Trials that were given up before they reached a state; they do not count for the committor.</summary>
    public long Unfinished => Trials - Counts.Sum();

    /// <summary>Fraction of the trials that came to the last state; NaN where none came to any.</summary>
    public double Committor => (double)Counts[^1] / Counts.Sum();

    /// <summary>Standard deviation of the committor given the counts, see <see cref="Binomial"/>.</summary>
    public double StandardError => Binomial.StandardError(Counts[^1], Counts.Sum());

    public override string ToString() => FormattableString.Invariant($"{Committor:g4} +- {StandardError:g2} of {Trials} trials");
}
