using MolShell.Compute.Devices;
using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>How the trajectories of S-shooting run, and what makes a rate of them.</summary>
public sealed record ShootingRateOptions
{
    /// <summary>
    /// Frames forward, and as many backward, from each point, at least 4: longer than a crossing takes with its recrossings, and much shorter than
    /// the life times of the states.
    /// </summary>
    public required int Length { get; init; }

    /// <summary>Frames after which the correlation function has become straight; null for half the length.</summary>
    public int? FitFrom { get; init; }

    /// <summary>Probability of the region over that of the initial state; null where it is not known, and with it the rate.</summary>
    public double? Population { get; init; }

    /// <summary>Standard error of <see cref="Population"/>.</summary>
    public double PopulationError { get; init; }

    /// <summary>Number of bootstrap samples; 0 for none.</summary>
    public int Resamples { get; init; } = 200;

    /// <summary>Decides the bootstrap samples.</summary>
    public RandomKey Key { get; init; } = RandomKey.FromSeed(0, RandomStream.Resampling);

    /// <summary>The processor whose threads make trajectories; null is one thread.</summary>
    public CpuDevice? Device { get; init; }
}
