using MolShell.Compute.Devices;
using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>How the trajectories of a reactive flux run, and what makes a rate of it.</summary>
public sealed record ReactiveFluxOptions
{
    /// <summary>Frames after which a trajectory that has reached no state is given up, at least 1; the curve has as many.</summary>
    public int MaximumLength { get; init; } = 1000;

    /// <summary>
    /// Probability density of the variable at the dividing surface over the probability of the side of the initial state [1/unit of the variable];
    /// null where it is not known, and with it the rate.
    /// </summary>
    public double? Density { get; init; }

    /// <summary>Standard error of <see cref="Density"/>.</summary>
    public double DensityError { get; init; }

    /// <summary>Number of bootstrap samples; 0 for none.</summary>
    public int Resamples { get; init; } = 200;

    /// <summary>Decides the bootstrap samples.</summary>
    public RandomKey Key { get; init; } = RandomKey.FromSeed(0, RandomStream.Resampling);

    /// <summary>The processor whose threads make trajectories; null is one thread.</summary>
    public CpuDevice? Device { get; init; }
}
