using System.Runtime.CompilerServices;
using MathNet.Numerics.Integration;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// A pair potential switched to zero between a distance r_s and its cutoff: U(r) = S(x) U_0(r) with x = (r - r_s)/(r_c - r_s) and
/// S = 1 - 10 x^3 + 15 x^4 - 6 x^5, whose first and second derivatives vanish at both ends ("potential-switch" of GROMACS, the switching
/// function of OpenMM). Below r_s it is U_0.
/// </summary>
public readonly record struct Switched<TPotential> : IPairPotential<Switched<TPotential>>, ITailPotential
    where TPotential : struct, IPairPotential<TPotential>
{
    private const int QuadratureOrder = 64;

    /// <param name="inner">The potential U_0, which is only cut.</param>
    /// <param name="switchDistance">r_s [length], not negative, below the cutoff.</param>
    /// <exception cref="ArgumentException">The potential has no cutoff, or the distance is out of range.</exception>
    public Switched(TPotential inner, double switchDistance)
    {
        Inner = inner;
        _ = inner.AtCutoff();
        if (!(switchDistance >= 0 && switchDistance < inner.Cutoff))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{Name}: the switch distance is {switchDistance:g6}; expected a number from 0 to below the cutoff {inner.Cutoff:g6}."));
        }

        SwitchDistance = switchDistance;
    }

    public static string Name => TPotential.Name;

    public static int ParameterCount => 2 + TPotential.ParameterCount;

    public static bool UsesCharges => TPotential.UsesCharges;

    public static string OpenCl => $"""
        {OpenClText.Inner<TPotential>(2, OpenClText.EnergyOf<TPotential>())}
        real r = sqrt(r2);
        real x = fmin(fmax((r - p[0]) * p[1], (real)0), (real)1);
        real s = 1 - x * x * x * (10 - x * (15 - 6 * x));
        real slope = -30 * x * x * (1 - x) * (1 - x) * p[1];
        *forceOverR = s * *forceOverR - slope * {OpenClText.EnergyOf<TPotential>()} / r;
        return s * {OpenClText.EnergyOf<TPotential>()};
        """;

    /// <summary>The potential U_0.</summary>
    public TPotential Inner { get; }

    /// <summary>r_s [length].</summary>
    public double SwitchDistance { get; }

    public double Cutoff => Inner.Cutoff;

    public double EnergyScale => Inner.EnergyScale;

    /// <exception cref="ArgumentException">The potential U_0 has no tail, or the switch starts inside its core.</exception>
    public double TailEnergy => InnerTail + GaussLegendreRule.Integrate(Missing, BeyondCore(), Cutoff, QuadratureOrder);

    // By parts: what is missing starts from zero at r_s, so that nothing is left at the ends.
    public double TailVirial => -3 * TailEnergy;

    private double InnerTail => Inner is ITailPotential tail
        ? tail.TailEnergy
        : throw new ArgumentException($"{Name} has no tail correction.");

    /// <summary>The mixed potential, switched from the larger of the two distances on.</summary>
    public static Switched<TPotential> Mix(Switched<TPotential> a, Switched<TPotential> b, MixingRule rule) =>
        new(TPotential.Mix(a.Inner, b.Inner, rule), Math.Max(a.SwitchDistance, b.SwitchDistance));

    public void Pack(Span<double> parameters, List<double> data)
    {
        parameters[0] = SwitchDistance;
        parameters[1] = 1 / (Cutoff - SwitchDistance);
        Inner.Pack(parameters[2..], data);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
        where TReal : struct, ILanes<TReal>
    {
        TReal inner = TPotential.Evaluate(r2, p.From(2), out TReal innerForce);
        TReal r = TReal.Sqrt(r2);
        TReal x = TReal.Min(TReal.Max((r - p[0]) * p[1], 0), 1);
        TReal s = 1 - (x * x * x * (10 - (x * (15 - (6 * x)))));
        TReal slope = -30 * x * x * (1 - x) * (1 - x) * p[1];
        forceOverR = (s * innerForce) - (slope * inner / r);
        return s * inner;
    }

    public string ExplainFault(double r) => Inner.ExplainFault(r);

    public string Describe() => FormattableString.Invariant($"Switched({Inner.Describe()}, from={SwitchDistance})");

    public override string ToString() => Describe();

    // Where particles cannot be, a density of 1 would count energies without bounds.
    private double BeyondCore()
    {
        double energy = Inner.Evaluate(SwitchDistance * SwitchDistance, out _);
        return energy <= EnergyScale
            ? SwitchDistance
            : throw new ArgumentException(FormattableString.Invariant(
                $"{Name}: the energy at the switch distance {SwitchDistance:g6} is {energy:g6}; ")
                + "a tail correction takes particles to be anywhere beyond, so it expects a switch that starts outside the core.");
    }

    // (1 - S) U_0 r^2.
    private double Missing(double r)
    {
        double whole = Inner.Evaluate(r * r, out _);
        return (whole - this.Evaluate(r * r, out _)) * r * r;
    }
}
