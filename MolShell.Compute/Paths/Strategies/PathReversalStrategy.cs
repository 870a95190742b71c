using System.Collections.Immutable;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Paths.Movers;

namespace MolShell.Compute.Paths.Strategies;

/// <summary>Path reversal in all ensembles but minus ensembles.</summary>
public sealed record PathReversalStrategy() : MoveStrategy(MoveStrategyLevel.Mover)
{
    public override ImmutableArray<MoverWeight> Apply(PathNetwork network, ImmutableArray<MoverWeight> movers) => Replace(
        movers, MoveGroups.PathReversal, network.Ensembles.Where(e => e is not MinusEnsemble).Select(e => new PathReversalMover(e)));
}
