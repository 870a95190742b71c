using System.Collections.Immutable;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Paths.Movers;

namespace MolShell.Compute.Paths.Strategies;

/// <summary>Exchange of reversed paths between the outermost ensembles of each two transitions from different states.</summary>
public sealed record StateSwapStrategy() : MoveStrategy(MoveStrategyLevel.Signature)
{
    public override ImmutableArray<MoverWeight> Apply(PathNetwork network, ImmutableArray<MoverWeight> movers) => Replace(
        movers, MoveGroups.StateSwap, Pairs(network).Select(p => new StateSwapMover(p.First, p.Second)));

    private static IEnumerable<(InterfaceEnsemble First, InterfaceEnsemble Second)> Pairs(PathNetwork network)
    {
        for (int i = 0; i < network.Transitions.Length; i++)
        {
            for (int j = i + 1; j < network.Transitions.Length; j++)
            {
                (PathTransition a, PathTransition b) = (network.Transitions[i], network.Transitions[j]);
                if (a.Initial != b.Initial)
                {
                    yield return (a.Ensembles[^1], b.Ensembles[^1]);
                }
            }
        }
    }
}
