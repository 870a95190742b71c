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

    private readonly Particles particles;
    private readonly Vec3[] places;
    private readonly int[] keys;
    private readonly int[] order;
    private readonly double[] depth;
    private Bounds[] bounds = [];
    private int[] start = [];
    private ClusterFrame frame = ClusterFrame.For(Systems.Box.Open, 1);
    private Vec3 period;
    private Vec3 extent;
    private Vec3 origin;
    private int countA = 1;
    private int countB = 1;
    private int countC = 1;

    public ClusterGrid(Particles particles)
    {
        this.particles = particles;
        places = new Vec3[particles.Capacity];
        keys = new int[particles.Count];
        order = new int[particles.Count];
        depth = new double[particles.Count];
        ClusterCount = (particles.Count + Size - 1) / Size;
        bounds = new Bounds[ClusterCount];
    }

    public int ClusterCount { get; }

    public ReadOnlySpan<Bounds> Clusters => bounds;

    /// <summary>Whether any cluster is wide.</summary>
    public bool HasWide { get; private set; }

    /// <summary>Sorts the particles, changing their slots.</summary>
    /// <returns>-1, or the particle whose position is not finite or too far out.</returns>
    public int Sort(ClusterFrame frame, double cutoff)
    {
        this.frame = frame;
        int lost = Locate();
        if (lost >= 0)
        {
            return lost;
        }

        Divide();
        Order();
        particles.Reorder(order);
        Enclose(cutoff);
        return -1;
    }

    /// <summary>
    /// Fills in the clusters with particles that may be within a range of a cluster, and maybe others, each once; of two clusters one finds
    /// the other. Stamps hold, for each cluster, the last one it was found for.
    /// </summary>
    public int Find(int cluster, double range, int[] stamps, Span<int> found)
    {
        ref readonly Bounds here = ref bounds[cluster];
        Vec3 low = here.Center - here.Half, high = here.Center + here.Half;
        (int firstA, int lastA) = Cells(low.X - range, high.X + range, extent.X, period.X, countA);
        (int firstB, int lastB) = Cells(low.Y - range, high.Y + range, extent.Y, period.Y, countB);
        (int firstC, int lastC) = Cells(low.Z - range, high.Z + range, extent.Z, period.Z, countC);
        double range2 = range * range;
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
                        if (stamps[other] != cluster && Owns(cluster, other) && here.SquaredGap(bounds[other], period, frame.IsRectangular) < range2)
                        {
                            stamps[other] = cluster;
                            found[count++] = other;
                        }
                    }

                    c += length + 1;
                }
            }
        }

        return count;
    }

    // By turns the lower and the higher of two, so that all have about as many.
    private static bool Owns(int cluster, int other) => other == cluster || (((cluster + other) & 1) == 0) == (cluster < other);

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

    private int Locate()
    {
        Vec3 low = new(double.MaxValue, double.MaxValue, double.MaxValue);
        Vec3 high = -low;
        for (int slot = 0; slot < particles.Count; slot++)
        {
            Vec3 s = frame.ToFractional(new Vec3(particles.X[slot], particles.Y[slot], particles.Z[slot]));
            if (!(Math.Abs(s.X) < Limit && Math.Abs(s.Y) < Limit && Math.Abs(s.Z) < Limit))
            {
                return particles.IdOf[slot];
            }

            Vec3 place = new(
                Wrapped(s.X, frame.IsPeriodicA) * frame.Spacings.X,
                Wrapped(s.Y, frame.IsPeriodicB) * frame.Spacings.Y,
                Wrapped(s.Z, frame.IsPeriodicC) * frame.Spacings.Z);
            places[slot] = place;
            low = new Vec3(Math.Min(low.X, place.X), Math.Min(low.Y, place.Y), Math.Min(low.Z, place.Z));
            high = new Vec3(Math.Max(high.X, place.X), Math.Max(high.Y, place.Y), Math.Max(high.Z, place.Z));
        }

        period = new Vec3(
            frame.IsPeriodicA ? frame.Spacings.X : 0, frame.IsPeriodicB ? frame.Spacings.Y : 0, frame.IsPeriodicC ? frame.Spacings.Z : 0);
        origin = new Vec3(frame.IsPeriodicA ? 0 : low.X, frame.IsPeriodicB ? 0 : low.Y, frame.IsPeriodicC ? 0 : low.Z);
        extent = new Vec3(
            frame.IsPeriodicA ? period.X : Extent(low.X, high.X),
            frame.IsPeriodicB ? period.Y : Extent(low.Y, high.Y),
            frame.IsPeriodicC ? period.Z : Extent(low.Z, high.Z));
        for (int slot = 0; slot < particles.Count; slot++)
        {
            places[slot] -= origin;
        }

        return -1;

        static double Wrapped(double s, bool periodic) => periodic ? s - Math.Floor(s) : s;
        static double Extent(double low, double high) => Math.Max(high - low, 1e-300) * (1 + 1e-12);
    }

    // Columns about as wide as a cluster is thick, in cells of about two particles.
    private void Divide()
    {
        double width = Math.Cbrt(extent.X * extent.Y * extent.Z * Size / particles.Count);
        countA = Count(extent.X / width);
        countB = Count(extent.Y / width);
        countC = (int)Math.Clamp(particles.Count / (2.0 * countA * countB), 1, int.MaxValue);
        int cells = countA * countB * countC;
        if (start.Length < cells + 2)
        {
            start = new int[cells + (cells / 4) + 2];
        }

        int Count(double columns) => double.IsFinite(columns) ? (int)Math.Clamp(Math.Round(columns), 1, particles.Count) : 1;
    }

    private void Order()
    {
        int cells = countA * countB * countC;
        start.AsSpan(0, cells + 2).Clear();
        for (int slot = 0; slot < particles.Count; slot++)
        {
            int a = Cell(places[slot].X, extent.X, countA);
            int b = Cell(places[slot].Y, extent.Y, countB);
            int c = Cell(places[slot].Z, extent.Z, countC);
            int column = Column(a, b);
            bool down = (column & 1) != 0;
            keys[slot] = (column * countC) + (down ? countC - 1 - c : c);
            depth[slot] = down ? -places[slot].Z : places[slot].Z;
            start[keys[slot] + 2]++;
        }

        for (int cell = 2; cell <= cells; cell++)
        {
            start[cell] += start[cell - 1];
        }

        for (int slot = 0; slot < particles.Count; slot++)
        {
            order[start[keys[slot] + 1]++] = slot;
        }

        for (int next = 1; next < order.Length; next++)
        {
            int slot = order[next], place = next;
            for (; place > 0 && keys[order[place - 1]] == keys[slot] && depth[order[place - 1]] > depth[slot]; place--)
            {
                order[place] = order[place - 1];
            }

            order[place] = slot;
        }

        static int Cell(double place, double extent, int count) => Math.Clamp((int)(place / extent * count), 0, count - 1);
    }

    // Every second row of columns is gone through backwards.
    private int Column(int a, int b) => (a * countB) + ((a & 1) != 0 ? countB - 1 - b : b);

    private (int From, int To) Slots(int a, int b, int firstC, int lastC)
    {
        int column = Column(a, b);
        (int first, int last) = (column & 1) != 0 ? (countC - 1 - lastC, countC - 1 - firstC) : (firstC, lastC);
        return (start[(column * countC) + first], start[(column * countC) + last + 1]);
    }

    private void Enclose(double cutoff)
    {
        HasWide = false;
        for (int cluster = 0; cluster < ClusterCount; cluster++)
        {
            int last = Math.Min((cluster + 1) * Size, particles.Count);
            Vec3 low = places[order[cluster * Size]], high = low;
            for (int slot = (cluster * Size) + 1; slot < last; slot++)
            {
                Vec3 place = places[order[slot]];
                low = new Vec3(Math.Min(low.X, place.X), Math.Min(low.Y, place.Y), Math.Min(low.Z, place.Z));
                high = new Vec3(Math.Max(high.X, place.X), Math.Max(high.Y, place.Y), Math.Max(high.Z, place.Z));
            }

            Vec3 half = 0.5 * (high - low);
            double widest = 2 * Math.Max(
                frame.IsPeriodicA ? 0 : half.X, Math.Max(frame.IsPeriodicB ? 0 : half.Y, frame.IsPeriodicC ? 0 : half.Z));
            bounds[cluster] = new Bounds(low + half, half, widest > WideInCutoffs * cutoff);
            HasWide |= bounds[cluster].IsWide;
        }
    }

    /// <summary>A box around a cluster.</summary>
    /// <param name="Center">Its middle [length].</param>
    /// <param name="Half">Half its edges [length].</param>
    /// <param name="IsWide">Whether it is so long in an open direction that fixed-point places may confuse particles that are far apart.</param>
    internal readonly record struct Bounds(Vec3 Center, Vec3 Half, bool IsWide)
    {
        /// <summary>At most the squared distance of any particle in this to any in another [length^2].</summary>
        public double SquaredGap(in Bounds other, Vec3 period, bool rectangular)
        {
            double x = Gap(Center.X - other.Center.X, Half.X + other.Half.X, period.X);
            double y = Gap(Center.Y - other.Center.Y, Half.Y + other.Half.Y, period.Y);
            double z = Gap(Center.Z - other.Center.Z, Half.Z + other.Half.Z, period.Z);

            // Planes at an angle: the distance is at least each of the gaps.
            double widest = Math.Max(x, Math.Max(y, z));
            return rectangular ? (x * x) + (y * y) + (z * z) : widest * widest;
        }

        private static double Gap(double distance, double halves, double period)
        {
            distance = Math.Abs(distance);
            if (period > 0)
            {
                distance = Math.Min(distance, period - distance);
            }

            return Math.Max(0, distance - halves);
        }
    }
}
