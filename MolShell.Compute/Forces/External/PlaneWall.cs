using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.External;

/// <summary>A plane wall: V(n.r - s), where n is the unit normal that points inward and s how far the plane is from the origin.</summary>
public readonly record struct PlaneWall<TProfile> : IExternalPotential
    where TProfile : struct, IWallProfile
{
    /// <param name="profile">The energy by the distance from the plane.</param>
    /// <param name="normal">Points from the plane to where particles may be; of any length but 0.</param>
    /// <param name="offset">s [length]: where the plane cuts the axis of the normal.</param>
    /// <exception cref="ArgumentException">The normal is zero or a number is not finite.</exception>
    public PlaneWall(TProfile profile, Vec3 normal, double offset)
    {
        double length = normal.Length();
        Parameter.Positive(length, "length of the normal", Name);
        Parameter.Finite(offset, nameof(offset), Name);
        (Profile, Normal, Offset) = (profile, normal / length, offset);
    }

    public static string Name => TProfile.Name;

    public static int ParameterCount => 4 + TProfile.ParameterCount;

    public static string OpenCl => $$"""
        real distance = p[0] * x + p[1] * y + p[2] * z - p[3], push, wall;
        real *force = &push;
        {{OpenClText.Inline(TProfile.OpenCl, "wall = ", 4)}}
        *fx = push * p[0];
        *fy = push * p[1];
        *fz = push * p[2];
        return wall;
        """;

    /// <summary>The energy by the distance from the plane.</summary>
    public TProfile Profile { get; }

    /// <summary>n.</summary>
    public Vec3 Normal { get; }

    /// <summary>s [length].</summary>
    public double Offset { get; }

    public int Dimension => Normal.Z != 0 ? 3 : Normal.Y != 0 ? 2 : 1;

    public void Pack(Span<double> parameters, List<double> data)
    {
        (parameters[0], parameters[1], parameters[2], parameters[3]) = (Normal.X, Normal.Y, Normal.Z, Offset);
        Profile.Pack(parameters[4..], data);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal x, TReal y, TReal z, Parameters<TReal> p, out TReal fx, out TReal fy, out TReal fz)
        where TReal : struct, ILanes<TReal>
    {
        TReal energy = TProfile.Evaluate((p[0] * x) + (p[1] * y) + (p[2] * z) - p[3], p.From(4), out TReal push);
        fx = push * p[0];
        fy = push * p[1];
        fz = push * p[2];
        return energy;
    }

    public string Describe() => FormattableString.Invariant(
        $"Plane({Profile.Describe()}, n={Normal.X},{Normal.Y},{Normal.Z}, s={Offset})");

    public override string ToString() => Describe();
}
