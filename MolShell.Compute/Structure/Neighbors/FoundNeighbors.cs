using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Structure.Neighbors;

/// <summary>
/// Finds the images within a distance of one particle after the other, in work space of its own, so one serves one thread. The images are
/// those of a <see cref="ParticleGrid"/>, nearest first.
/// </summary>
internal sealed class FoundNeighbors(ParticleGrid grid, double range)
{
    private const int LongList = 48;

    private readonly double usualRange = range;
    private readonly SlotRun[] runs = new SlotRun[grid.LargestRunCount];
    private SlotRun[] widerRuns = [];
    private double[] distances = new double[64];
    private double[] squares = new double[64];
    private long[] entries = new long[64];
    private int runCount;
    private int cell;
    private int slot;
    private int doublings;

    /// <summary>The distance within which all images were found [length].</summary>
    public double Range { get; private set; } = range;

    /// <summary>Whether <see cref="Range"/> is the largest distance that can be searched.</summary>
    public bool IsWidest => Range >= grid.Widest;

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

    /// <summary>The vector from the particle to a neighbour [length].</summary>
    public Vec3 VectorTo(int neighbor) => grid.Places[IndexOf(neighbor)] - grid.Places[Particle] + grid.Shifts[ShiftOf(neighbor)];

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

    /// <summary>Drops one neighbour.</summary>
    public void Drop(int neighbor)
    {
        int after = Count - neighbor - 1;
        Array.Copy(squares, neighbor + 1, squares, neighbor, after);
        Array.Copy(entries, neighbor + 1, entries, neighbor, after);
        Count--;
    }

    /// <summary>Turns to the particles of a cell.</summary>
    public void Enter(int cell)
    {
        this.cell = cell;
        runCount = grid.RunsAround(cell, runs);
    }

    /// <summary>Finds the neighbours of a particle of the cell.</summary>
    public void Find(int slot)
    {
        this.slot = slot;
        Particle = grid.Order[slot];
        (Range, doublings) = (usualRange, 0);
        Find(runs.AsSpan(0, runCount));
    }

    /// <summary>Finds those of the same particle within twice the range; false where the range was the widest already.</summary>
    public bool TryWiden()
    {
        if (IsWidest)
        {
            return false;
        }

        Range = Math.Min(2 * Range, grid.Widest);
        doublings++;
        int most = grid.LargestRunCountAt(doublings);
        if (widerRuns.Length < most)
        {
            widerRuns = new SlotRun[most];
        }

        Find(widerRuns.AsSpan(0, grid.RunsAround(cell, widerRuns, doublings)));
        return true;
    }

    private void Find(ReadOnlySpan<SlotRun> around)
    {
        Count = 0;
        foreach (SlotRun run in around)
        {
            Measure(run);
            if (run.Shift == grid.NoShift && slot >= run.First && slot < run.End)
            {
                distances[slot - run.First] = double.PositiveInfinity;
            }

            Collect(run);
        }

        Sort();
    }

    // Whole registers are computed, beyond the end of the run too.
    private void Measure(SlotRun run)
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
        double rangeSquared = Range * Range;
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
