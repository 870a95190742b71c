using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// A pair potential whose force and energy are shifted to zero at its cutoff: U(r) = U_0(r) - U_0(r_c) - (r - r_c) U_0'(r_c), so that
/// F(r) = F_0(r) - F_0(r_c). A potential between charges must be proportional to their product.
/// </summary>
public readonly record struct ForceShifted<TPotential> : IPairPotential<ForceShifted<TPotential>>
    where TPotential : struct, IPairPotential<TPotential>
{
    private readonly double energy;
    private readonly double force;

    /// <param name="inner">The potential U_0, which is only cut.</param>
    /// <exception cref="ArgumentException">The potential has no cutoff, or no finite energy there.</exception>
    public ForceShifted(TPotential inner)
    {
        Inner = inner;
        (energy, force) = inner.AtCutoff();
    }

    public static string Name => TPotential.Name;

    public static int ParameterCount => 3 + TPotential.ParameterCount;

    public static bool UsesCharges => TPotential.UsesCharges;

    public static string OpenCl => $"""
        {OpenClText.Inner<TPotential>(3, OpenClText.EnergyOf<TPotential>())}
        real r = sqrt(r2), factor = {(UsesCharges ? "chargeProduct" : "1")};
        *forceOverR -= factor * p[1] / r;
        return {OpenClText.EnergyOf<TPotential>()} - factor * (p[0] - p[1] * (r - p[2]));
        """;

    /// <summary>The potential U_0.</summary>
    public TPotential Inner { get; }

    public double Cutoff => Inner.Cutoff;

    public double EnergyScale => Inner.EnergyScale;

    public static ForceShifted<TPotential> Mix(ForceShifted<TPotential> a, ForceShifted<TPotential> b, MixingRule rule) =>
        new(TPotential.Mix(a.Inner, b.Inner, rule));

    public void Pack(Span<double> parameters, List<double> data)
    {
        parameters[0] = energy;
        parameters[1] = force;
        parameters[2] = Cutoff;
        Inner.Pack(parameters[3..], data);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
        where TReal : struct, ILanes<TReal>
    {
        TReal inner = TPotential.Evaluate(r2, p.From(3), out TReal innerForce);
        TReal r = TReal.Sqrt(r2), factor = UsesCharges ? p.ChargeProduct : 1;
        forceOverR = innerForce - (factor * p[1] / r);
        return inner - (factor * (p[0] - (p[1] * (r - p[2]))));
    }

    public string ExplainFault(double r) => Inner.ExplainFault(r);

    public string Describe() => $"ForceShifted({Inner.Describe()})";

    public override string ToString() => Describe();
}
