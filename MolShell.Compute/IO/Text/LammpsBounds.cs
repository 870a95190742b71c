using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.IO.Text;

/// <summary>The cell of a LAMMPS file: a corner anywhere, and edges.</summary>
/// <param name="Origin">The corner [length].</param>
/// <param name="A">First edge [length]; along x unless the cell is general.</param>
/// <param name="B">Second edge [length].</param>
/// <param name="C">Third edge [length].</param>
internal readonly record struct LammpsBounds(Vec3 Origin, Vec3 A, Vec3 B, Vec3 C)
{
    /// <summary>
    /// From the bounding box of a dump, [lo, hi] of x, y and z, and tilts xy, xz, yz: the corner of the cell lies inside of it by the tilts
    /// that reach to the left, https://docs.lammps.org/Howto_triclinic.html.
    /// </summary>
    public static LammpsBounds FromBoundingBox(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z)
    {
        (double xy, double xz, double yz) = (x[2], y[2], z[2]);
        double lowX = x[0] - Math.Min(Math.Min(0, xy), Math.Min(xz, xy + xz));
        double highX = x[1] - Math.Max(Math.Max(0, xy), Math.Max(xz, xy + xz));
        double lowY = y[0] - Math.Min(0, yz);
        double highY = y[1] - Math.Max(0, yz);
        return FromLimits(new(lowX, lowY, z[0]), new(highX, highY, z[1]), xy, xz, yz);
    }

    /// <summary>From the corners and tilts of a cell.</summary>
    public static LammpsBounds FromLimits(Vec3 low, Vec3 high, double xy, double xz, double yz) => new(
        low, new(high.X - low.X, 0, 0), new(xy, high.Y - low.Y, 0), new(xz, yz, high.Z - low.Z));

    /// <summary>Whether LAMMPS can hold a cell: a along +x, b in the upper half of the xy plane, c above it.</summary>
    public static bool CanHold(Box box) =>
        box.A.X > 0 && box.A.Y == 0 && box.A.Z == 0 && box.B.Y > 0 && box.B.Z == 0 && box.C.Z > 0;

    /// <summary>The place at fractions of the edges [length].</summary>
    public Vec3 ToCartesian(Vec3 s) => Origin + (s.X * A) + (s.Y * B) + (s.Z * C);
}
