using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

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

    public static int ParameterCount => 2;

    public static string OpenCl => """
        real r = sqrt(r2);
        real stretch = r - p[1];
        *forceOverR = p[1] > 0 ? -p[0] * stretch / r : -p[0];
        return (real)0.5 * p[0] * stretch * stretch;
        """;

    /// <summary>k [energy/length^2].</summary>
    public double ForceConstant { get; }

    /// <summary>r0 [length].</summary>
    public double Length { get; }

    public void Pack(Span<double> parameters, List<double> data) => (parameters[0], parameters[1]) = (ForceConstant, Length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
        where TReal : struct, ILanes<TReal>
    {
        TReal r = TReal.Sqrt(r2);
        TReal stretch = r - p[1];

        // Without a rest length the force is linear and has a value at r = 0 too.
        forceOverR = TReal.Select(TReal.LessThan(0, p[1]), -p[0] * stretch / r, -p[0]);
        return 0.5 * p[0] * stretch * stretch;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(k={ForceConstant}, r0={Length})");

    public override string ToString() => Describe();
}
