using System.Runtime.CompilerServices;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// Finitely extensible bond: U(r) = -K R0^2/2 ln(1 - (r/R0)^2), infinite from R0 on; and, if a repulsion is given, that WCA
/// potential between the bonded particles. Kremer and Grest 1990, doi:10.1063/1.458541 (K = 30, R0 = 1.5, epsilon = sigma = 1).
/// </summary>
public readonly record struct FeneBond : IBondPotential
{
    /// <param name="forceConstant">K [energy/length^2], positive.</param>
    /// <param name="maximumLength">R0 [length], positive.</param>
    /// <param name="repulsion">WCA repulsion within the bond; for chains whose pair force excludes bonded neighbours.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public FeneBond(double forceConstant, double maximumLength, Wca? repulsion = null)
    {
        Parameter.Positive(forceConstant, nameof(forceConstant), Name);
        Parameter.Positive(maximumLength, nameof(maximumLength), Name);
        (ForceConstant, MaximumLength, Repulsion) = (forceConstant, maximumLength, repulsion.GetValueOrDefault());
    }

    public static string Name => "FeneBond";

    public static int ParameterCount => 3 + Wca.ParameterCount;

    public static string OpenCl => $"""
        {OpenClText.Inner<Wca>(3, OpenClText.EnergyOf<Wca>())}
        real rest = 1 - r2 * p[1];
        bool near = r2 < p[2];
        *forceOverR = (near ? *forceOverR : 0) - (rest > 0 ? p[0] / rest : (real)NAN);
        return (near ? {OpenClText.EnergyOf<Wca>()} : 0) + (rest > 0 ? (real)-0.5 * p[0] / p[1] * log(rest) : (real)NAN);
        """;

    /// <summary>K [energy/length^2].</summary>
    public double ForceConstant { get; }

    /// <summary>R0 [length].</summary>
    public double MaximumLength { get; }

    /// <summary>The repulsion within the bond; of cutoff 0 where there is none.</summary>
    public Wca Repulsion { get; }

    public void Pack(Span<double> parameters, List<double> data)
    {
        parameters[0] = ForceConstant;
        parameters[1] = 1 / (MaximumLength * MaximumLength);
        parameters[2] = Repulsion.Cutoff * Repulsion.Cutoff;
        Repulsion.Pack(parameters[3..], data);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
        where TReal : struct, ILanes<TReal>
    {
        TReal rest = 1 - (r2 * p[1]);
        TReal whole = TReal.LessThan(0, rest);
        TReal energy = TReal.Select(whole, -0.5 * p[0] / p[1] * LaneMath.Log(rest), double.NaN);
        TReal near = TReal.LessThan(r2, p[2]);
        TReal repulsion = Wca.Evaluate(r2, p.From(3), out TReal push);
        forceOverR = TReal.Select(near, push, 0) - TReal.Select(whole, p[0] / rest, double.NaN);
        return TReal.Select(near, repulsion, 0) + energy;
    }

    public string Describe() => FormattableString.Invariant(
        $"{Name}(K={ForceConstant}, R0={MaximumLength}, repulsion={(Repulsion.Cutoff > 0 ? Repulsion.Describe() : "none")})");

    public string ExplainFault(double r) => r < 0.5 * MaximumLength
        ? "its ends overlap"
        : FormattableString.Invariant($"it must stay below its greatest length R0 = {MaximumLength:g6}");

    public override string ToString() => Describe();
}
