using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Neighbors.Clusters;

/// <summary>
/// The lattice in which the cluster search counts places: the periods of the box, and along open directions artificial ones so long that
/// only particles which are not neighbours can be confused. Fractions of its edges, as fixed-point numbers that wrap around, give the
/// nearest image without a decision.
/// </summary>
internal sealed class ClusterFrame
{
    private const double OpenPeriods = 64;

    private ClusterFrame(Vec3 a, Vec3 b, Vec3 c, Box box)
    {
        (A, B, C) = (a, b, c);
        double volume = Vec3.Dot(a, Vec3.Cross(b, c));
        DualA = Vec3.Cross(b, c) / volume;
        DualB = Vec3.Cross(c, a) / volume;
        DualC = Vec3.Cross(a, b) / volume;
        Spacings = new Vec3(1 / DualA.Length(), 1 / DualB.Length(), 1 / DualC.Length());
        (IsPeriodicA, IsPeriodicB, IsPeriodicC) = (box.IsPeriodicA, box.IsPeriodicB, box.IsPeriodicC);
        IsRectangular = box.IsRectangular;
    }

    public Vec3 A { get; }

    public Vec3 B { get; }

    public Vec3 C { get; }

    /// <summary>Vectors whose products with a place are its fractions [1/length].</summary>
    public Vec3 DualA { get; }

    public Vec3 DualB { get; }

    public Vec3 DualC { get; }

    /// <summary>Distances of lattice planes [length].</summary>
    public Vec3 Spacings { get; }

    /// <summary>Length of the longest of the edges [length].</summary>
    public double LongestEdge => Math.Max(A.Length(), Math.Max(B.Length(), C.Length()));

    public bool IsPeriodicA { get; }

    public bool IsPeriodicB { get; }

    public bool IsPeriodicC { get; }

    public bool IsRectangular { get; }

    /// <summary>Whether a cutoff is short enough for the box: no particle is within it of two images of another, or of its own image.</summary>
    public static bool Fits(Box box, double cutoff) =>
        double.IsFinite(cutoff)
        && (!box.IsPeriodicA || 2 * cutoff <= box.PlaneSpacings.X)
        && (!box.IsPeriodicB || 2 * cutoff <= box.PlaneSpacings.Y)
        && (!box.IsPeriodicC || 2 * cutoff <= box.PlaneSpacings.Z);

    /// <summary>
    /// Whether differences of places, each at most half a period, show all pairs within a range [length]. Of edges at an angle they are
    /// not always the shortest, where the range is beyond half the box.
    /// </summary>
    public bool Shows(double range) => IsRectangular || 2 * range <= Math.Min(Spacings.X, Math.Min(Spacings.Y, Spacings.Z));

    public static ClusterFrame For(Box box, double cutoff)
    {
        // The period depends on the cutoff alone, so that the rounding of places never depends on the history of a run.
        double period = Math.ScaleB(1, Math.ILogB(OpenPeriods * cutoff) + 1);
        if (double.IsInfinity(box.Volume))
        {
            return new ClusterFrame(new Vec3(period, 0, 0), new Vec3(0, period, 0), new Vec3(0, 0, period), box);
        }

        return new ClusterFrame(
            Lengthen(box.A, box.IsPeriodicA, box.PlaneSpacings.X),
            Lengthen(box.B, box.IsPeriodicB, box.PlaneSpacings.Y),
            Lengthen(box.C, box.IsPeriodicC, box.PlaneSpacings.Z),
            box);

        Vec3 Lengthen(Vec3 edge, bool periodic, double spacing) => periodic ? edge : edge * Math.Max(1, Math.Ceiling(period / spacing));
    }

    /// <summary>Fractions of the edges at a place.</summary>
    public Vec3 ToFractional(Vec3 r) => new(Vec3.Dot(DualA, r), Vec3.Dot(DualB, r), Vec3.Dot(DualC, r));
}
