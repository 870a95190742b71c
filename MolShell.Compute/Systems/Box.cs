using System.Globalization;
using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Systems;

/// <summary>
/// The simulation cell: three edge vectors in any orientation and handedness, each periodic or not, with a corner at the origin.
/// Immutable. The minimum image is exact for any tilt.
/// </summary>
public sealed class Box : IEquatable<Box>
{
    /// <summary>No cell: free space.</summary>
    public static readonly Box Open = new();

    private readonly bool rectangular;
    private readonly Vec3 period;
    private readonly Vec3 inversePeriod;
    private readonly Vec3 dualA;
    private readonly Vec3 dualB;
    private readonly Vec3 dualC;
    private readonly PeriodicLattice? lattice;

    private Box()
    {
        rectangular = true;
        Volume = double.PositiveInfinity;
        MaximumCutoff = double.PositiveInfinity;
        PlaneSpacings = new Vec3(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);
    }

    private Box(Vec3 a, Vec3 b, Vec3 c, bool periodicA, bool periodicB, bool periodicC)
    {
        foreach ((Vec3 edge, string name) in new[] { (a, "a"), (b, "b"), (c, "c") })
        {
            if (!edge.IsFinite() || edge.LengthSquared() == 0)
            {
                throw new ArgumentException($"Box edge {name} is {edge}; expected a finite vector that is not zero.");
            }
        }

        double determinant = Vec3.Dot(a, Vec3.Cross(b, c));
        double product = a.Length() * b.Length() * c.Length();
        if (!double.IsFinite(product) || !(Math.Abs(determinant) > 1e-9 * product))
        {
            throw new ArgumentException($"Box edges {a}, {b}, {c} lie in a plane or are out of range; expected a cell with a volume.");
        }

        (A, B, C) = (a, b, c);
        (IsPeriodicA, IsPeriodicB, IsPeriodicC) = (periodicA, periodicB, periodicC);
        Volume = Math.Abs(determinant);
        dualA = Vec3.Cross(b, c) / determinant;
        dualB = Vec3.Cross(c, a) / determinant;
        dualC = Vec3.Cross(a, b) / determinant;
        PlaneSpacings = new Vec3(1 / dualA.Length(), 1 / dualB.Length(), 1 / dualC.Length());
        rectangular = a.Y == 0 && a.Z == 0 && b.X == 0 && b.Z == 0 && c.X == 0 && c.Y == 0;
        if (rectangular)
        {
            period = new Vec3(periodicA ? Math.Abs(a.X) : 0, periodicB ? Math.Abs(b.Y) : 0, periodicC ? Math.Abs(c.Z) : 0);
            inversePeriod = new Vec3(Inverse(period.X), Inverse(period.Y), Inverse(period.Z));
        }

        List<Vec3> periodic = [];
        AddIf(periodicA, a);
        AddIf(periodicB, b);
        AddIf(periodicC, c);
        if (periodic.Count > 0)
        {
            lattice = new PeriodicLattice(periodic);
        }

        MaximumCutoff = lattice is null ? double.PositiveInfinity : 0.5 * lattice.ShortestLength;

        void AddIf(bool isPeriodic, Vec3 edge)
        {
            if (isPeriodic)
            {
                periodic.Add(edge);
            }
        }
    }

    /// <summary>First edge [length]; zero without a cell.</summary>
    public Vec3 A { get; }

    /// <summary>Second edge [length].</summary>
    public Vec3 B { get; }

    /// <summary>Third edge [length].</summary>
    public Vec3 C { get; }

    public bool IsPeriodicA { get; }

    public bool IsPeriodicB { get; }

    public bool IsPeriodicC { get; }

    /// <summary>True when at least one edge is periodic.</summary>
    public bool IsPeriodic => lattice is not null;

    /// <summary>True when all three edges are periodic.</summary>
    public bool IsFullyPeriodic => IsPeriodicA && IsPeriodicB && IsPeriodicC;

    /// <summary>True when the edges lie along x, y and z, and for free space.</summary>
    public bool IsRectangular => rectangular;

    /// <summary>Volume of the cell [length^3]; infinite without a cell.</summary>
    public double Volume { get; }

    /// <summary>Distances between opposite faces [length]; infinite without a cell.</summary>
    public Vec3 PlaneSpacings { get; }

    /// <summary>
    /// Half the shortest lattice vector [length]: up to this distance no more than one image of a pair is in range, and
    /// <see cref="MinimumImage"/> finds it. Infinite without periodicity. Half the smallest periodic plane spacing is never larger.
    /// </summary>
    public double MaximumCutoff { get; }

    /// <summary>The periods; null where there are none.</summary>
    internal PeriodicLattice? Lattice => lattice;

    /// <summary>A periodic cube of edge <paramref name="length"/> [length].</summary>
    /// <exception cref="ArgumentException">The edge is not positive and finite.</exception>
    public static Box Cubic(double length) => Orthorhombic(length, length, length);

    /// <summary>A periodic box with edges along x, y and z [length].</summary>
    /// <exception cref="ArgumentException">An edge is not positive and finite.</exception>
    public static Box Orthorhombic(double x, double y, double z)
    {
        if (!(x > 0 && y > 0 && z > 0 && double.IsFinite(x + y + z)))
        {
            throw new ArgumentException($"Box lengths are {new Vec3(x, y, z)}; expected positive finite numbers.");
        }

        return new Box(new Vec3(x, 0, 0), new Vec3(0, y, 0), new Vec3(0, 0, z), true, true, true);
    }

    /// <summary>A box of three edge vectors [length].</summary>
    /// <exception cref="ArgumentException">An edge is zero or not finite, or the edges lie in a plane.</exception>
    public static Box Triclinic(Vec3 a, Vec3 b, Vec3 c, bool periodicA = true, bool periodicB = true, bool periodicC = true) =>
        new(a, b, c, periodicA, periodicB, periodicC);

    /// <summary>The shortest of the vectors that differ from <paramref name="d"/> by periods of the box [length].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vec3 MinimumImage(Vec3 d) => rectangular
        ? new Vec3(
            d.X - (period.X * Math.Round(d.X * inversePeriod.X)),
            d.Y - (period.Y * Math.Round(d.Y * inversePeriod.Y)),
            d.Z - (period.Z * Math.Round(d.Z * inversePeriod.Z)))
        : lattice is null ? d : lattice.Shortest(d);

    /// <summary><see cref="MinimumImage(Vec3)"/> of the vectors in lanes, with the same bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void MinimumImage<TReal>(ref TReal x, ref TReal y, ref TReal z)
        where TReal : unmanaged, IMemoryLanes<TReal, double>, ILanes<TReal>
    {
        if (lattice is null)
        {
            return;
        }

        if (rectangular)
        {
            x -= period.X * TReal.Round(x * inversePeriod.X);
            y -= period.Y * TReal.Round(y * inversePeriod.Y);
            z -= period.Z * TReal.Round(z * inversePeriod.Z);
            return;
        }

        ShortestOfLanes(ref x, ref y, ref z);
    }

    /// <summary>
    /// A box with the same periods along short edges: the least tilted one that gives the same images. Itself where edges are at right angles, and
    /// where one alone or none is periodic.
    /// </summary>
    internal Box Reduced()
    {
        ReadOnlySpan<Vec3> basis = rectangular || lattice is null ? [] : lattice.Basis;
        return basis.Length switch
        {
            3 => new Box(basis[0], basis[1], basis[2], true, true, true),
            2 when !IsPeriodicA => new Box(A, basis[0], basis[1], false, true, true),
            2 when !IsPeriodicB => new Box(basis[0], B, basis[1], true, false, true),
            2 => new Box(basis[0], basis[1], C, true, true, false),
            _ => this,
        };
    }

    /// <summary>The image of <paramref name="r"/> inside the cell: fractions in [0, 1) along periodic edges, others unchanged.</summary>
    public Vec3 Wrap(Vec3 r)
    {
        if (lattice is null)
        {
            return r;
        }

        Vec3 s = ToFractional(r);
        Vec3 wrapped = new(Fold(s.X, IsPeriodicA), Fold(s.Y, IsPeriodicB), Fold(s.Z, IsPeriodicC));
        return wrapped == s ? r : ToCartesian(wrapped);
    }

    /// <summary>Coordinates along the edges, in units of the edges.</summary>
    /// <exception cref="InvalidOperationException">There is no cell.</exception>
    public Vec3 ToFractional(Vec3 r) => double.IsInfinity(Volume)
        ? throw new InvalidOperationException("A system without a cell has no fractional coordinates.")
        : new Vec3(Vec3.Dot(dualA, r), Vec3.Dot(dualB, r), Vec3.Dot(dualC, r));

    /// <summary>The point with fractional coordinates <paramref name="s"/> [length].</summary>
    public Vec3 ToCartesian(Vec3 s) => (s.X * A) + (s.Y * B) + (s.Z * C);

    public bool Equals(Box? other) => other is not null && A == other.A && B == other.B && C == other.C
        && IsPeriodicA == other.IsPeriodicA && IsPeriodicB == other.IsPeriodicB && IsPeriodicC == other.IsPeriodicC;

    public override bool Equals(object? obj) => Equals(obj as Box);

    public override int GetHashCode() => HashCode.Combine(A, B, C, IsPeriodicA, IsPeriodicB, IsPeriodicC);

    public override string ToString()
    {
        if (double.IsInfinity(Volume))
        {
            return "open";
        }

        string shape = rectangular
            ? string.Create(CultureInfo.InvariantCulture, $"{A.X:g6} x {B.Y:g6} x {C.Z:g6}")
            : $"a = {A}, b = {B}, c = {C}";
        string axes = (IsPeriodicA ? "a" : string.Empty) + (IsPeriodicB ? "b" : string.Empty) + (IsPeriodicC ? "c" : string.Empty);
        return axes switch
        {
            "abc" => shape,
            "" => shape + ", not periodic",
            _ => shape + ", periodic along " + axes,
        };
    }

    private void ShortestOfLanes<TReal>(ref TReal x, ref TReal y, ref TReal z)
        where TReal : unmanaged, IMemoryLanes<TReal, double>, ILanes<TReal>
    {
        Span<double> numbers = stackalloc double[3 * TReal.Count];
        x.Store(ref numbers[0], 0);
        y.Store(ref numbers[0], TReal.Count);
        z.Store(ref numbers[0], 2 * TReal.Count);
        for (int lane = 0; lane < TReal.Count; lane++)
        {
            ref double first = ref numbers[lane], second = ref numbers[TReal.Count + lane], third = ref numbers[(2 * TReal.Count) + lane];
            Vec3 shortest = lattice!.Shortest(new Vec3(first, second, third));
            (first, second, third) = (shortest.X, shortest.Y, shortest.Z);
        }

        x = TReal.Load(in numbers[0], 0);
        y = TReal.Load(in numbers[0], TReal.Count);
        z = TReal.Load(in numbers[0], 2 * TReal.Count);
    }

    private static double Inverse(double length) => length > 0 ? 1 / length : 0;

    private static double Fold(double s, bool periodic)
    {
        if (!periodic || (s >= 0 && s < 1))
        {
            return s;
        }

        double folded = s - Math.Floor(s);
        return folded < 1 ? folded : 0;
    }
}
