using System.Collections.Immutable;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// Dynamics makes the path of an ensemble longer, forward or backward, until it is in another one. A part of moves: alone it only leads
/// from one ensemble to the other, so it belongs into a <see cref="SequenceMover"/> that leads back.
/// </summary>
public sealed class ExtensionMover : PathMover
{
    private readonly PathEnsemble from;
    private readonly PathEnsemble target;
    private readonly PathDirection direction;

    /// <param name="from">The ensemble of the path.</param>
    /// <param name="target">The ensemble of the longer path.</param>
    /// <param name="direction">Forward or backward.</param>
    public ExtensionMover(PathEnsemble from, PathEnsemble target, PathDirection direction)
        : base(direction == PathDirection.Forward ? "ForwardExtension" : "BackwardExtension")
    {
        if (direction == PathDirection.Both)
        {
            throw new ArgumentException("An extension goes forward or backward.", nameof(direction));
        }

        (this.from, this.target, this.direction) = (from, target, direction);
        Ensembles = [from, target];
    }

    public override ImmutableArray<PathEnsemble> Ensembles { get; }

    public override string Describe() => $"{Name} from {from.Name} to {target.Name}";

    internal override bool IsBalanced => false;

    internal override bool IsPossible(SampleSet active) => active.Find(from) is not null && active.Find(target) is null;

    internal override MoveOutcome Move(SampleSet active, MoveContext context)
    {
        PathSample sample = Require(active, from);
        Trajectory trial = Extension.Grow(target, sample.Path, direction, context, out RejectionReason reason);
        return MoveOutcome.Decided(reason == RejectionReason.None, trial, sample with { Ensemble = target, Path = trial }) with
        {
            Reason = reason,
            Direction = direction,
        };
    }
}
