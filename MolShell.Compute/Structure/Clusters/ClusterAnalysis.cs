using MolShell.Compute.Devices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Structure.Neighbors;

namespace MolShell.Compute.Structure.Clusters;

/// <summary>Finds the clusters of particles along links between neighbours.</summary>
public static class ClusterAnalysis
{
    // Particles of a block are linked among each other on any thread; the blocks, and so the bits of results, are the same for all numbers of threads.
    private const int BlockSize = 32768;

    /// <summary>The clusters, the largest first; of the same size, that with the first particle first.</summary>
    /// <param name="neighbors">Neighbours that may be linked; one of the two need know the other.</param>
    /// <param name="isMember">Whether each particle may be in a cluster, shape [n].</param>
    /// <param name="device">The processor and its number of threads.</param>
    /// <param name="isLinked">Whether a particle is linked to its k-th neighbour; null for all.</param>
    /// <param name="minimumSize">Smallest size of a cluster.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="ArgumentException">The number of particles is not that of the table.</exception>
    public static IReadOnlyList<ParticleCluster> Find(
        NeighborTable neighbors,
        bool[] isMember,
        CpuDevice device,
        Func<int, int, bool>? isLinked = null,
        int minimumSize = 1,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(neighbors);
        ArgumentNullException.ThrowIfNull(isMember);
        ArgumentNullException.ThrowIfNull(device);
        int n = neighbors.ParticleCount;
        if (isMember.Length != n)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are conditions of {isMember.Length} particles; expected {n}."));
        }

        ParticleUnion union = new(n, neighbors.Frame.Box.MaximumCutoff);
        int blocks = (n + BlockSize - 1) / BlockSize;
        device.For(blocks, (from, to) =>
        {
            for (int block = from; block < to; block++)
            {
                LinkAll(block, isWithin: true);
            }
        });
        for (int block = 0; block < blocks; block++)
        {
            LinkAll(block, isWithin: false);
        }

        return Collect(neighbors, isMember, union, minimumSize);

        void LinkAll(int block, bool isWithin)
        {
            cancellation.ThrowIfCancellationRequested();
            int first = block * BlockSize, end = Math.Min(first + BlockSize, n);
            for (int i = first; i < end; i++)
            {
                if (!isMember[i])
                {
                    continue;
                }

                ReadOnlySpan<int> others = neighbors.Of(i);
                for (int k = 0; k < others.Length; k++)
                {
                    int j = others[k];
                    if (j / BlockSize == block == isWithin && isMember[j] && (isLinked is null || isLinked(i, k)))
                    {
                        union.Link(i, j, neighbors.Vector(i, k));
                    }
                }
            }
        }
    }

    private static ParticleCluster[] Collect(NeighborTable neighbors, bool[] isMember, ParticleUnion union, int minimumSize)
    {
        // Particles come in ascending order, so the clusters by their first one, and each one's particles ascending.
        int n = neighbors.ParticleCount;
        int[] clusterOf = new int[n];
        Array.Fill(clusterOf, -1);
        List<(int Root, int[] Particles)> found = [];
        int[] filled = new int[n];
        for (int i = 0; i < n; i++)
        {
            int root = isMember[i] ? union.RootOf(i, out _) : -1;
            if (root < 0 || union.SizeOf(root) < minimumSize)
            {
                continue;
            }

            if (clusterOf[root] < 0)
            {
                clusterOf[root] = found.Count;
                found.Add((root, new int[union.SizeOf(root)]));
            }

            found[clusterOf[root]].Particles[filled[root]++] = i;
        }

        return [.. found.OrderByDescending(cluster => cluster.Particles.Length)
            .Select((cluster, rank) => Describe(neighbors, union, cluster.Root, cluster.Particles, rank))];
    }

    private static ParticleCluster Describe(NeighborTable neighbors, ParticleUnion union, int root, int[] particles, int rank)
    {
        Vec3 sum = Vec3.Zero;
        foreach (int i in particles)
        {
            union.RootOf(i, out Vec3 offset);
            sum += offset;
        }

        Vec3 mean = sum / particles.Length;
        double squares = 0;
        foreach (int i in particles)
        {
            union.RootOf(i, out Vec3 offset);
            squares += (offset - mean).LengthSquared();
        }

        bool isEndless = union.IsPercolating(root);
        return new ParticleCluster
        {
            Frame = neighbors.Frame,
            Rank = rank,
            Particles = particles,
            Centre = isEndless ? new Vec3(double.NaN, double.NaN, double.NaN) : neighbors.Frame.Box.Wrap(neighbors.PlaceOf(root) + mean),
            RadiusOfGyration = isEndless ? double.NaN : Math.Sqrt(squares / particles.Length),
            IsPercolating = isEndless,
        };
    }
}
