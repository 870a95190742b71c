using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// Buckingham: U(r) = A e^(-r/rho) - C/r^6 for r below the cutoff. Inside its barrier, where the dispersion would pull particles together
/// without end, it has no finite energy. Buckingham 1938, doi:10.1098/rspa.1938.0173.
/// </summary>
public readonly record struct Buckingham : IPairPotential<Buckingham>, ITailPotential
{
    /// <param name="repulsion">A [energy], positive.</param>
    /// <param name="decay">rho [length], positive.</param>
    /// <param name="dispersion">C [energy length^6], not negative.</param>
    /// <param name="cutoff">Cutoff [length], positive, outside the barrier.</param>
    /// <exception cref="ArgumentException">A parameter is out of range, or there is no repulsive barrier.</exception>
    public Buckingham(double repulsion, double decay, double dispersion, double cutoff)
    {
        Parameter.Positive(repulsion, nameof(repulsion), Name);
        Parameter.Positive(decay, nameof(decay), Name);
        Parameter.NotNegative(dispersion, nameof(dispersion), Name);
        Parameter.Positive(cutoff, nameof(cutoff), Name);
        (Repulsion, Decay, Dispersion, Cutoff) = (repulsion, decay, dispersion, cutoff);
        CoreDistance = FindCore();
        if (CoreDistance >= cutoff)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{Name}: the potential attracts at all distances below {CoreDistance:g6}; expected a cutoff beyond, not {cutoff:g6}."));
        }
    }

    public static string Name => "Buckingham";

    public static int ParameterCount => 4;

    public static string OpenCl => """
        real r = sqrt(r2), inverse = 1 / r2;
        real repulsion = p[0] * exp(p[1] * r);
        real attraction = p[2] * inverse * inverse * inverse;
        bool within = r2 < p[3];
        *forceOverR = within ? NAN : -p[1] * repulsion / r - 6 * attraction * inverse;
        return within ? NAN : repulsion - attraction;
        """;

    /// <summary>The repulsion at 7 rho, beyond every barrier, or at the cutoff if that is nearer.</summary>
    public double EnergyScale => Repulsion * Math.Exp(-Math.Min(7, Cutoff / Decay));

    /// <summary>A [energy].</summary>
    public double Repulsion { get; }

    /// <summary>rho [length].</summary>
    public double Decay { get; }

    /// <summary>C [energy length^6].</summary>
    public double Dispersion { get; }

    public double Cutoff { get; }

    /// <summary>The top of the barrier [length], inside which there is no finite energy.</summary>
    public double CoreDistance { get; }

    public double TailEnergy => (Repulsion * Decay * Math.Exp(-Cutoff / Decay)
            * ((Cutoff * Cutoff) + (2 * Decay * Cutoff) + (2 * Decay * Decay)))
        - (Dispersion / (3 * Cutoff * Cutoff * Cutoff));

    // By parts: -r_c^3 U(r_c) - 3 times the integral of U r^2.
    public double TailVirial => -(Cutoff * Cutoff * Cutoff * this.AtCutoff().Energy) - (3 * TailEnergy);

    /// <summary>A and C by their geometric means, rho as the rule mixes lengths, and the larger cutoff.</summary>
    /// <exception cref="ArgumentException">The rule does not mix lengths by themselves.</exception>
    public static Buckingham Mix(Buckingham a, Buckingham b, MixingRule rule) => new(
        Math.Sqrt(a.Repulsion * b.Repulsion),
        Mixing.Length(rule, a.Decay, b.Decay),
        Math.Sqrt(a.Dispersion * b.Dispersion),
        Math.Max(a.Cutoff, b.Cutoff));

    public void Pack(Span<double> parameters, List<double> data)
    {
        parameters[0] = Repulsion;
        parameters[1] = -1 / Decay;
        parameters[2] = Dispersion;
        parameters[3] = CoreDistance * CoreDistance;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
        where TReal : struct, ILanes<TReal>
    {
        TReal r = TReal.Sqrt(r2), inverse = 1 / r2;
        TReal repulsion = p[0] * LaneMath.Exp(p[1] * r);
        TReal attraction = p[2] * inverse * inverse * inverse;
        TReal within = TReal.LessThan(r2, p[3]);
        forceOverR = TReal.Select(within, double.NaN, (-p[1] * repulsion / r) - (6 * attraction * inverse));
        return TReal.Select(within, double.NaN, repulsion - attraction);
    }

    public string ExplainFault(double r) => r < CoreDistance
        ? FormattableString.Invariant($"below {CoreDistance:g6} the dispersion would pull them together without end")
        : "they overlap";

    public string Describe() =>
        FormattableString.Invariant($"{Name}(A={Repulsion}, rho={Decay}, C={Dispersion}, cutoff={Cutoff})");

    public override string ToString() => Describe();

    // The smaller root of U' = 0, that is of 7 ln r - r/rho = ln(6 C rho / A); the left side is greatest at 7 rho.
    private double FindCore()
    {
        if (Dispersion == 0)
        {
            return 0;
        }

        double decay = Decay, level = Math.Log(6 * Dispersion * Decay / Repulsion);
        double low = 0, high = 7 * decay;
        if (Slope(high) < 0)
        {
            throw NoCore();
        }

        for (double middle = 0.5 * high; middle > low && middle < high; middle = 0.5 * (low + high))
        {
            (low, high) = Slope(middle) < 0 ? (middle, high) : (low, middle);
        }

        double sixth = Math.Pow(high, 6);
        return (Repulsion * Math.Exp(-high / decay)) > Dispersion / sixth ? high : throw NoCore();

        double Slope(double r) => (7 * Math.Log(r)) - (r / decay) - level;
    }

    private ArgumentException NoCore() => new(FormattableString.Invariant(
        $"{Name}: A = {Repulsion:g6}, rho = {Decay:g6} and C = {Dispersion:g6} give no repulsive core; ")
        + "expected a larger A or a smaller C.");
}
