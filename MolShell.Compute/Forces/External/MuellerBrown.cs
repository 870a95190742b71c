using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Forces.External;

/// <summary>
/// The Mueller-Brown potential in x and y, scaled: V = s sum A exp(a (x-x0)^2 + b (x-x0)(y-y0) + c (y-y0)^2) with the published
/// A = -200, -100, -170, 15. Minima near (-0.558, 1.442), (0.623, 0.028) and (-0.050, 0.467). Mueller and Brown 1979,
/// doi:10.1007/BF00547608.
/// </summary>
public readonly record struct MuellerBrown : IExternalPotential
{
    /// <param name="scale">s [energy], positive; 1 gives the published numbers.</param>
    /// <exception cref="ArgumentException">The scale is out of range.</exception>
    public MuellerBrown(double scale)
    {
        Parameter.Positive(scale, nameof(scale), Name);
        Scale = scale;
    }

    public static string Name => "MuellerBrown";

    /// <summary>s [energy].</summary>
    public double Scale { get; }

    public int Dimension => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(Vec3 r, out Vec3 force)
    {
        double fx = 0, fy = 0;
        double energy = Term(-200, -1, 0, -10, r.X - 1, r.Y, ref fx, ref fy)
            + Term(-100, -1, 0, -10, r.X, r.Y - 0.5, ref fx, ref fy)
            + Term(-170, -6.5, 11, -6.5, r.X + 0.5, r.Y - 1.5, ref fx, ref fy)
            + Term(15, 0.7, 0.6, 0.7, r.X + 1, r.Y - 1, ref fx, ref fy);
        force = new Vec3(Scale * fx, Scale * fy, 0);
        return Scale * energy;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(s={Scale})");

    public override string ToString() => Describe();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Term(double amplitude, double a, double b, double c, double dx, double dy, ref double fx, ref double fy)
    {
        double value = amplitude * Math.Exp((a * dx * dx) + (b * dx * dy) + (c * dy * dy));
        fx -= value * ((2 * a * dx) + (b * dy));
        fy -= value * ((b * dx) + (2 * c * dy));
        return value;
    }
}
