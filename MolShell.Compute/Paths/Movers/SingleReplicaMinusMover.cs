using System.Collections.Immutable;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths.Ensembles;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// The minus move of a single replica: dynamics extends the path of the innermost interface forward or backward, either as often, to a path
/// around the state, of which the excursion at the new end becomes the path. The trial in the record is the whole path around the state.
/// </summary>
public sealed class SingleReplicaMinusMover(MinusEnsemble minus, InterfaceEnsemble innermost) : PathMover("Minus")
{
    public override ImmutableArray<PathEnsemble> Ensembles { get; } = [innermost];

    public override string Describe() => $"{Name} of one replica in {innermost.Name} by {minus.Name}";

    internal override MoveOutcome Move(SampleSet active, MoveContext context)
    {
        PathSample sample = Require(active, innermost);
        bool forward = (new RandomSource(context.Key(RandomStream.Mover)).NextUInt64() & 1) == 0;
        PathDirection direction = forward ? PathDirection.Forward : PathDirection.Backward;
        Trajectory trial = Extension.Grow(minus, sample.Path, direction, context, out RejectionReason reason);
        bool accepted = reason == RejectionReason.None;
        ImmutableArray<Trajectory> excursions = accepted ? minus.SplitExcursions(trial) : [];
        return MoveOutcome.Decided(
            accepted, trial, accepted ? [sample with { Path = forward ? excursions[^1] : excursions[0] }] : []) with
        {
            Reason = reason,
            Direction = direction,
        };
    }
}
