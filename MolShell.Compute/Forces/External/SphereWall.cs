using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.External;

/// <summary>A spherical wall around particles: V(R - |r - c|).</summary>
public readonly record struct SphereWall<TProfile> : IExternalPotential
    where TProfile : struct, IWallProfile
{
    /// <param name="profile">The energy by the distance from the wall.</param>
    /// <param name="radius">R [length], positive.</param>
    /// <param name="center">c [length].</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public SphereWall(TProfile profile, double radius, Vec3 center = default)
    {
        Parameter.Positive(radius, nameof(radius), Name);
        for (int axis = 0; axis < 3; axis++)
        {
            Parameter.Finite(center[axis], nameof(center), Name);
        }

        (Profile, Radius, Center) = (profile, radius, center);
    }

    public static string Name => TProfile.Name;

    public static int ParameterCount => 4 + TProfile.ParameterCount;

    public static string OpenCl => $$"""
        real dx = x - p[0], dy = y - p[1], dz = z - p[2];
        real length = sqrt(dx * dx + dy * dy + dz * dz), distance = p[3] - length, push, wall;
        real *force = &push;
        {{OpenClText.Inline(TProfile.OpenCl, "wall = ", 4)}}
        real factor = length > 0 ? -push / length : 0;
        *fx = factor * dx;
        *fy = factor * dy;
        *fz = factor * dz;
        return wall;
        """;

    /// <summary>The energy by the distance from the wall.</summary>
    public TProfile Profile { get; }

    /// <summary>R [length].</summary>
    public double Radius { get; }

    /// <summary>c [length].</summary>
    public Vec3 Center { get; }

    public int Dimension => 3;

    public void Pack(Span<double> parameters, List<double> data)
    {
        (parameters[0], parameters[1], parameters[2], parameters[3]) = (Center.X, Center.Y, Center.Z, Radius);
        Profile.Pack(parameters[4..], data);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal x, TReal y, TReal z, Parameters<TReal> p, out TReal fx, out TReal fy, out TReal fz)
        where TReal : struct, ILanes<TReal>
    {
        TReal dx = x - p[0], dy = y - p[1], dz = z - p[2];
        TReal length = TReal.Sqrt((dx * dx) + (dy * dy) + (dz * dz));
        TReal energy = TProfile.Evaluate(p[3] - length, p.From(4), out TReal push);

        // At the center all directions are alike and the force is zero.
        TReal factor = TReal.Select(TReal.LessThan(0, length), -push / length, 0);
        fx = factor * dx;
        fy = factor * dy;
        fz = factor * dz;
        return energy;
    }

    public string Describe() => FormattableString.Invariant(
        $"Sphere({Profile.Describe()}, R={Radius}, c={Center.X},{Center.Y},{Center.Z})");

    public override string ToString() => Describe();
}
