using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics;

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

    /// <summary>s [energy/length^6].</summary>
    public Vec3 Strengths { get; }

    /// <summary>c [length].</summary>
    public Vec3 Center { get; }

    public int Dimension => Strengths.Z != 0 ? 3 : Strengths.Y != 0 ? 2 : 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(Vec3 r, out Vec3 force)
    {
        Vec3 d = r - Center;
        double energy =
            Axis(Strengths.X, d.X, out double fx) + Axis(Strengths.Y, d.Y, out double fy) + Axis(Strengths.Z, d.Z, out double fz);
        force = new Vec3(fx, fy, fz);
        return energy;
    }

    public string Describe() => FormattableString.Invariant(
        $"{Name}(s={Strengths.X},{Strengths.Y},{Strengths.Z}, c={Center.X},{Center.Y},{Center.Z})");

    public override string ToString() => Describe();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Axis(double strength, double d, out double force)
    {
        double d2 = d * d;
        double d5 = strength * d2 * d2 * d;
        force = -6 * d5;
        return d5 * d;
    }
}
