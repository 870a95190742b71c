using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// Anharmonic bond of class II force fields: U(r) = k2 d^2 + k3 d^3 + k4 d^4 with d = r - r0, the bond_style class2 of LAMMPS; its
/// bond_style quartic is another, which breaks. Maple et al. 1994, doi:10.1002/jcc.540150207.
/// </summary>
public readonly record struct QuarticBond : IBondPotential
{
    /// <param name="length">r0 [length], positive.</param>
    /// <param name="quadratic">k2 [energy/length^2].</param>
    /// <param name="cubic">k3 [energy/length^3].</param>
    /// <param name="quartic">k4 [energy/length^4], not negative.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public QuarticBond(double length, double quadratic, double cubic, double quartic)
    {
        Parameter.Positive(length, nameof(length), Name);
        Parameter.Finite(quadratic, nameof(quadratic), Name);
        Parameter.Finite(cubic, nameof(cubic), Name);
        Parameter.NotNegative(quartic, nameof(quartic), Name);
        (Length, Quadratic, Cubic, Quartic) = (length, quadratic, cubic, quartic);
    }

    public static string Name => "QuarticBond";

    public static int ParameterCount => 4;

    public static string OpenCl => """
        real r = sqrt(r2);
        real d = r - p[0];
        *forceOverR = -d * (2 * p[1] + d * (3 * p[2] + d * 4 * p[3])) / r;
        return d * d * (p[1] + d * (p[2] + d * p[3]));
        """;

    /// <summary>r0 [length].</summary>
    public double Length { get; }

    /// <summary>k2 [energy/length^2].</summary>
    public double Quadratic { get; }

    /// <summary>k3 [energy/length^3].</summary>
    public double Cubic { get; }

    /// <summary>k4 [energy/length^4].</summary>
    public double Quartic { get; }

    public void Pack(Span<double> parameters, List<double> data)
    {
        parameters[0] = Length;
        parameters[1] = Quadratic;
        parameters[2] = Cubic;
        parameters[3] = Quartic;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
        where TReal : struct, ILanes<TReal>
    {
        TReal r = TReal.Sqrt(r2);
        TReal d = r - p[0];
        forceOverR = -d * ((2 * p[1]) + (d * ((3 * p[2]) + (d * 4 * p[3])))) / r;
        return d * d * (p[1] + (d * (p[2] + (d * p[3]))));
    }

    public string Describe() => FormattableString.Invariant($"{Name}(r0={Length}, k2={Quadratic}, k3={Cubic}, k4={Quartic})");

    public override string ToString() => Describe();
}
