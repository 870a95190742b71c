using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// Harmonic dihedral, mostly for impropers: U(phi) = k d^2 / 2 with d = phi - phi0 within half a turn. The energy has a kink opposite
/// to phi0.
/// </summary>
public readonly record struct HarmonicDihedral : IDihedralPotential
{
    /// <param name="forceConstant">k [energy/radian^2], not negative.</param>
    /// <param name="angle">phi0 [radian]; 0 keeps four particles in a plane.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public HarmonicDihedral(double forceConstant, double angle = 0)
    {
        Parameter.NotNegative(forceConstant, nameof(forceConstant), Name);
        Parameter.Finite(angle, nameof(angle), Name);
        (ForceConstant, Angle) = (forceConstant, angle);
    }

    public static string Name => "HarmonicDihedral";

    public static int ParameterCount => 3;

    public static string OpenCl => """
        real d = atan2(sine * p[1] - cosine * p[2], cosine * p[1] + sine * p[2]);
        *derivative = p[0] * d;
        return (real)0.5 * p[0] * d * d;
        """;

    /// <summary>k [energy/radian^2].</summary>
    public double ForceConstant { get; }

    /// <summary>phi0 [radian].</summary>
    public double Angle { get; }

    public void Pack(Span<double> parameters, List<double> data)
    {
        parameters[0] = ForceConstant;
        (parameters[2], parameters[1]) = Math.SinCos(Angle);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal cosine, TReal sine, Parameters<TReal> p, out TReal derivative)
        where TReal : struct, ILanes<TReal>
    {
        // The angle of phi turned back by phi0.
        TReal d = LaneTrigonometry.Atan2((sine * p[1]) - (cosine * p[2]), (cosine * p[1]) + (sine * p[2]));
        derivative = p[0] * d;
        return 0.5 * p[0] * d * d;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(k={ForceConstant}, phi0={Angle})");

    public override string ToString() => Describe();
}
