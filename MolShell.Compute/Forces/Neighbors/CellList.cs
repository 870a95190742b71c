using System.Numerics;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Neighbors;

/// <summary>
/// Particles sorted into cells one range thick, for any box. Only occupied cells are kept, in a hash table, so a small object in a
/// large box costs no more than in a small one.
/// </summary>
internal sealed class CellList
{
    private long[] tableKeys = [];
    private int[] tableCells = [];
    private int[] cellOf = [];
    private int[] start = [];
    private Image[] places = [];
    private Image[] images = [];
    private int[] members = [];
    private Vec3[] wrapped = [];
    private CellGrid grid = new(Box.Open, 1);
    private int count;

    /// <summary>Number of occupied cells.</summary>
    public int CellCount { get; private set; }

    /// <summary>Largest number of cells that <see cref="Around"/> may give.</summary>
    public int NeighborhoodSize => ((2 * grid.Reach.A) + 1) * ((2 * grid.Reach.B) + 1) * ((2 * grid.Reach.C) + 1) / 2;

    /// <summary>Sorts the particles into cells.</summary>
    /// <returns>-1, or the particle that is not finite or too far away to be sorted.</returns>
    public int Build(ReadOnlySpan<Vec3> positions, Box box, double range)
    {
        grid = new CellGrid(box, range);
        count = positions.Length;
        Reserve();
        CellCount = 0;
        for (int i = 0; i < count; i++)
        {
            if (!grid.TryLocate(positions[i], out Image cell, out images[i]))
            {
                return i;
            }

            cellOf[i] = Insert(cell);
        }

        Sort(positions);
        return -1;
    }

    /// <summary>The particles of a cell, in ascending order.</summary>
    public ReadOnlySpan<int> Members(int cell) => members.AsSpan(start[cell], start[cell + 1] - start[cell]);

    /// <summary>Positions inside the box of the particles of a cell.</summary>
    public ReadOnlySpan<Vec3> Wrapped(int cell) => wrapped.AsSpan(start[cell], start[cell + 1] - start[cell]);

    /// <summary>The translation from the position inside the box to that of the particle itself.</summary>
    public Image ImageOf(int particle) => images[particle];

    /// <summary>
    /// Fills in the occupied cells in one half of the surroundings of a cell, each with the translation that moves it there, and
    /// returns their number; the other half are those that have this cell in theirs. A cell may be there several times.
    /// </summary>
    public int Around(int cell, Span<(int Cell, Image Image)> around)
    {
        Image here = places[cell];
        int found = 0;
        for (int a = 0; a <= grid.Reach.A; a++)
        {
            for (int b = -grid.Reach.B; b <= grid.Reach.B; b++)
            {
                for (int c = -grid.Reach.C; c <= grid.Reach.C; c++)
                {
                    Image offset = new(a, b, c);
                    if (!offset.IsPositive)
                    {
                        continue;
                    }

                    int neighbor = Find(grid.Step(here, offset, out Image image));
                    if (neighbor >= 0)
                    {
                        around[found++] = (neighbor, image);
                    }
                }
            }
        }

        return found;
    }

    // Cells without end along an open edge share a key every 2^21 cells; they then share a cell, and distances tell them apart.
    private static long Pack(Image cell)
    {
        const long mask = (1 << 21) - 1;
        return ((cell.A & mask) << 42) | ((cell.B & mask) << 21) | (cell.C & mask);
    }

    private static int Hash(long key, int size) => (int)(((ulong)key * 0x9E3779B97F4A7C15UL) >> 32) & (size - 1);

    private void Reserve()
    {
        if (images.Length < count)
        {
            int size = Math.Max(count, 2 * images.Length);
            int tableSize = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, 2 * size));
            (tableKeys, tableCells) = (new long[tableSize], new int[tableSize]);
            (cellOf, start, members) = (new int[size], new int[size + 2], new int[size]);
            (places, images, wrapped) = (new Image[size], new Image[size], new Vec3[size]);
        }

        Array.Fill(tableCells, -1);
    }

    private int Insert(Image cell)
    {
        long key = Pack(cell);
        int slot = Hash(key, tableKeys.Length);
        while (tableCells[slot] >= 0)
        {
            if (tableKeys[slot] == key)
            {
                return tableCells[slot];
            }

            slot = (slot + 1) & (tableKeys.Length - 1);
        }

        tableKeys[slot] = key;
        tableCells[slot] = CellCount;
        places[CellCount] = cell;
        return CellCount++;
    }

    private int Find(Image cell)
    {
        long key = Pack(cell);
        int slot = Hash(key, tableKeys.Length);
        while (tableCells[slot] >= 0 && tableKeys[slot] != key)
        {
            slot = (slot + 1) & (tableKeys.Length - 1);
        }

        return tableCells[slot];
    }

    private void Sort(ReadOnlySpan<Vec3> positions)
    {
        start.AsSpan(0, CellCount + 2).Clear();
        for (int i = 0; i < count; i++)
        {
            start[cellOf[i] + 2]++;
        }

        for (int cell = 2; cell <= CellCount; cell++)
        {
            start[cell] += start[cell - 1];
        }

        for (int i = 0; i < count; i++)
        {
            int place = start[cellOf[i] + 1]++;
            members[place] = i;
            wrapped[place] = positions[i] - grid.Vector(images[i]);
        }
    }
}
