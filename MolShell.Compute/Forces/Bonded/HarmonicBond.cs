using System.Runtime.CompilerServices;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>Harmonic bond: U(r) = k (r - r0)^2 / 2.</summary>
public readonly record struct HarmonicBond : IBondPotential
{
    /// <param name="forceConstant">k [energy/length^2], not negative.</param>
    /// <param name="length">r0 [length], not negative.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public HarmonicBond(double forceConstant, double length)
    {
        Parameter.NotNegative(forceConstant, nameof(forceConstant), Name);
        Parameter.NotNegative(length, nameof(length), Name);
        (ForceConstant, Length) = (forceConstant, length);
    }

    public static string Name => "HarmonicBond";

    /// <summary>k [energy/length^2].</summary>
    public double ForceConstant { get; }

    /// <summary>r0 [length].</summary>
    public double Length { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(double r2, out double forceOverR)
    {
        double r = Math.Sqrt(r2);
        double stretch = r - Length;

        // Without a rest length the force is linear and has a value at r = 0 too.
        forceOverR = Length == 0 ? -ForceConstant : -ForceConstant * stretch / r;
        return 0.5 * ForceConstant * stretch * stretch;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(k={ForceConstant}, r0={Length})");

    public string ExplainFault(double r) => "its ends are at one point, where its force has no direction";

    public override string ToString() => Describe();
}
