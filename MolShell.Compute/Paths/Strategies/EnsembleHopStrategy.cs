using System.Collections.Immutable;
using MolShell.Compute.Paths.Movers;

namespace MolShell.Compute.Paths.Strategies;

/// <summary>Hops of a single replica between neighbouring ensembles, in place of replica exchange.</summary>
/// <param name="Bias">
/// Bias for the ensembles of a transition from the innermost outward, and at the end for the outer ensemble, which without that takes the
/// last one. Empty for 1 everywhere.
/// </param>
public sealed record EnsembleHopStrategy(ImmutableArray<double> Bias) : MoveStrategy(MoveStrategyLevel.Signature)
{
    public override ImmutableArray<MoverWeight> Apply(PathNetwork network, ImmutableArray<MoverWeight> movers)
    {
        Dictionary<PathEnsemble, double> bias = [];
        foreach (PathTransition transition in network.Transitions)
        {
            int extra = Bias.Length - transition.Ensembles.Length;
            if (!Bias.IsEmpty && (extra < 0 || extra > Math.Min(1, network.OuterEnsembles.Length)))
            {
                throw new ArgumentException(
                    $"There are {Bias.Length} biases for the {transition.Ensembles.Length} ensembles of {transition.Name}; expected one for each, "
                    + "and at most one more for the outer ensemble.");
            }

            for (int i = 0; i < transition.Ensembles.Length; i++)
            {
                bias[transition.Ensembles[i]] = Bias.IsEmpty ? 1 : Bias[i];
            }
        }

        foreach (PathEnsemble outer in network.OuterEnsembles)
        {
            bias[outer] = Bias.IsEmpty ? 1 : Bias[^1];
        }

        movers = Replace(movers, MoveGroups.ReplicaExchange, []);
        return Replace(
            movers,
            MoveGroups.EnsembleHop,
            ReplicaExchangeStrategy.Pairs(network, ReplicaExchangeKind.Neighbour)
                .Select(p => new EnsembleHopMover(p.First, p.Second, bias[p.First], bias[p.Second])));
    }
}
