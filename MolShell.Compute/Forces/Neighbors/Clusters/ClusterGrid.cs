using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MolShell.Compute.Devices;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Forces.Neighbors.Clusters;

/// <summary>
/// Particles sorted in space and cut into clusters of eight that follow each other along a snake through columns of the box: every
/// cluster but the last is full, whatever the density. Keeps for each cluster its bounds, and finds the clusters in a region.
/// </summary>
/// <remarks>Places are counted along the three normals of the frame's planes [length], from 0 to the period or the extent.</remarks>
internal sealed class ClusterGrid
{
    /// <summary>Particles in a cluster.</summary>
    public const int Size = 8;

    private const double Limit = 1 << 18;
    private const double WideInCutoffs = 8;

    // What single precision may make of places, in extents.
    private const double Rounding = 1.0 / (1 << 21);

    // Columns side by side before the next row of them: what is near a cluster then is near in memory too, and in the second-level cache.
    private const int StripWidth = 8;

    private readonly Particles particles;
    private readonly ThreadTeam team;
    private readonly int[] keys;
    private readonly int[] order;
    private readonly int[][] counts;
    private readonly Bounds[] bounds;
    private readonly Range[] ranges;
    private readonly Action<int> locate;
    private readonly Action<int> count;
    private readonly Action<int> fill;
    private readonly Action<int> arrange;
    private readonly Action<int> enclose;
    private int[] start = [];
    private ClusterFrame frame = ClusterFrame.For(Systems.Box.Open, 1);
    private double cutoff;
    private Vec3 period;
    private Vector128<float> periods;
    private Vec3 extent;
    private Vec3 origin;
    private int countA = 1;
    private int countB = 1;
    private int countC = 1;

    public ClusterGrid(Particles particles, ThreadTeam team)
    {
        (this.particles, this.team) = (particles, team);
        keys = new int[particles.Count];
        order = new int[particles.Count];
        counts = new int[team.Size][];
        ranges = new Range[team.Size];
        ClusterCount = (particles.Count + Size - 1) / Size;
        bounds = new Bounds[ClusterCount];
        (locate, count, fill, arrange, enclose) = (Locate, Count, Fill, Arrange, Enclose);
    }

    public int ClusterCount { get; }

    public ReadOnlySpan<Bounds> Clusters => bounds;

    /// <summary>Whether any cluster is wide.</summary>
    public bool HasWide { get; private set; }

    private int CellCount => countA * countB * countC;

    /// <summary>Sorts the particles, changing their slots; needs the arrays of their forces meanwhile.</summary>
    /// <returns>-1, or the particle whose position is not finite or too far out.</returns>
    public int Sort(ClusterFrame frame, double cutoff)
    {
        (this.frame, this.cutoff) = (frame, cutoff);
        team.Run(locate);
        foreach (Range range in ranges)
        {
            if (range.Lost >= 0)
            {
                return range.Lost;
            }
        }

        Measure();
        Divide();
        team.Run(count);
        Accumulate();
        team.Run(fill);
        team.Run(arrange);
        team.Run(enclose);
        HasWide = Array.Exists(bounds, cluster => cluster.IsWide);
        particles.Reorder(order, keys, team);
        return -1;
    }

    /// <summary>
    /// Fills in the clusters with particles that may be within a range of a cluster, and maybe others, each once; of two clusters one finds
    /// the other. Stamps hold, for each cluster, the last one it was looked at for; there is room for one more than all to be found.
    /// </summary>
    public int Find(int cluster, double range, int[] stamps, int[] found)
    {
        Bounds here = bounds[cluster];
        Vector128<float> low = here.Center - here.Half, high = here.Center + here.Half;
        (int firstA, int lastA) = Cells(low[0] - range, high[0] + range, extent.X, period.X, countA);
        (int firstB, int lastB) = Cells(low[1] - range, high[1] + range, extent.Y, period.Y, countB);
        (int firstC, int lastC) = Cells(low[2] - range, high[2] + range, extent.Z, period.Z, countC);
        float range2 = (float)(range * range * (1 + 1e-6));
        int count = 0;
        for (int a = firstA; a <= lastA; a++)
        {
            int cellA = Fold(a, countA);
            for (int b = firstB; b <= lastB; b++)
            {
                int cellB = Fold(b, countB);

                // A run of cells may go over the border and then is two.
                for (int c = firstC; c <= lastC;)
                {
                    int cellC = Fold(c, countC);
                    int length = Math.Min(lastC - c, countC - 1 - cellC);
                    (int from, int to) = Slots(cellA, cellB, cellC, cellC + length);
                    for (int other = from / Size; other * Size < to; other++)
                    {
                        // Without a branch, which could not be foreseen.
                        bool isNear = here.SquaredGap(bounds[other], periods, frame.IsRectangular) < range2;
                        isNear &= stamps[other] != cluster & Owns(cluster, other);
                        stamps[other] = cluster;
                        found[count] = other;
                        count += isNear ? 1 : 0;
                    }

                    c += length + 1;
                }
            }
        }

        return count;
    }

    // By turns the lower and the higher of two, so that all have about as many.
    private static bool Owns(int cluster, int other) => (((cluster + other) & 1) == 0) == (cluster <= other);

    private static int Fold(int cell, int count) => cell < 0 ? cell + count : cell >= count ? cell - count : cell;

    // First and last cell of an interval; along a period the last may be beyond the first once around, and no cell comes twice.
    private static (int First, int Last) Cells(double low, double high, double extent, double period, int count)
    {
        double scale = count / extent;
        if (count == 1)
        {
            return (0, 0);
        }

        if (period > 0)
        {
            int first = (int)Math.Floor(low * scale), last = (int)Math.Floor(high * scale);
            return last - first >= count ? (0, count - 1) : (Math.Max(first, -count), Math.Min(last, (2 * count) - 1));
        }

        return ((int)Math.Clamp(Math.Floor(low * scale), 0, count - 1), (int)Math.Clamp(Math.Floor(high * scale), 0, count - 1));
    }

    // Places are kept where forces were, which are computed anew after sorting.
    private void Locate(int part)
    {
        Vec3 low = new(double.MaxValue, double.MaxValue, double.MaxValue);
        Vec3 high = -low;
        Work slots = Work.Of(particles.Count, part, team.Size);
        int lost = -1;
        for (int slot = slots.From; slot < slots.To && lost < 0; slot++)
        {
            Vec3 s = frame.ToFractional(new Vec3(particles.X[slot], particles.Y[slot], particles.Z[slot]));
            if (!(Math.Abs(s.X) < Limit && Math.Abs(s.Y) < Limit && Math.Abs(s.Z) < Limit))
            {
                lost = particles.IdOf[slot];
            }

            double x = Wrapped(s.X, frame.IsPeriodicA) * frame.Spacings.X;
            double y = Wrapped(s.Y, frame.IsPeriodicB) * frame.Spacings.Y;
            double z = Wrapped(s.Z, frame.IsPeriodicC) * frame.Spacings.Z;
            (particles.ForceX[slot], particles.ForceY[slot], particles.ForceZ[slot]) = (x, y, z);
            low = new Vec3(Math.Min(low.X, x), Math.Min(low.Y, y), Math.Min(low.Z, z));
            high = new Vec3(Math.Max(high.X, x), Math.Max(high.Y, y), Math.Max(high.Z, z));
        }

        ranges[part] = new Range(low, high, lost);

        static double Wrapped(double s, bool periodic) => periodic ? s - Math.Floor(s) : s;
    }

    private Vec3 PlaceOf(int slot) => new Vec3(particles.ForceX[slot], particles.ForceY[slot], particles.ForceZ[slot]) - origin;

    private void Measure()
    {
        (Vec3 low, Vec3 high) = (ranges[0].Low, ranges[0].High);
        foreach (Range range in ranges)
        {
            low = new Vec3(Math.Min(low.X, range.Low.X), Math.Min(low.Y, range.Low.Y), Math.Min(low.Z, range.Low.Z));
            high = new Vec3(Math.Max(high.X, range.High.X), Math.Max(high.Y, range.High.Y), Math.Max(high.Z, range.High.Z));
        }

        period = new Vec3(
            frame.IsPeriodicA ? frame.Spacings.X : 0, frame.IsPeriodicB ? frame.Spacings.Y : 0, frame.IsPeriodicC ? frame.Spacings.Z : 0);
        periods = Vector128.Create(Around(period.X), Around(period.Y), Around(period.Z), float.PositiveInfinity);
        origin = new Vec3(frame.IsPeriodicA ? 0 : low.X, frame.IsPeriodicB ? 0 : low.Y, frame.IsPeriodicC ? 0 : low.Z);
        extent = new Vec3(
            frame.IsPeriodicA ? period.X : Extent(low.X, high.X),
            frame.IsPeriodicB ? period.Y : Extent(low.Y, high.Y),
            frame.IsPeriodicC ? period.Z : Extent(low.Z, high.Z));

        static float Around(double period) => period > 0 ? (float)period : float.PositiveInfinity;

        static double Extent(double low, double high) => Math.Max(high - low, 1e-300) * (1 + 1e-12);
    }

    // Columns about as wide as a cluster is thick, in cells of about two particles.
    private void Divide()
    {
        double width = Math.Cbrt(extent.X * extent.Y * extent.Z * Size / particles.Count);
        countA = Columns(extent.X / width);
        countB = Columns(extent.Y / width);
        countC = (int)Math.Clamp(particles.Count / (2.0 * countA * countB), 1, int.MaxValue);
        if (start.Length < CellCount + 1)
        {
            start = new int[CellCount + (CellCount / 4) + 1];
            for (int part = 0; part < counts.Length; part++)
            {
                counts[part] = new int[start.Length];
            }
        }

        int Columns(double ratio) => double.IsFinite(ratio) ? (int)Math.Clamp(Math.Round(ratio), 1, particles.Count) : 1;
    }

    // Particles in each cell, of those of a part.
    private void Count(int part)
    {
        int[] own = counts[part];
        own.AsSpan(0, CellCount).Clear();
        Work slots = Work.Of(particles.Count, part, team.Size);
        for (int slot = slots.From; slot < slots.To; slot++)
        {
            Vec3 place = PlaceOf(slot);
            int c = Cell(place.Z, extent.Z, countC);
            int column = Column(Cell(place.X, extent.X, countA), Cell(place.Y, extent.Y, countB));
            keys[slot] = (column * countC) + (IsDown(column) ? countC - 1 - c : c);
            own[keys[slot]]++;
        }

        static int Cell(double place, double extent, int count) => Math.Clamp((int)(place / extent * count), 0, count - 1);
    }

    // Counts become the places where the parts begin in each cell.
    private void Accumulate()
    {
        int sum = 0;
        for (int cell = 0; cell < CellCount; cell++)
        {
            start[cell] = sum;
            foreach (int[] own in counts)
            {
                (own[cell], sum) = (sum, sum + own[cell]);
            }
        }

        start[CellCount] = sum;
    }

    private void Fill(int part)
    {
        int[] own = counts[part];
        Work slots = Work.Of(particles.Count, part, team.Size);
        for (int slot = slots.From; slot < slots.To; slot++)
        {
            order[own[keys[slot]]++] = slot;
        }
    }

    // The few particles of a cell in the direction of its column.
    private void Arrange(int part)
    {
        Work cells = Work.Of(CellCount, part, team.Size);
        for (int cell = cells.From; cell < cells.To; cell++)
        {
            double direction = IsDown(cell / countC) ? -1 : 1;
            for (int next = start[cell] + 1; next < start[cell + 1]; next++)
            {
                int slot = order[next], place = next;
                double depth = direction * particles.ForceZ[slot];
                for (; place > start[cell] && direction * particles.ForceZ[order[place - 1]] > depth; place--)
                {
                    order[place] = order[place - 1];
                }

                order[place] = slot;
            }
        }
    }

    private static bool IsDown(int column) => (column & 1) != 0;

    // Strips of columns one after the other; every second strip, and every second row in a strip, is gone through backwards.
    private int Column(int a, int b)
    {
        int strip = b / StripWidth, first = strip * StripWidth, width = Math.Min(StripWidth, countB - first);
        int row = (strip & 1) != 0 ? countA - 1 - a : a;
        return (first * countA) + (row * width) + (((countA - row) & 1) != 0 ? b - first : first + width - 1 - b);
    }

    private (int From, int To) Slots(int a, int b, int firstC, int lastC)
    {
        int column = Column(a, b);
        (int first, int last) = IsDown(column) ? (countC - 1 - lastC, countC - 1 - firstC) : (firstC, lastC);
        return (start[(column * countC) + first], start[(column * countC) + last + 1]);
    }

    private void Enclose(int part)
    {
        Work clusters = Work.Of(ClusterCount, part, team.Size);
        for (int cluster = clusters.From; cluster < clusters.To; cluster++)
        {
            int last = Math.Min((cluster + 1) * Size, particles.Count);
            Vec3 low = PlaceOf(order[cluster * Size]), high = low;
            for (int slot = (cluster * Size) + 1; slot < last; slot++)
            {
                Vec3 place = PlaceOf(order[slot]);
                low = new Vec3(Math.Min(low.X, place.X), Math.Min(low.Y, place.Y), Math.Min(low.Z, place.Z));
                high = new Vec3(Math.Max(high.X, place.X), Math.Max(high.Y, place.Y), Math.Max(high.Z, place.Z));
            }

            Vec3 half = 0.5 * (high - low);
            double widest = 2 * Math.Max(
                frame.IsPeriodicA ? 0 : half.X, Math.Max(frame.IsPeriodicB ? 0 : half.Y, frame.IsPeriodicC ? 0 : half.Z));
            bounds[cluster] = new Bounds(Single(low + half, 0), Single(half + (Rounding * extent), widest > WideInCutoffs * cutoff ? 1 : 0));
        }
    }

    private static Vector128<float> Single(Vec3 v, float last) => Vector128.Create((float)v.X, (float)v.Y, (float)v.Z, last);

    /// <summary>What a thread found: the extent of its particles, and one that is nowhere, or -1.</summary>
    private readonly record struct Range(Vec3 Low, Vec3 High, int Lost);

    /// <summary>A box around a cluster.</summary>
    /// <param name="Center">Its middle [length]; fourth is 0.</param>
    /// <param name="Half">Half its edges and a little more for rounding [length]; fourth is 1 where it is wide.</param>
    internal readonly record struct Bounds(Vector128<float> Center, Vector128<float> Half)
    {
        /// <summary>Whether it is so long in an open direction that fixed-point places may confuse particles that are far apart.</summary>
        public bool IsWide => Half[3] > 0;

        /// <summary>At most the squared distance of any particle in this to any in another [length^2].</summary>
        /// <param name="other">The other.</param>
        /// <param name="periods">Periods [length], infinite in open directions and in the fourth.</param>
        /// <param name="rectangular">Whether the planes are at right angles.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public float SquaredGap(in Bounds other, Vector128<float> periods, bool rectangular)
        {
            Vector128<float> distance = Vector128.Abs(Center - other.Center);
            distance = Vector128.MinNative(distance, periods - distance);
            Vector128<float> gap = Vector128.MaxNative(Vector128<float>.Zero, distance - (Half + other.Half));

            // Planes at an angle: the distance is at least each of the gaps.
            Vector128<float> square = gap * gap;
            return rectangular ? Vector128.Sum(square) : Math.Max(square[0], Math.Max(square[1], square[2]));
        }
    }
}
