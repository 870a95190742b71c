using System.Collections.Immutable;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths.Ensembles;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// The minus move: the first or the last excursion of the path around a state, either as often, becomes the path of the innermost interface,
/// whose own path becomes the end of a new path around the state that dynamics extends forward or backward, either as often. It is
/// accepted where the innermost path comes back to its state, and its extension too. Swenson, Bolhuis 2014, doi:10.1063/1.4890037.
/// </summary>
public sealed class MinusMover(MinusEnsemble minus, InterfaceEnsemble innermost) : PathMover("Minus")
{
    public override ImmutableArray<PathEnsemble> Ensembles { get; } = [minus, innermost];

    public override string Describe() => $"{Name} between {minus.Name} and {innermost.Name}";

    internal override MoveOutcome Move(SampleSet active, MoveContext context)
    {
        PathSample around = Require(active, minus);
        PathSample inner = Require(active, innermost);
        ulong bits = new RandomSource(context.Key(RandomStream.Mover)).NextUInt64();
        ImmutableArray<Trajectory> excursions = minus.SplitExcursions(around.Path);
        Trajectory excursion = (bits & 1) == 0 ? excursions[0] : excursions[^1];
        PathDirection direction = (bits & 2) == 0 ? PathDirection.Forward : PathDirection.Backward;
        Trajectory trial = Extension.Grow(minus, inner.Path, direction, context, out RejectionReason reason);
        if (reason == RejectionReason.None && !innermost.Contains(excursion))
        {
            reason = RejectionReason.NotInEnsemble;
        }

        return MoveOutcome.Decided(
            reason == RejectionReason.None,
            trial,
            around with { Ensemble = innermost, Path = excursion },
            inner with { Ensemble = minus, Path = trial }) with
        {
            Reason = reason,
            Direction = direction,
        };
    }
}
