using System.Collections.Immutable;
using MolShell.Compute.Paths.Movers;

namespace MolShell.Compute.Paths.Strategies;

/// <summary>Exchange of replicas between the ensembles of each transition, and between its outermost one and the outer ensembles.</summary>
public sealed record ReplicaExchangeStrategy(ReplicaExchangeKind Partners = ReplicaExchangeKind.Neighbour)
    : MoveStrategy(MoveStrategyLevel.Signature)
{
    public override ImmutableArray<MoverWeight> Apply(PathNetwork network, ImmutableArray<MoverWeight> movers) => Replace(
        movers, MoveGroups.ReplicaExchange, Pairs(network, Partners).Select(p => new ReplicaExchangeMover(p.First, p.Second)));

    internal static IEnumerable<(PathEnsemble First, PathEnsemble Second)> Pairs(PathNetwork network, ReplicaExchangeKind partners)
    {
        if (partners == ReplicaExchangeKind.None)
        {
            yield break;
        }

        foreach (PathTransition transition in network.Transitions)
        {
            for (int i = 0; i < transition.Ensembles.Length; i++)
            {
                int last = partners == ReplicaExchangeKind.All ? transition.Ensembles.Length - 1 : Math.Min(i + 1, transition.Ensembles.Length - 1);
                for (int j = i + 1; j <= last; j++)
                {
                    yield return (transition.Ensembles[i], transition.Ensembles[j]);
                }
            }

            // Of several sets of interfaces around one state the first has part in the outer ensemble.
            foreach (Ensembles.InterfaceEnsemble outer in network.OuterEnsembles.Where(o => o.Origins.Any(p => p.Interfaces == transition.Interfaces)))
            {
                yield return (transition.Ensembles[^1], outer);
            }
        }
    }
}
