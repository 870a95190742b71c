using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>
/// The tiles that one thread works off: for each row of one or two particles the clusters of eight with particles in range. Tiles of which
/// only some pairs interact come first and have a mask, in which bit 8 i + j is the pair of particle i of the row and j of eight.
/// </summary>
internal sealed class ClusterPairs
{
    private int[] clusters = new int[64];
    private ushort[] masks = new ushort[16];
    private Row[] rows = [];
    private int rowCount;
    private int count;
    private int maskCount;

    /// <summary>The slot of the first particle of the first row.</summary>
    public int FirstSlot { get; private set; }

    /// <summary>Particles of a row.</summary>
    public int Height { get; private set; } = 1;

    /// <summary>Where the tiles of each row stand; rows follow each other without gaps.</summary>
    public ReadOnlySpan<Row> Rows => rows.AsSpan(0, rowCount);

    /// <summary>The cluster of eight of each tile.</summary>
    public ReadOnlySpan<int> Clusters => clusters.AsSpan(0, count);

    /// <summary>The pairs that interact, of each tile that has a mask.</summary>
    public ReadOnlySpan<ushort> Masks => masks.AsSpan(0, maskCount);

    /// <summary>Bytes of the arrays.</summary>
    public long Size => (4L * clusters.Length) + (2L * masks.Length) + (8L * rows.Length);

    /// <summary>Begins anew.</summary>
    public void Begin(int firstSlot, int slots, int height)
    {
        (FirstSlot, Height) = (firstSlot, height);
        rowCount = count = maskCount = 0;
        if (rows.Length < slots / height)
        {
            rows = new Row[slots / height];
        }
    }

    /// <summary>Adds a tile with a mask to the row under way.</summary>
    public void Add(int cluster, ushort mask)
    {
        if (maskCount == masks.Length)
        {
            Array.Resize(ref masks, 2 * maskCount);
        }

        Reserve(1) = cluster;
        masks[maskCount++] = mask;
        count++;
    }

    /// <summary>Room for tiles without a mask, whose number <see cref="EndRow"/> is told.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref int Reserve(int tiles)
    {
        if (count + tiles > clusters.Length)
        {
            Array.Resize(ref clusters, count + Math.Max(tiles, count));
        }

        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(clusters), count);
    }

    /// <summary>Ends a row with a number of tiles without masks.</summary>
    public void EndRow(int plain)
    {
        rows[rowCount++] = new Row(count, count + plain);
        count += plain;
    }

    /// <summary>The first tile without a mask of a row, and the end of its tiles, where those of the next begin.</summary>
    internal readonly record struct Row(int Plain, int End);
}
