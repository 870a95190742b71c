using System.Collections.Immutable;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// The replicas of two ensembles change places; accepted when each path is in the ensemble of the other.
/// van Erp 2007, doi:10.1103/PhysRevLett.98.268301.
/// </summary>
public sealed class ReplicaExchangeMover(PathEnsemble first, PathEnsemble second) : PathMover("ReplicaExchange")
{
    public override ImmutableArray<PathEnsemble> Ensembles { get; } = [first, second];

    public override string Describe() => $"{Name} between {first.Name} and {second.Name}";

    internal override bool IsExchange => true;

    internal override MoveOutcome Move(SampleSet active, MoveContext context)
    {
        PathSample a = Require(active, first);
        PathSample b = Require(active, second);
        bool accepted = second.Contains(a.Path) && first.Contains(b.Path);
        return MoveOutcome.Decided(accepted, b.Path, a with { Ensemble = second }, b with { Ensemble = first });
    }
}
