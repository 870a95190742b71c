using System.Runtime.InteropServices;
using MolShell.Compute.Forces.Neighbors;
using MolShell.Compute.Forces.Neighbors.Clusters;
using MolShell.Compute.Forces.Replicas;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>
/// A pair potential by tiles of clusters, for cutoffs up to half the box; a frame whose box has become smaller is summed over images.
/// </summary>
internal sealed class ClusterPairEvaluator<TPotential>(PairForce<TPotential> force, MolecularSystem system, TPotential[] table, Exclusions exclusions, double skin)
    : IForceEvaluator
    where TPotential : struct, IPairPotential<TPotential>
{
    private readonly PairParameters<TPotential> potentials = new(table, system.Topology);
    private readonly int[] types = ImmutableCollectionsMarshal.AsArray(system.Topology.Types)!;
    private readonly double[] charges = ImmutableCollectionsMarshal.AsArray(system.Topology.Charges) ?? [];
    private ClusterKernel? single;
    private ClusterKernel? wide;
    private ClusterPairs[] pairs = [];
    private ClusterPairs[] near = [];
    private ClusterSearch[] searches = [];
    private Action<int>? search;
    private Action<int>? prune;
    private ImagePairEvaluator<TPotential>? images;
    private bool isFolded;
    private long version = -1;
    private long thinVersion = -1;

    public double NeighborCutoff => potentials.Cutoff;

    public double Skin => skin;

    long IForceEvaluator.ListBytes => pairs.Concat(near).Sum(list => list.Size);

    public double OrdinaryForce => potentials.Ordinary().Force;

    public bool Prepare(ForceContext context)
    {
        Neighborhood neighborhood = context.Neighborhood!;
        isFolded = !ClusterFrame.Fits(context.Particles.Box, potentials.Cutoff);
        if (isFolded)
        {
            images ??= new ImagePairEvaluator<TPotential>(force.Name, system, table, exclusions, skin);
            return images.Prepare(context);
        }

        if (pairs.Length == 0)
        {
            Begin(context, neighborhood);
        }

        if (version != neighborhood.Version)
        {
            version = neighborhood.Version;
            Refine(neighborhood);
            context.Team.Run(search!);
        }

        if (thinVersion != neighborhood.ThinVersion)
        {
            thinVersion = neighborhood.ThinVersion;
            Refine(neighborhood);
            context.Team.Run(prune!);
        }

        return true;
    }

    void IForceEvaluator.Select(ForceContext context, ForceQuantum quantum, bool mixed)
    {
        if (isFolded)
        {
            return;
        }

        ClusterKernel kernel = Kernel(mixed, context.Neighborhood!);
        kernel.Prepare(quantum);
        if (kernel == wide)
        {
            context.Neighborhood!.Widen();
        }
    }

    public void Evaluate(ForceContext context, ForceSum sum, int part, int parts)
    {
        if (isFolded)
        {
            images!.Evaluate(context, sum, part, parts);
        }
        else
        {
            Kernel(sum.IsMixed, context.Neighborhood!).Evaluate(near[part], sum);
        }
    }

    ReplicaTerm? IForceEvaluator.CreateReplicas(ReplicaForces forces) => PairReplicas.Create(potentials, types, charges, exclusions, forces);

    public string? FindFault(ReadOnlySpan<Vec3> positions, Box box) =>
        new ImagePairEvaluator<TPotential>(force.Name, system, table, exclusions, 0).FindFault(positions, box);

    public void Dispose()
    {
    }

    // Apart from the steps: what these functions share is allocated whenever the method begins.
    private void Begin(ForceContext context, Neighborhood neighborhood)
    {
        pairs = [.. Enumerable.Range(0, context.Team.Size).Select(_ => new ClusterPairs())];
        searches = [.. pairs.Select(_ => new ClusterSearch(context.Particles, neighborhood, exclusions, potentials.Cutoff + neighborhood.Skin))];
        near = [.. pairs.Select(_ => new ClusterPairs())];
        search = part => Search(context, part);
        prune = part => Kernel(mixed: true, neighborhood).Prune(pairs[part], near[part], potentials.Cutoff + neighborhood.ThinSkin);
        wide = Compiled(Precision.Double);
        single = context.Precision == Precision.Mixed ? Compiled(Precision.Mixed) : null;

        ClusterKernel Compiled(Precision precision) => ClusterKernels.Create(potentials, context, neighborhood, types, charges, precision);
    }

    // Distances of lists are taken with the finest places that forces need.
    private void Refine(Neighborhood neighborhood)
    {
        if (Kernel(mixed: true, neighborhood) == wide)
        {
            neighborhood.Widen();
        }
    }

    private void Search(ForceContext context, int part)
    {
        int clusters = context.Neighborhood!.Grid.ClusterCount, parts = context.Team.Size;
        int from = (int)((long)clusters * part / parts), to = (int)((long)clusters * (part + 1) / parts);
        Kernel(mixed: true, context.Neighborhood!).Search(searches[part], pairs[part], from, to);
    }

    private ClusterKernel Kernel(bool mixed, Neighborhood neighborhood) => mixed && neighborhood.IsFine ? single ?? wide! : wide!;
}
