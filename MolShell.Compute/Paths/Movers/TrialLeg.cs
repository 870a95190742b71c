using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Paths.Selectors;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// Frames that grow from a shooting point, forward or backward in time, until the ensemble or the Metropolis rule ends it.
/// </summary>
internal sealed class TrialLeg(MoveContext context, ShootingSelector selector, MetropolisBound bound)
{
    /// <summary>Frames as the dynamics gave them, without the shooting point.</summary>
    public List<Frame> Frames { get; } = [];

    /// <summary>Grows the leg and says what is wrong with it, if anything.</summary>
    /// <param name="point">The shooting point as it is in the path.</param>
    /// <param name="key">Noise of the dynamics.</param>
    /// <param name="direction">Forward, or backward from the point with negated velocities.</param>
    /// <param name="growth">Says where the leg ends.</param>
    /// <param name="settled">Number of frames that the path has at least besides this leg.</param>
    public RejectionReason Grow(Frame point, RandomKey key, PathDirection direction, PathGrowth growth, int settled)
    {
        bool backward = direction == PathDirection.Backward;
        using IEngineRun run = context.Engine.Begin(backward ? point.Reversed() : point, key);
        while (!growth.IsOver)
        {
            if (Frames.Count > 0)
            {
                bound.Add(selector.Weight(Frames[^1], backward));
            }

            if (context.EarlyRejection && bound.Fails)
            {
                return RejectionReason.Metropolis;
            }

            if (settled + Frames.Count >= context.MaximumLength)
            {
                return RejectionReason.MaximumLength;
            }

            Frame frame = run.Next(context.Cancellation);
            Frames.Add(frame);
            growth.Add(frame);
        }

        return growth.Succeeded ? RejectionReason.None : RejectionReason.NotInEnsemble;
    }

    public MemorySegment ToSegment(int part, Frame? first = null) =>
        new(new SegmentId(context.Step, part), 0, first is null ? [.. Frames] : [first, .. Frames]);
}
