using System.Runtime.CompilerServices;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>
/// The tiles that one thread works off: for each group of four particles the clusters of eight with particles in range. Tiles of which
/// only some pairs interact come first and have a mask, in which bit 8 i + j is the pair of particle i of four and j of eight.
/// </summary>
internal sealed class ClusterPairs
{
    private readonly List<int> plain = [];
    private int[] clusters = new int[64];
    private uint[] masks = new uint[64];
    private Row[] rows = [];
    private int rowCount;
    private int count;

    /// <summary>The groups of four, and where their tiles stand.</summary>
    public ReadOnlySpan<Row> Rows => rows.AsSpan(0, rowCount);

    /// <summary>The cluster of eight of each tile.</summary>
    public ReadOnlySpan<int> Clusters => clusters.AsSpan(0, count);

    /// <summary>The pairs of each tile that interact.</summary>
    public ReadOnlySpan<uint> Masks => masks.AsSpan(0, count);

    public void Clear() => rowCount = count = 0;

    /// <summary>Adds a tile to the row under way.</summary>
    public void Add(int cluster, uint mask)
    {
        if (mask == uint.MaxValue)
        {
            plain.Add(cluster);
        }
        else if (mask != 0)
        {
            Keep(cluster, mask);
        }
    }

    /// <summary>Ends the row of the group of four that begins with a slot.</summary>
    public void EndRow(int slot)
    {
        int masked = count;
        foreach (int cluster in plain)
        {
            Keep(cluster, uint.MaxValue);
        }

        plain.Clear();
        EndRow(slot, masked);
    }

    /// <summary>Takes over a tile of a row of another list; those with a mask stand first there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Keep(int cluster, uint mask)
    {
        if (count == clusters.Length)
        {
            Grow();
        }

        clusters[count] = cluster;
        masks[count++] = mask;
    }

    /// <summary>Number of tiles.</summary>
    public int Count => count;

    /// <summary>Ends a row whose first tile without a mask is known.</summary>
    public void EndRow(int slot, int masked)
    {
        int start = rowCount == 0 ? 0 : rows[rowCount - 1].End;
        if (count == start)
        {
            return;
        }

        if (rowCount == rows.Length)
        {
            Array.Resize(ref rows, Math.Max(16, 2 * rowCount));
        }

        rows[rowCount++] = new Row(slot, start, masked, count);
    }

    private void Grow()
    {
        Array.Resize(ref clusters, 2 * count);
        Array.Resize(ref masks, 2 * count);
    }

    /// <summary>A group of four: its first slot, its first tile, its first tile without a mask, and the end.</summary>
    internal readonly record struct Row(int Slot, int Start, int Plain, int End);
}
