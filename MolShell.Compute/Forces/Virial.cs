using System.Globalization;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Forces;

/// <summary>
/// The symmetric virial tensor W = sum r_ij (x) f_ij [energy], which is -dU/d(strain); pressure is (2 K + tr W) / (3 V).
/// </summary>
public struct Virial
{
    public double XX, YY, ZZ, XY, XZ, YZ;

    public readonly double Trace => XX + YY + ZZ;

    public override readonly string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"(xx {XX:g6}, yy {YY:g6}, zz {ZZ:g6}, xy {XY:g6}, xz {XZ:g6}, yz {YZ:g6})");

    /// <summary>Adds a pair: separation r = r_i - r_j and the force f on i.</summary>
    public void Add(Vec3 r, Vec3 f)
    {
        XX += r.X * f.X;
        YY += r.Y * f.Y;
        ZZ += r.Z * f.Z;
        XY += 0.5 * ((r.X * f.Y) + (r.Y * f.X));
        XZ += 0.5 * ((r.X * f.Z) + (r.Z * f.X));
        YZ += 0.5 * ((r.Y * f.Z) + (r.Z * f.Y));
    }

    /// <summary>Adds another tensor.</summary>
    public void Add(in Virial other)
    {
        XX += other.XX;
        YY += other.YY;
        ZZ += other.ZZ;
        XY += other.XY;
        XZ += other.XZ;
        YZ += other.YZ;
    }
}
