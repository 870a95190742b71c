using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Movers;

/// <summary>A path made longer at one end by dynamics, without a Metropolis rule.</summary>
internal static class Extension
{
    /// <summary>Grows a path, or the part of one that is kept, at one end until the ensemble ends it.</summary>
    /// <param name="ensemble">What the path is to be in.</param>
    /// <param name="kept">What stays; nothing is added where the ensemble wants no more.</param>
    /// <param name="direction">Forward or backward.</param>
    /// <param name="context">The step.</param>
    /// <param name="reason">What is wrong with the path, if anything.</param>
    public static Trajectory Grow(
        PathEnsemble ensemble, Trajectory kept, PathDirection direction, MoveContext context, out RejectionReason reason)
    {
        bool forward = direction == PathDirection.Forward;
        PathGrowth growth = ensemble.Grow(direction, kept, pending: 0);
        if (!growth.IsOver && kept.Count >= context.MaximumLength)
        {
            reason = RejectionReason.MaximumLength;
            return kept;
        }

        Frame end = forward ? kept[kept.Count - 1] : kept[0];
        RandomKey key = context.Key(forward ? RandomStream.TrialForward : RandomStream.TrialBackward);
        TrialLeg leg = new(context, end, key, direction, growth, kept.Count);
        reason = leg.Grow(context);
        if (leg.Frames.Count == 0)
        {
            return kept;
        }

        Trajectory made = Trajectory.FromSegment(leg.ToSegment(context.NextPart()), reversed: !forward);
        return forward ? Trajectory.Concat(kept, made) : Trajectory.Concat(made, kept);
    }
}
