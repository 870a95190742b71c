using MolShell.Compute.Forces.Neighbors;
using MolShell.Compute.Forces.Neighbors.Clusters;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>What a thread needs to find the tiles of one pair force, besides distances.</summary>
internal sealed class ClusterSearch(Particles particles, Neighborhood neighborhood, Exclusions exclusions, double range)
{
    private readonly int[] stamps = [.. Enumerable.Repeat(-1, neighborhood.Grid.ClusterCount)];
    private readonly int[] found = new int[neighborhood.Grid.ClusterCount];
    private readonly List<(int Cluster, uint Bit)> excluded = [];

    public double Range { get; } = range;

    public Particles Particles { get; } = particles;

    public Neighborhood Neighborhood { get; } = neighborhood;

    public void Begin() => stamps.AsSpan().Fill(-1);

    /// <summary>The clusters near one whose pairs with it are worked off in its rows: each pair of clusters belongs to one of the two.</summary>
    public ReadOnlySpan<int> Near(int cluster) => found.AsSpan(0, Neighborhood.Grid.Find(cluster, Range, stamps, found));

    /// <summary>Prepares <see cref="Mask"/> for a group of four.</summary>
    public void SelectRow(int slot)
    {
        excluded.Clear();
        if (exclusions.IsEmpty)
        {
            return;
        }

        for (int i = 0; i < 4 && slot + i < Particles.Count; i++)
        {
            foreach (int partner in exclusions.PartnersOf(Particles.IdOf[slot + i]))
            {
                int place = Particles.SlotOf[partner];
                excluded.Add((place >> 3, 1u << ((8 * i) + (place & 7))));
            }
        }
    }

    /// <summary>The pairs of the group of four that begins with a slot and a cluster of eight that interact if near.</summary>
    public uint Mask(int slot, int other)
    {
        uint mask = uint.MaxValue;
        foreach ((int cluster, uint bit) in excluded)
        {
            mask = cluster == other ? mask & ~bit : mask;
        }

        int row = slot >> 3;
        ClusterGrid grid = Neighborhood.Grid;
        bool isWide = grid.HasWide && (grid.Clusters[row].IsWide || grid.Clusters[other].IsWide);
        if (row != other && !isWide && slot + 4 <= Particles.Count && (8 * other) + 8 <= Particles.Count)
        {
            return mask;
        }

        for (int lane = 0; lane < 32; lane++)
        {
            int i = slot + (lane >> 3), j = (8 * other) + (lane & 7);
            bool isPair = i < Particles.Count && j < Particles.Count && (row != other || i < j) && (!isWide || IsNear(i, j));
            mask = isPair ? mask : mask & ~(1u << lane);
        }

        return mask;
    }

    private bool IsNear(int i, int j)
    {
        Vec3 d = new(Particles.X[i] - Particles.X[j], Particles.Y[i] - Particles.Y[j], Particles.Z[i] - Particles.Z[j]);
        return Particles.Box.MinimumImage(d).LengthSquared() < Range * Range;
    }
}
