using System.Collections.Immutable;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// The replicas of two ensembles change places, each path read backward in time: a path from A to B becomes one from B to A in the
/// ensemble of B. Accepted when each reversed path is in the ensemble of the other.
/// </summary>
public sealed class StateSwapMover(PathEnsemble first, PathEnsemble second) : PathMover("StateSwap")
{
    public override ImmutableArray<PathEnsemble> Ensembles { get; } = [first, second];

    public override string Describe() => $"{Name} between {first.Name} and {second.Name}";

    internal override MoveOutcome Move(SampleSet active, MoveContext context)
    {
        PathSample a = Require(active, first);
        PathSample b = Require(active, second);
        (Trajectory fromA, Trajectory fromB) = (a.Path.Reversed(), b.Path.Reversed());
        bool accepted = second.Contains(fromA) && first.Contains(fromB);
        return MoveOutcome.Decided(
            accepted, fromB, a with { Ensemble = second, Path = fromA }, b with { Ensemble = first, Path = fromB });
    }
}
