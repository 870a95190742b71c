using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// A pair potential shifted to zero energy at its cutoff: U(r) = U_0(r) - U_0(r_c). Forces are those of U_0. A potential between
/// charges must be proportional to their product.
/// </summary>
public readonly record struct Shifted<TPotential> : IPairPotential<Shifted<TPotential>>
    where TPotential : struct, IPairPotential<TPotential>
{
    private readonly double energy;

    /// <param name="inner">The potential U_0, which is only cut.</param>
    /// <exception cref="ArgumentException">The potential has no cutoff, or no finite energy there.</exception>
    public Shifted(TPotential inner)
    {
        Inner = inner;
        energy = inner.AtCutoff().Energy;
    }

    public static string Name => TPotential.Name;

    public static int ParameterCount => 1 + TPotential.ParameterCount;

    public static bool UsesCharges => TPotential.UsesCharges;

    public static string OpenCl => $"""
        {OpenClText.Inner<TPotential>(1, OpenClText.EnergyOf<TPotential>())}
        return {OpenClText.EnergyOf<TPotential>()} - {(UsesCharges ? "chargeProduct * " : string.Empty)}p[0];
        """;

    /// <summary>The potential U_0.</summary>
    public TPotential Inner { get; }

    public double Cutoff => Inner.Cutoff;

    public double EnergyScale => Inner.EnergyScale;

    public static Shifted<TPotential> Mix(Shifted<TPotential> a, Shifted<TPotential> b, MixingRule rule) =>
        new(TPotential.Mix(a.Inner, b.Inner, rule));

    public void Pack(Span<double> parameters, List<double> data)
    {
        parameters[0] = energy;
        Inner.Pack(parameters[1..], data);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
        where TReal : struct, ILanes<TReal>
    {
        TReal inner = TPotential.Evaluate(r2, p.From(1), out forceOverR);
        return inner - (UsesCharges ? p.ChargeProduct * p[0] : p[0]);
    }

    public string ExplainFault(double r) => Inner.ExplainFault(r);

    public string Describe() => $"Shifted({Inner.Describe()})";

    public override string ToString() => Describe();
}
