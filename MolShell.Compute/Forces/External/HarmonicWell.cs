using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.External;

/// <summary>Harmonic well: V = sum over axes of k_a (r_a - c_a)^2 / 2.</summary>
public readonly record struct HarmonicWell : IExternalPotential
{
    /// <param name="forceConstants">k along each axis [energy/length^2], not negative; 0 leaves the axis free.</param>
    /// <param name="center">c [length].</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public HarmonicWell(Vec3 forceConstants, Vec3 center = default)
    {
        for (int axis = 0; axis < 3; axis++)
        {
            Parameter.NotNegative(forceConstants[axis], nameof(forceConstants), Name);
            Parameter.Finite(center[axis], nameof(center), Name);
        }

        (ForceConstants, Center) = (forceConstants, center);
    }

    /// <summary>A well along the first <paramref name="dimension"/> axes around the origin.</summary>
    /// <param name="forceConstant">k [energy/length^2], not negative.</param>
    /// <param name="dimension">1, 2 or 3.</param>
    /// <exception cref="ArgumentException">The constant is out of range.</exception>
    public HarmonicWell(double forceConstant, int dimension)
        : this(new Vec3(forceConstant, dimension > 1 ? forceConstant : 0, dimension > 2 ? forceConstant : 0))
    {
    }

    public static string Name => "HarmonicWell";

    public static int ParameterCount => 6;

    public static string OpenCl => """
        real dx = x - p[3], dy = y - p[4], dz = z - p[5];
        *fx = -(p[0] * dx);
        *fy = -(p[1] * dy);
        *fz = -(p[2] * dz);
        return (real)-0.5 * (*fx * dx + *fy * dy + *fz * dz);
        """;

    /// <summary>k [energy/length^2].</summary>
    public Vec3 ForceConstants { get; }

    /// <summary>c [length].</summary>
    public Vec3 Center { get; }

    public int Dimension => ForceConstants.Z != 0 ? 3 : ForceConstants.Y != 0 ? 2 : 1;

    public void Pack(Span<double> parameters, List<double> data)
    {
        (parameters[0], parameters[1], parameters[2]) = (ForceConstants.X, ForceConstants.Y, ForceConstants.Z);
        (parameters[3], parameters[4], parameters[5]) = (Center.X, Center.Y, Center.Z);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal x, TReal y, TReal z, Parameters<TReal> p, out TReal fx, out TReal fy, out TReal fz)
        where TReal : struct, ILanes<TReal>
    {
        TReal dx = x - p[3], dy = y - p[4], dz = z - p[5];
        fx = -(p[0] * dx);
        fy = -(p[1] * dy);
        fz = -(p[2] * dz);
        return -0.5 * ((fx * dx) + (fy * dy) + (fz * dz));
    }

    public string Describe() => FormattableString.Invariant(
        $"{Name}(k={ForceConstants.X},{ForceConstants.Y},{ForceConstants.Z}, c={Center.X},{Center.Y},{Center.Z})");

    public override string ToString() => Describe();
}
