using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Paths.Movers;

/// <summary>What a mover gets for one step. All its random numbers follow from the seed and the number of the step.</summary>
internal sealed class MoveContext(
    ISimulationEngine engine, MoveScheme scheme, ulong seed, long step, PathSamplingOptions options, CancellationToken cancellation)
{
    public ISimulationEngine Engine => engine;

    /// <summary>The scheme that the mover is of.</summary>
    public MoveScheme Scheme => scheme;

    public long Step => step;

    public int MaximumLength => options.MaximumLength;

    public bool EarlyRejection => options.EarlyRejection;

    public CancellationToken Cancellation => cancellation;

    /// <summary>The key of one use in this step.</summary>
    public RandomKey Key(RandomStream stream) => RandomKey.FromSeed(seed, stream).Derive((ulong)step);
}
