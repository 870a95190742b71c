using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>How rates and their errors are found.</summary>
public sealed record RateOptions
{
    public CrossingEstimator Estimator { get; init; } = CrossingEstimator.Pooled;

    /// <summary>
    /// Part of its paths that an inner ensemble must have beyond an interface to count there with <see cref="CrossingEstimator.Pooled"/>, from
    /// 0 to 1. It leaves out tails of few and strongly correlated paths, at the price of a small bias.
    /// </summary>
    public double Cutoff
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, "The cutoff is a part of the paths of an ensemble; expected 0 to 1.");
    }

    /// <summary>Number of bootstrap samples; 0 for none.</summary>
    public int Resamples
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected 0 bootstrap samples or more.");
    } = 200;

    /// <summary>Decides the bootstrap samples.</summary>
    public RandomKey Key { get; init; } = RandomKey.FromSeed(0, RandomStream.Resampling);

    /// <summary>
    /// Fluxes through the innermost interface of each transition, in their order, or one for all; they come before those of minus paths.
    /// </summary>
    public IReadOnlyList<InterfaceFlux> Fluxes { get; init; } = [];
}
