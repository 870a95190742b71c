using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MolShell.Compute.Structure.Neighbors;

/// <summary>
/// Finds the images within a distance of one particle after the other, in work space of its own, so one serves one thread. The images are
/// those of a <see cref="ParticleGrid"/>, nearest first.
/// </summary>
internal sealed class FoundNeighbors(ParticleGrid grid, double range)
{
    private const int LongList = 48;

    private readonly double rangeSquared = range * range;
    private readonly SlotRun[] runs = new SlotRun[grid.LargestRunCount];
    private double[] distances = new double[64];
    private double[] squares = new double[64];
    private long[] entries = new long[64];
    private int runCount;

    /// <summary>The particle.</summary>
    public int Particle { get; private set; }

    /// <summary>Number of neighbours.</summary>
    public int Count { get; private set; }

    /// <summary>Squares of the distances [length^2], ascending.</summary>
    public ReadOnlySpan<double> Squares => squares.AsSpan(0, Count);

    /// <summary>The particle that a neighbour is an image of.</summary>
    public int IndexOf(int neighbor) => grid.Order[(int)(entries[neighbor] & int.MaxValue)];

    /// <summary>The translation of a neighbour, by its number in the grid.</summary>
    public ushort ShiftOf(int neighbor) => (ushort)(entries[neighbor] >> 32);

    /// <summary>Leaves only the first neighbours.</summary>
    public void Keep(int count) => Count = Math.Min(count, Count);

    /// <summary>Drops neighbours up to a distance.</summary>
    public void DropUpTo(double square)
    {
        int drop = 0;
        while (drop < Count && squares[drop] <= square)
        {
            drop++;
        }

        if (drop > 0)
        {
            Array.Copy(squares, drop, squares, 0, Count - drop);
            Array.Copy(entries, drop, entries, 0, Count - drop);
            Count -= drop;
        }
    }

    /// <summary>Leaves only the neighbours for which a test is true, in their order.</summary>
    public void Where(Func<int, bool> test)
    {
        int kept = 0;
        for (int k = 0; k < Count; k++)
        {
            if (test(k))
            {
                (squares[kept], entries[kept]) = (squares[k], entries[k]);
                kept++;
            }
        }

        Count = kept;
    }

    /// <summary>Turns to the particles of a cell.</summary>
    public void Enter(int cell) => runCount = grid.RunsAround(cell, runs);

    /// <summary>Finds the neighbours of a particle of the cell.</summary>
    public void Find(int slot)
    {
        Particle = grid.Order[slot];
        Count = 0;
        foreach (SlotRun run in runs.AsSpan(0, runCount))
        {
            Measure(slot, run);
            if (run.Shift == grid.NoShift && slot >= run.First && slot < run.End)
            {
                distances[slot - run.First] = double.PositiveInfinity;
            }

            Collect(run);
        }

        Sort();
    }

    // Whole registers are computed, beyond the end of the run too.
    private void Measure(int slot, SlotRun run)
    {
        int length = run.End - run.First;
        if (distances.Length < length + Vector512<double>.Count)
        {
            distances = new double[2 * (length + Vector512<double>.Count)];
        }

        (double sx, double sy, double sz) = grid.Shifts[run.Shift];
        ref double x = ref MemoryMarshal.GetArrayDataReference(grid.X), y = ref MemoryMarshal.GetArrayDataReference(grid.Y);
        ref double z = ref MemoryMarshal.GetArrayDataReference(grid.Z), into = ref MemoryMarshal.GetArrayDataReference(distances);
        Vector512<double> hereX = Vector512.Create(grid.X[slot]), hereY = Vector512.Create(grid.Y[slot]), hereZ = Vector512.Create(grid.Z[slot]);
        Vector512<double> shiftX = Vector512.Create(sx), shiftY = Vector512.Create(sy), shiftZ = Vector512.Create(sz);
        for (int k = 0; k < length; k += Vector512<double>.Count)
        {
            Vector512<double> dx = Vector512.LoadUnsafe(ref x, (nuint)(run.First + k)) - hereX + shiftX;
            Vector512<double> dy = Vector512.LoadUnsafe(ref y, (nuint)(run.First + k)) - hereY + shiftY;
            Vector512<double> dz = Vector512.LoadUnsafe(ref z, (nuint)(run.First + k)) - hereZ + shiftZ;
            ((dx * dx) + (dy * dy) + (dz * dz)).StoreUnsafe(ref into, (nuint)k);
        }
    }

    // Every image is written, and the end moves on only after those in range: no branch to predict.
    private void Collect(SlotRun run)
    {
        int length = run.End - run.First;
        if (squares.Length < Count + length)
        {
            Array.Resize(ref squares, 2 * (Count + length));
            Array.Resize(ref entries, squares.Length);
        }

        long entry = ((long)run.Shift << 32) | (uint)run.First;
        int count = Count;
        ref double measured = ref MemoryMarshal.GetArrayDataReference(distances);
        ref double kept = ref MemoryMarshal.GetArrayDataReference(squares);
        ref long keptEntry = ref MemoryMarshal.GetArrayDataReference(entries);
        for (int k = 0; k < length; k++)
        {
            double square = Unsafe.Add(ref measured, k);
            Unsafe.Add(ref kept, count) = square;
            Unsafe.Add(ref keptEntry, count) = entry + k;
            count += square <= rangeSquared ? 1 : 0;
        }

        Count = count;
    }

    private void Sort()
    {
        if (Count > LongList)
        {
            Array.Sort(squares, entries, 0, Count);
            return;
        }

        for (int k = 1; k < Count; k++)
        {
            (double square, long entry) = (squares[k], entries[k]);
            int at = k;
            for (; at > 0 && squares[at - 1] > square; at--)
            {
                (squares[at], entries[at]) = (squares[at - 1], entries[at - 1]);
            }

            (squares[at], entries[at]) = (square, entry);
        }
    }
}
