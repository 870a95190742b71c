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

    internal MinusEnsemble Around => minus;

    internal InterfaceEnsemble Innermost => innermost;

    internal override MoveOutcome Move(SampleSet active, MoveContext context)
    {
        PathSample inner = Require(active, innermost);
        return Decide(Require(active, minus), inner, Grow(inner, context), context);
    }

    /// <summary>The end of the path around the state at which the excursion is taken: forward is the last one.</summary>
    internal static PathDirection TakesEnd(MoveContext context) => (Bits(context) & 1) == 0 ? PathDirection.Backward : PathDirection.Forward;

    /// <summary>The end of the innermost path that is extended.</summary>
    internal static PathDirection Grows(MoveContext context) => (Bits(context) & 2) == 0 ? PathDirection.Forward : PathDirection.Backward;

    /// <summary>What the innermost interface gets if the move is accepted; the dynamics has no part in it.</summary>
    internal PathSample Excursion(PathSample around, MoveContext context)
    {
        ImmutableArray<Trajectory> excursions = minus.SplitExcursions(around.Path);
        return around with
        {
            Ensemble = innermost,
            Path = TakesEnd(context) == PathDirection.Backward ? excursions[0] : excursions[^1],
        };
    }

    /// <summary>The extension of the innermost path; the path around the state has no part in it.</summary>
    internal PathTrial Grow(PathSample inner, MoveContext context) =>
        new(Extension.Grow(minus, inner.Path, Grows(context), context, out RejectionReason reason), reason);

    /// <summary>What comes of both parts.</summary>
    internal MoveOutcome Decide(PathSample around, PathSample inner, PathTrial trial, MoveContext context)
    {
        PathSample excursion = Excursion(around, context);
        RejectionReason reason = trial.Reason == RejectionReason.None && !innermost.Contains(excursion.Path)
            ? RejectionReason.NotInEnsemble
            : trial.Reason;
        return MoveOutcome.Decided(
            reason == RejectionReason.None, trial.Path, excursion, inner with { Ensemble = minus, Path = trial.Path }) with
        {
            Reason = reason,
            Direction = Grows(context),
        };
    }

    private static ulong Bits(MoveContext context) => new RandomSource(context.Key(RandomStream.Mover)).NextUInt64();
}
