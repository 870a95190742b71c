using MolShell.Compute.Dynamics.Replicas;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Paths.Selectors;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// Frames that grow from a shooting point, forward or backward in time, until the ensemble or the Metropolis rule ends it. An engine grows
/// one alone, or many together with <see cref="ISimulationEngine.RunMany"/>; the frames are the same.
/// </summary>
internal sealed class TrialLeg : IReplica
{
    private readonly ShootingSelector selector;
    private readonly MetropolisBound bound;
    private readonly PathGrowth growth;
    private readonly bool isBackward;
    private readonly bool rejectsEarly;
    private readonly int most;
    private readonly long step;

    /// <param name="context">The step of path sampling that the leg is for.</param>
    /// <param name="selector">Gives the weights of frames.</param>
    /// <param name="bound">The Metropolis rule.</param>
    /// <param name="point">The shooting point as it is in the path.</param>
    /// <param name="key">Noise of the dynamics.</param>
    /// <param name="direction">Forward, or backward from the point with negated velocities.</param>
    /// <param name="growth">Says where the leg ends.</param>
    /// <param name="settled">Number of frames that the path has at least besides this leg.</param>
    public TrialLeg(
        MoveContext context,
        ShootingSelector selector,
        MetropolisBound bound,
        Frame point,
        RandomKey key,
        PathDirection direction,
        PathGrowth growth,
        int settled)
    {
        (this.selector, this.bound, this.growth, Key) = (selector, bound, growth, key);
        isBackward = direction == PathDirection.Backward;
        (rejectsEarly, most, step) = (context.EarlyRejection, context.MaximumLength - settled, context.Step);
        Start = isBackward ? point.Reversed() : point;
    }

    /// <summary>A leg that no Metropolis rule ends: one of a move that is decided otherwise.</summary>
    public TrialLeg(MoveContext context, Frame point, RandomKey key, PathDirection direction, PathGrowth growth, int settled)
        : this(context, ShootingSelector.Uniform, new MetropolisBound(0, 1, 0), point, key, direction, growth, settled)
    {
    }

    public Frame Start { get; }

    public RandomKey Key { get; }

    /// <summary>Frames as the dynamics gave them, without the shooting point.</summary>
    public List<Frame> Frames { get; } = [];

    /// <summary>What is wrong with the leg once it has ended, if anything.</summary>
    public RejectionReason Reason { get; private set; }

    /// <summary>Grows the leg alone and says what is wrong with it, if anything.</summary>
    public RejectionReason Grow(MoveContext context)
    {
        using IEngineRun run = context.Engine.Begin(Start, Key);
        try
        {
            while (GoesOn())
            {
                Take(run.Next(context.Cancellation));
            }
        }
        catch (FrameLimitException limit) when (limit.Action == FrameLimitAction.Stop)
        {
            Reason = RejectionReason.MaximumLength;
        }

        return Reason;
    }

    public bool Add(ReplicaPoint point)
    {
        if (point.Step > 0)
        {
            Take(point.ToFrame());
        }

        return GoesOn();
    }

    public MemorySegment ToSegment(int part, Frame? first = null) =>
        new(new SegmentId(step, part), 0, first is null ? [.. Frames] : [first, .. Frames]);

    private void Take(Frame frame)
    {
        Frames.Add(frame);
        growth.Add(frame);
    }

    private bool GoesOn()
    {
        if (growth.IsOver)
        {
            Reason = growth.Succeeded ? RejectionReason.None : RejectionReason.NotInEnsemble;
            return false;
        }

        if (Frames.Count > 0)
        {
            bound.Add(selector.Weight(Frames[^1], isBackward));
        }

        Reason = rejectsEarly && bound.Fails ? RejectionReason.Metropolis
            : Frames.Count >= most ? RejectionReason.MaximumLength
            : RejectionReason.None;
        return Reason == RejectionReason.None;
    }
}
