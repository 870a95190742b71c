using System.Collections.Immutable;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Paths.Movers;
using MolShell.Compute.Paths.Selectors;

namespace MolShell.Compute.Paths.Strategies;

/// <summary>
/// One-way shooting in all ensembles but minus ensembles, beside shooting of another kind. Interface-constrained shots keep the way to the interface,
/// and path reversal renews it only where paths come back; backward one-way shots renew it everywhere.
/// </summary>
public sealed record OneWayShootingStrategy() : MoveStrategy(MoveStrategyLevel.Mover)
{
    public override ImmutableArray<MoverWeight> Apply(PathNetwork network, ImmutableArray<MoverWeight> movers) => Replace(
        movers,
        MoveGroups.OneWayShooting,
        network.Ensembles.Where(e => e is not MinusEnsemble).Select(e => new OneWayShootingMover(e, ShootingSelector.Uniform)));
}
