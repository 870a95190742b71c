using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Forces.External;

/// <summary>Double well along x: V = h ((x/a)^2 - 1)^2, with minima of zero energy at -a and a and a barrier h at 0.</summary>
public readonly record struct DoubleWell : IExternalPotential
{
    /// <param name="barrier">h [energy], not negative.</param>
    /// <param name="minimum">a [length], positive.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public DoubleWell(double barrier, double minimum = 1)
    {
        Parameter.NotNegative(barrier, nameof(barrier), Name);
        Parameter.Positive(minimum, nameof(minimum), Name);
        (Barrier, Minimum) = (barrier, minimum);
    }

    public static string Name => "DoubleWell";

    /// <summary>h [energy].</summary>
    public double Barrier { get; }

    /// <summary>a [length].</summary>
    public double Minimum { get; }

    public int Dimension => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(Vec3 r, out Vec3 force)
    {
        double x = r.X / Minimum;
        double y = (x * x) - 1;
        force = new Vec3(-4 * Barrier * x * y / Minimum, 0, 0);
        return Barrier * y * y;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(h={Barrier}, a={Minimum})");

    public override string ToString() => Describe();
}
