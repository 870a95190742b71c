using System.Runtime.InteropServices;
using MolShell.Compute.Forces.Neighbors;
using MolShell.Compute.Forces.Neighbors.Clusters;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>What a thread needs to find the tiles of one pair force, besides distances.</summary>
internal sealed class ClusterSearch
{
    private readonly Exclusions exclusions;
    private readonly int[] stamps;
    private readonly int[] found;

    // The pairs of the row under way with each cluster that are not excluded; all, but while a row with exclusions ends.
    private readonly ushort[] allowed;
    private readonly List<int> limited = [];

    public ClusterSearch(Particles particles, Neighborhood neighborhood, Exclusions exclusions, double range)
    {
        (Particles, Neighborhood, this.exclusions, Range) = (particles, neighborhood, exclusions, range);
        int clusters = neighborhood.Grid.ClusterCount;
        stamps = new int[clusters];
        found = new int[clusters + 1];
        allowed = new ushort[exclusions.IsEmpty ? 0 : clusters];
        allowed.AsSpan().Fill(ushort.MaxValue);
        Hits = new int[clusters];
    }

    public double Range { get; }

    public Particles Particles { get; }

    /// <summary>Room for the clusters that have particles near those of a row.</summary>
    public int[] Hits { get; }

    public Neighborhood Neighborhood { get; }

    public void Begin() => stamps.AsSpan().Fill(-1);

    /// <summary>The clusters near one whose pairs with it are worked off in its rows: each pair of clusters belongs to one of the two.</summary>
    public ReadOnlySpan<int> Near(int cluster) => found.AsSpan(0, Neighborhood.Grid.Find(cluster, Range, stamps, found));

    /// <summary>Ends a row with the first clusters of <see cref="Hits"/>.</summary>
    /// <param name="pairs">Where the row is under way.</param>
    /// <param name="slot">The slot of the row's first particle.</param>
    /// <param name="count">Number of clusters.</param>
    public void EndRow(ClusterPairs pairs, int slot, int count)
    {
        Span<int> near = Hits.AsSpan(0, count);
        Exclude(slot, pairs.Height);
        int plain = 0;
        uint full = (1u << (8 * pairs.Height)) - 1;
        foreach (int cluster in near)
        {
            uint mask = Mask(slot, pairs.Height, cluster, full);
            if (mask == full)
            {
                near[plain++] = cluster;
            }
            else if (mask != 0)
            {
                pairs.Add(cluster, (ushort)mask);
            }
        }

        near[..plain].CopyTo(MemoryMarshal.CreateSpan(ref pairs.Reserve(plain), plain));
        pairs.EndRow(plain);
        foreach (int cluster in limited)
        {
            allowed[cluster] = ushort.MaxValue;
        }
    }

    private void Exclude(int slot, int height)
    {
        limited.Clear();
        if (exclusions.IsEmpty)
        {
            return;
        }

        for (int i = 0; i < height && slot + i < Particles.Count; i++)
        {
            foreach (int partner in exclusions.PartnersOf(Particles.IdOf[slot + i]))
            {
                int place = Particles.SlotOf[partner];
                allowed[place >> 3] &= (ushort)~(1 << ((8 * i) + (place & 7)));
                limited.Add(place >> 3);
            }
        }
    }

    // The pairs of a row and a cluster that interact if near.
    private uint Mask(int slot, int height, int other, uint full)
    {
        uint mask = limited.Count > 0 ? allowed[other] & full : full;
        int row = slot >> 3;
        ClusterGrid grid = Neighborhood.Grid;
        bool isWide = grid.HasWide && (grid.Clusters[row].IsWide || grid.Clusters[other].IsWide);
        if (!isWide && slot + height <= Particles.Count && (8 * other) + 8 <= Particles.Count)
        {
            return row == other ? mask & Higher(slot & 7, height) : mask;
        }

        for (int lane = 0; lane < 8 * height; lane++)
        {
            int i = slot + (lane >> 3), j = (8 * other) + (lane & 7);
            bool isPair = i < Particles.Count && j < Particles.Count && (row != other || i < j) && (!isWide || IsNear(i, j));
            mask = isPair ? mask : mask & ~(1u << lane);
        }

        return mask;
    }

    // Each pair of a row with its own cluster once.
    private static uint Higher(int first, int height)
    {
        uint mask = 0;
        for (int i = 0; i < height; i++)
        {
            mask |= ((0xFEu << (first + i)) & 0xFF) << (8 * i);
        }

        return mask;
    }

    private bool IsNear(int i, int j)
    {
        Vec3 d = new(Particles.X[i] - Particles.X[j], Particles.Y[i] - Particles.Y[j], Particles.Z[i] - Particles.Z[j]);
        return Particles.Box.MinimumImage(d).LengthSquared() < Range * Range;
    }
}
