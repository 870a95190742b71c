using System.Collections.Immutable;
using MolShell.Compute.Paths.Movers;

namespace MolShell.Compute.Paths.Strategies;

/// <summary>A minus move for each transition.</summary>
/// <param name="IsSingleReplica">For a single replica, which keeps no path in the minus ensemble.</param>
public sealed record MinusStrategy(bool IsSingleReplica = false) : MoveStrategy(MoveStrategyLevel.Mover)
{
    public override ImmutableArray<MoverWeight> Apply(PathNetwork network, ImmutableArray<MoverWeight> movers) => Replace(
        movers,
        MoveGroups.Minus,
        network.Transitions.Select(t => IsSingleReplica
            ? (PathMover)new SingleReplicaMinusMover(t.Minus, t.Ensembles[0])
            : new MinusMover(t.Minus, t.Ensembles[0])));
}
