using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Paths.Movers;

/// <summary>What a mover gets for one step. All its random numbers follow from the seed and the number of the step.</summary>
internal sealed class MoveContext
{
    private readonly MoveContext? outer;
    private readonly ulong place;
    private readonly ulong seed;
    private int parts;

    public MoveContext(
        ISimulationEngine engine, MoveScheme scheme, ulong seed, long step, PathSamplingOptions options, CancellationToken cancellation)
    {
        (Engine, Scheme, this.seed, Step, Cancellation) = (engine, scheme, seed, step, cancellation);
        MaximumLength = options.MaximumLength;
        EarlyRejection = options.EarlyRejection;
    }

    private MoveContext(MoveContext outer, ulong place)
    {
        (this.outer, this.place) = (outer, place);
        (Engine, Scheme, Step, Cancellation) = (outer.Engine, outer.Scheme, outer.Step, outer.Cancellation);
        MaximumLength = outer.MaximumLength;
        EarlyRejection = outer.EarlyRejection;
    }

    private MoveContext(ulong seed, MoveContext first)
    {
        (Engine, Scheme, this.seed, Step, Cancellation) = (first.Engine, first.Scheme, seed, first.Step, first.Cancellation);
        MaximumLength = first.MaximumLength;
        EarlyRejection = first.EarlyRejection;
    }

    public ISimulationEngine Engine { get; }

    /// <summary>The scheme that the mover is of.</summary>
    public MoveScheme Scheme { get; }

    public long Step { get; }

    public int MaximumLength { get; }

    public bool EarlyRejection { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The key of one use in this step.</summary>
    public RandomKey Key(RandomStream stream) =>
        outer is null ? RandomKey.FromSeed(seed, stream).Derive((ulong)Step) : outer.Key(stream).Derive(place);

    /// <summary>The context of the same step when it is tried another time, with other random numbers.</summary>
    public MoveContext Again(int attempt) => new(new RandomKey(seed).Derive((ulong)attempt).Value, this);

    /// <summary>The context of one of the moves that a move is made of, with random numbers of its own.</summary>
    public MoveContext Inner(int index) => new(this, (ulong)index);

    /// <summary>The number of the next run of frames that the step makes.</summary>
    /// <exception cref="PathSamplingException">The step makes more runs of frames than a step can.</exception>
    public int NextPart()
    {
        if (outer is not null)
        {
            return outer.NextPart();
        }

        return parts < SegmentId.MaximumParts
            ? parts++
            : throw new PathSamplingException(
                $"A step makes at most {SegmentId.MaximumParts} runs of frames: split the sequence of moves into several movers.");
    }
}
