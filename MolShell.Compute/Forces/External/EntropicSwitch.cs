using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Forces.External;

/// <summary>
/// Two deep wells in x and y joined by two channels, of which the upper goes through a shallow third well; temperature decides which
/// is taken: V = s (3 exp(-x^2-(y-1/3)^2) - 3 exp(-x^2-(y-5/3)^2) - 5 exp(-(x-1)^2-y^2) - 5 exp(-(x+1)^2-y^2) + (x^4 + (y-1/3)^4)/5).
/// Metzner et al. 2006, doi:10.1063/1.2335447.
/// </summary>
public readonly record struct EntropicSwitch : IExternalPotential
{
    /// <param name="scale">s [energy], positive; 1 gives the published numbers.</param>
    /// <exception cref="ArgumentException">The scale is out of range.</exception>
    public EntropicSwitch(double scale)
    {
        Parameter.Positive(scale, nameof(scale), Name);
        Scale = scale;
    }

    public static string Name => "EntropicSwitch";

    /// <summary>s [energy].</summary>
    public double Scale { get; }

    public int Dimension => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(Vec3 r, out Vec3 force)
    {
        double up = r.Y - (1.0 / 3);
        double fx = -0.8 * r.X * r.X * r.X;
        double fy = -0.8 * up * up * up;
        double energy = Term(3, r.X, up, ref fx, ref fy)
            + Term(-3, r.X, r.Y - (5.0 / 3), ref fx, ref fy)
            + Term(-5, r.X - 1, r.Y, ref fx, ref fy)
            + Term(-5, r.X + 1, r.Y, ref fx, ref fy)
            + (0.2 * r.X * r.X * r.X * r.X)
            + (0.2 * up * up * up * up);
        force = new Vec3(Scale * fx, Scale * fy, 0);
        return Scale * energy;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(s={Scale})");

    public override string ToString() => Describe();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Term(double amplitude, double dx, double dy, ref double fx, ref double fy)
    {
        double value = amplitude * Math.Exp(-((dx * dx) + (dy * dy)));
        fx += 2 * dx * value;
        fy += 2 * dy * value;
        return value;
    }
}
