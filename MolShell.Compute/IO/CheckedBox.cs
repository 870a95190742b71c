using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.IO;

/// <summary>Boxes of files, whose numbers may be anything.</summary>
internal static class CheckedBox
{
    // The longest edge cubed over the volume. Cells of materials are far below; the shortest vectors of thinner oblique ones are found too slowly.
    private const double LargestSkew = 1e6;

    /// <summary>The box of edges [length].</summary>
    /// <exception cref="ArgumentException">The edges are those of no cell.</exception>
    public static Box Of(Vec3 a, Vec3 b, Vec3 c, bool periodicA = true, bool periodicB = true, bool periodicC = true)
    {
        double volume = Math.Abs(Vec3.Dot(a, Vec3.Cross(b, c)));
        double longest = Math.Max(a.Length(), Math.Max(b.Length(), c.Length()));
        bool isRectangular = a.Y == 0 && a.Z == 0 && b.X == 0 && b.Z == 0 && c.X == 0 && c.Y == 0;
        return isRectangular || longest * longest * longest <= LargestSkew * volume
            ? Box.Triclinic(a, b, c, periodicA, periodicB, periodicC)
            : throw new ArgumentException($"Box edges {a}, {b}, {c} lie almost in a plane; expected a cell with a volume.");
    }
}
