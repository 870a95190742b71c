using MolShell.Compute.Forces.Neighbors;
using MolShell.Compute.Forces.Neighbors.Clusters;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>A pair potential by tiles of clusters, for cutoffs up to half the box.</summary>
internal sealed class ClusterPairEvaluator<TPotential>(PairForce<TPotential> force, MolecularSystem system, TPotential[] table, Exclusions exclusions, double skin)
    : IForceEvaluator
    where TPotential : struct, IPairPotential<TPotential>
{
    private readonly PairParameters<TPotential> potentials = new(table, system.Topology);
    private readonly int[] types = [.. system.Topology.Types];
    private readonly double[] charges = [.. system.Topology.Charges];
    private ClusterKernel? single;
    private ClusterKernel? wide;
    private ClusterPairs[] pairs = [];
    private ClusterSearch[] searches = [];
    private Action<int>? search;
    private long version = -1;

    public double NeighborCutoff => potentials.Cutoff;

    public double Skin => skin;

    public double OrdinaryForce => potentials.Ordinary().Force;

    public bool Prepare(ForceContext context)
    {
        Neighborhood neighborhood = context.Neighborhood!;
        if (pairs.Length == 0)
        {
            pairs = [.. Enumerable.Range(0, context.Team.Size).Select(_ => new ClusterPairs())];
            searches = [.. pairs.Select(_ => new ClusterSearch(context.Particles, neighborhood, exclusions, potentials.Cutoff + neighborhood.Skin))];
            search = part => Search(context, part);
            wide = Kernel(Precision.Double);
            single = context.Precision == Precision.Mixed ? Kernel(Precision.Mixed) : null;
        }

        if (version != neighborhood.Version)
        {
            version = neighborhood.Version;
            if (single is null)
            {
                neighborhood.Widen();
            }

            context.Team.Run(search!);
        }

        return true;

        ClusterKernel Kernel(Precision precision) => ClusterKernels.Create(potentials, context, neighborhood, types, charges, precision);
    }

    void IForceEvaluator.Select(ForceContext context, ForceQuantum quantum, bool mixed)
    {
        (mixed ? single! : wide!).Prepare(quantum);
        if (!mixed)
        {
            context.Neighborhood!.Widen();
        }
    }

    public void Evaluate(ForceContext context, ForceSum sum, int part, int parts) =>
        (sum.IsMixed ? single! : wide!).Evaluate(pairs[part], sum);

    public string? FindFault(ReadOnlySpan<Vec3> positions, Box box) =>
        new ImagePairEvaluator<TPotential>(force.Name, system, table, exclusions, 0).FindFault(positions, box);

    public void Dispose()
    {
    }

    private void Search(ForceContext context, int part)
    {
        int clusters = context.Neighborhood!.Grid.ClusterCount, parts = context.Team.Size;
        pairs[part].Clear();
        int from = (int)((long)clusters * part / parts), to = (int)((long)clusters * (part + 1) / parts);
        (single ?? wide!).Search(searches[part], pairs[part], from, to);
    }
}
