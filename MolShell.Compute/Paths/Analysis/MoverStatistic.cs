using MolShell.Compute.Numerics.Statistics;

namespace MolShell.Compute.Paths.Analysis;

/// <summary>How often the trials of a mover were accepted.</summary>
public sealed record MoverStatistic
{
    /// <summary>Name of the mover.</summary>
    public required string Mover { get; init; }

    /// <summary>Name of the ensemble that was moved.</summary>
    public required string Ensemble { get; init; }

    public required long Trials { get; init; }

    public required long Accepted { get; init; }

    /// <summary>Accepted trials over all trials.</summary>
    public double Acceptance => (double)Accepted / Trials;

    /// <summary>Standard error of the acceptance from the counts, see <see cref="Binomial"/>; correlation between trials is left out.</summary>
    public double AcceptanceError => Binomial.StandardError(Accepted, Trials);

    /// <summary>Mean length of all trials [frames]; those given up early count as far as they were made.</summary>
    public required double MeanTrialLength { get; init; }

    /// <summary>Trials that ended in the wrong state.</summary>
    public required long NotInEnsemble { get; init; }

    /// <summary>Trials that the Metropolis rule rejected.</summary>
    public required long Metropolis { get; init; }

    /// <summary>Trials that reached the maximum length.</summary>
    public required long MaximumLength { get; init; }

    public override string ToString() => FormattableString.Invariant($"{Mover} {Accepted}/{Trials}");
}
