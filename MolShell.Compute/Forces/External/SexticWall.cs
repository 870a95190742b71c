using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.External;

/// <summary>Soft outer walls: V = sum over axes of s_a (r_a - c_a)^6.</summary>
public readonly record struct SexticWall : IExternalPotential
{
    /// <param name="strengths">s along each axis [energy/length^6], not negative; 0 leaves the axis free.</param>
    /// <param name="center">c [length].</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public SexticWall(Vec3 strengths, Vec3 center = default)
    {
        for (int axis = 0; axis < 3; axis++)
        {
            Parameter.NotNegative(strengths[axis], nameof(strengths), Name);
            Parameter.Finite(center[axis], nameof(center), Name);
        }

        (Strengths, Center) = (strengths, center);
    }

    public static string Name => "SexticWall";

    public static int ParameterCount => 6;

    public static string OpenCl => """
        real dx = x - p[3], dy = y - p[4], dz = z - p[5];
        real x2 = dx * dx, y2 = dy * dy, z2 = dz * dz;
        real x5 = p[0] * x2 * x2 * dx, y5 = p[1] * y2 * y2 * dy, z5 = p[2] * z2 * z2 * dz;
        *fx = -6 * x5;
        *fy = -6 * y5;
        *fz = -6 * z5;
        return x5 * dx + y5 * dy + z5 * dz;
        """;

    /// <summary>s [energy/length^6].</summary>
    public Vec3 Strengths { get; }

    /// <summary>c [length].</summary>
    public Vec3 Center { get; }

    public int Dimension => Strengths.Z != 0 ? 3 : Strengths.Y != 0 ? 2 : 1;

    public void Pack(Span<double> parameters, List<double> data)
    {
        (parameters[0], parameters[1], parameters[2]) = (Strengths.X, Strengths.Y, Strengths.Z);
        (parameters[3], parameters[4], parameters[5]) = (Center.X, Center.Y, Center.Z);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal x, TReal y, TReal z, Parameters<TReal> p, out TReal fx, out TReal fy, out TReal fz)
        where TReal : struct, ILanes<TReal>
    {
        TReal dx = x - p[3], dy = y - p[4], dz = z - p[5];
        TReal x2 = dx * dx, y2 = dy * dy, z2 = dz * dz;
        TReal x5 = p[0] * x2 * x2 * dx, y5 = p[1] * y2 * y2 * dy, z5 = p[2] * z2 * z2 * dz;
        fx = -6 * x5;
        fy = -6 * y5;
        fz = -6 * z5;
        return (x5 * dx) + (y5 * dy) + (z5 * dz);
    }

    public string Describe() => FormattableString.Invariant(
        $"{Name}(s={Strengths.X},{Strengths.Y},{Strengths.Z}, c={Center.X},{Center.Y},{Center.Z})");

    public override string ToString() => Describe();
}
