using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Structure.Neighbors;

/// <summary>
/// Particles sorted into cells, for finding those within a range of a point in any box. Cells are parts of the box along its edges, or of the
/// box around all particles along open ones, and follow each other along the third edge, so a row of cells is one run of particles. Images of
/// a box thinner than the range occur as often as they are in range. Immutable; any number of threads may read it.
/// </summary>
internal sealed class ParticleGrid
{
    // Cells of the third edge cost nothing but their starts, and fit closer around the range.
    private const int CellsPerRangeAlongRows = 2;
    private const double MaximumSurroundings = 1e6;
    private const double Narrower = 0.7;

    // Particles at exactly the range, in places rounded to and fro, stay within the cells looked at.
    private const double Margin = 1 + 1e-9;

    // Vectors are loaded whole, beyond the end of a run.
    private const int Padding = 8;

    private readonly GridAxis a;
    private readonly GridAxis b;
    private readonly GridAxis c;
    private readonly int[] start;

    /// <param name="positions">Positions [length], shape [n, 3]; they may lie outside the box.</param>
    /// <param name="box">The box.</param>
    /// <param name="range">Distances that can be searched [length].</param>
    /// <param name="widest">
    /// Distance up to which the range of single particles may be doubled [length]; less where translations would be too many to number.
    /// </param>
    /// <exception cref="ArgumentException">A particle is not at a finite place, or the range spans too many images of the box.</exception>
    public ParticleGrid(ReadOnlySpan<Vec3> positions, Box box, double range, double widest = 0)
    {
        int n = positions.Length;
        box = box.Reduced();
        bool hasCell = double.IsFinite(box.Volume);
        Vec3[] fractions = new Vec3[n];
        Vec3 low = new(double.MaxValue, double.MaxValue, double.MaxValue), high = -low;
        Places = new Vec3[n];
        for (int i = 0; i < n; i++)
        {
            if (!positions[i].IsFinite())
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Particle {i} is at {positions[i]}; neighbours are those of finite places."));
            }

            Vec3 place = box.Wrap(positions[i]);
            Vec3 s = hasCell ? box.ToFractional(place) : place;
            (Places[i], fractions[i]) = (place, s);
            low = new Vec3(Math.Min(low.X, s.X), Math.Min(low.Y, s.Y), Math.Min(low.Z, s.Z));
            high = new Vec3(Math.Max(high.X, s.X), Math.Max(high.Y, s.Y), Math.Max(high.Z, s.Z));
        }

        Vec3 spacings = hasCell ? box.PlaneSpacings : new Vec3(1, 1, 1);
        Widest = Math.Max(range, widest);
        while (true)
        {
            (double width, double most) = (range * Margin, Widest * Margin);
            a = new GridAxis(box.IsPeriodicA, spacings.X, low.X, high.X, width, most, 1, Math.Max(1, n));
            b = new GridAxis(box.IsPeriodicB, spacings.Y, low.Y, high.Y, width, most, 1, Math.Max(1, n / a.Count));
            int layers = Math.Max(1, 2 * (n / a.Count / b.Count));
            c = new GridAxis(box.IsPeriodicC, spacings.Z, low.Z, high.Z, width, most, CellsPerRangeAlongRows, layers);
            if (Widest <= range || ((2.0 * a.Images) + 1) * ((2.0 * b.Images) + 1) * ((2.0 * c.Images) + 1) <= ushort.MaxValue)
            {
                break;
            }

            Widest = Math.Max(range, Narrower * Widest);
        }

        if ((2.0 * a.Reach + 1) * (2.0 * b.Reach + 1) * (2.0 * c.Images + 1) > MaximumSurroundings)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The range {range:g6} spans more images of the box {box} than can be searched; expected a shorter one."));
        }

        Shifts = MakeShifts(box);
        int[] cellOf = new int[n];
        start = new int[a.Count * b.Count * c.Count + 1];
        for (int i = 0; i < n; i++)
        {
            Vec3 s = fractions[i];
            int cell = ((a.CellOf(s.X) * b.Count) + b.CellOf(s.Y)) * c.Count + c.CellOf(s.Z);
            cellOf[i] = cell;
            start[cell + 1]++;
        }

        for (int cell = 0; cell < CellCount; cell++)
        {
            start[cell + 1] += start[cell];
        }

        int[] next = start[..^1];
        Order = new int[n];
        (X, Y, Z) = (new double[n + Padding], new double[n + Padding], new double[n + Padding]);
        for (int i = 0; i < n; i++)
        {
            int slot = next[cellOf[i]]++;
            Order[slot] = i;
            (X[slot], Y[slot], Z[slot]) = (Places[i].X, Places[i].Y, Places[i].Z);
        }
    }

    /// <summary>The particle in each slot, cell after cell; within a cell in ascending order.</summary>
    public int[] Order { get; }

    /// <summary>Coordinates by slot [length], padded so that a register may be loaded from any slot on.</summary>
    public double[] X { get; }

    /// <inheritdoc cref="X"/>
    public double[] Y { get; }

    /// <inheritdoc cref="X"/>
    public double[] Z { get; }

    /// <summary>Images of the particles inside the box [length], by particle.</summary>
    public Vec3[] Places { get; }

    /// <summary>Translations of the box that runs refer to by number [length]; the one of an opposite image is exactly opposite.</summary>
    public Vec3[] Shifts { get; }

    /// <summary>The number of no translation.</summary>
    public int NoShift => Shifts.Length / 2;

    public int CellCount => start.Length - 1;

    /// <summary>Largest distance that can be searched [length].</summary>
    public double Widest { get; }

    /// <summary>Largest number of runs that <see cref="RunsAround"/> gives.</summary>
    public int LargestRunCount => LargestRunCountAt(0);

    /// <summary>Largest number of runs for the range doubled a number of times.</summary>
    public int LargestRunCountAt(int doublings) => checked(
        ((2 * a.ReachAt(doublings)) + 1) * ((2 * b.ReachAt(doublings)) + 1) * ((2 * c.ImagesWithin(c.ReachAt(doublings))) + 1));

    /// <summary>The slots of a cell.</summary>
    public (int First, int End) Slots(int cell) => (start[cell], start[cell + 1]);

    /// <summary>The cell that a slot is in.</summary>
    public int CellOf(int slot)
    {
        // The last cell that begins at or before the slot: the ones before it with the same begin are empty.
        int at = Array.BinarySearch(start, slot);
        at = at < 0 ? ~at - 1 : at;
        while (start[at + 1] <= slot)
        {
            at++;
        }

        return at;
    }

    /// <summary>Fills in the runs of slots, not empty, that hold all images within the range of any point of a cell; returns their number.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="runs">Where to put them.</param>
    /// <param name="doublings">How often the range is doubled.</param>
    public int RunsAround(int cell, Span<SlotRun> runs, int doublings = 0)
    {
        (int reachA, int reachB, int reachC) = (a.ReachAt(doublings), b.ReachAt(doublings), c.ReachAt(doublings));
        int cellC = cell % c.Count, cellB = cell / c.Count % b.Count, cellA = cell / c.Count / b.Count;
        int found = 0;
        for (int da = -reachA; da <= reachA; da++)
        {
            if (!a.TryFold(cellA + da, out int atA, out int imageA))
            {
                continue;
            }

            for (int db = -reachB; db <= reachB; db++)
            {
                if (!b.TryFold(cellB + db, out int atB, out int imageB))
                {
                    continue;
                }

                int row = ((atA * b.Count) + atB) * c.Count;
                int from = cellC - reachC, last = cellC + reachC;
                (from, last) = c.IsPeriodic ? (from, last) : (Math.Max(from, 0), Math.Min(last, c.Count - 1));
                while (from <= last)
                {
                    c.TryFold(from, out int atC, out int imageC);
                    int length = Math.Min(c.Count - atC, last - from + 1);
                    (int first, int end) = (start[row + atC], start[row + atC + length]);
                    if (end > first)
                    {
                        runs[found++] = new SlotRun(first, end, ShiftNumber(imageA, imageB, imageC));
                    }

                    from += length;
                }
            }
        }

        return found;
    }

    private int ShiftNumber(int imageA, int imageB, int imageC) =>
        ((((imageA + a.Images) * ((2 * b.Images) + 1)) + imageB + b.Images) * ((2 * c.Images) + 1)) + imageC + c.Images;

    private Vec3[] MakeShifts(Box box)
    {
        Vec3[] shifts = new Vec3[((2 * a.Images) + 1) * ((2 * b.Images) + 1) * ((2 * c.Images) + 1)];
        for (int imageA = -a.Images; imageA <= a.Images; imageA++)
        {
            for (int imageB = -b.Images; imageB <= b.Images; imageB++)
            {
                for (int imageC = -c.Images; imageC <= c.Images; imageC++)
                {
                    shifts[ShiftNumber(imageA, imageB, imageC)] = (imageA * box.A) + (imageB * box.B) + (imageC * box.C);
                }
            }
        }

        return shifts;
    }
}
