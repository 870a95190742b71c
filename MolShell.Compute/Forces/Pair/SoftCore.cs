using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// Lennard-Jones with a soft core, for particles that are switched on and off:
/// U(r) = 4 epsilon lambda^n (1/x^2 - 1/x) with x = alpha (1 - lambda)^2 + (r/sigma)^6, for r below the cutoff; finite at r = 0 for
/// lambda below 1, and Lennard-Jones for lambda = 1. Beutler et al. 1994, doi:10.1016/0009-2614(94)00397-1.
/// </summary>
public readonly record struct SoftCore : IPairPotential<SoftCore>
{
    /// <param name="epsilon">Depth for lambda = 1 [energy], not negative.</param>
    /// <param name="sigma">Distance of zero energy for lambda = 1 [length], positive.</param>
    /// <param name="lambda">How far the interaction is switched on, from 0 to 1.</param>
    /// <param name="cutoff">Cutoff [length], positive.</param>
    /// <param name="alpha">Softness, not negative.</param>
    /// <param name="power">n, not negative.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public SoftCore(double epsilon, double sigma, double lambda, double cutoff, double alpha = 0.5, double power = 1)
    {
        Parameter.NotNegative(epsilon, nameof(epsilon), Name);
        Parameter.Positive(sigma, nameof(sigma), Name);
        Parameter.Fraction(lambda, nameof(lambda), Name);
        Parameter.Positive(cutoff, nameof(cutoff), Name);
        Parameter.NotNegative(alpha, nameof(alpha), Name);
        Parameter.NotNegative(power, nameof(power), Name);
        (Epsilon, Sigma, Lambda, Cutoff, Alpha, Power) = (epsilon, sigma, lambda, cutoff, alpha, power);
    }

    public static string Name => "SoftCore";

    public static int ParameterCount => 3;

    public static string OpenCl => """
        real s2 = p[1] * r2;
        real s4 = s2 * s2;
        real inverse = 1 / (p[2] + s4 * s2);
        *forceOverR = 6 * p[0] * p[1] * s4 * inverse * inverse * (2 * inverse - 1);
        return p[0] * inverse * (inverse - 1);
        """;

    public double EnergyScale => Epsilon;

    /// <summary>Depth for lambda = 1 [energy].</summary>
    public double Epsilon { get; }

    /// <summary>Distance of zero energy for lambda = 1 [length].</summary>
    public double Sigma { get; }

    /// <summary>How far the interaction is switched on.</summary>
    public double Lambda { get; }

    public double Cutoff { get; }

    /// <summary>Softness.</summary>
    public double Alpha { get; }

    /// <summary>n.</summary>
    public double Power { get; }

    /// <summary>Epsilon and sigma by the rule, and the larger cutoff.</summary>
    /// <exception cref="ArgumentException">The two differ in lambda, alpha or the power.</exception>
    public static SoftCore Mix(SoftCore a, SoftCore b, MixingRule rule)
    {
        (double epsilon, double sigma) = Mixing.Of(rule, (a.Epsilon, a.Sigma), (b.Epsilon, b.Sigma));
        return (a.Lambda, a.Alpha, a.Power) == (b.Lambda, b.Alpha, b.Power)
            ? new(epsilon, sigma, a.Lambda, Math.Max(a.Cutoff, b.Cutoff), a.Alpha, a.Power)
            : throw new ArgumentException("potentials of different lambda, alpha or power cannot be mixed");
    }

    public void Pack(Span<double> parameters, List<double> data)
    {
        parameters[0] = 4 * Epsilon * Math.Pow(Lambda, Power);
        parameters[1] = 1 / (Sigma * Sigma);
        parameters[2] = Alpha * (1 - Lambda) * (1 - Lambda);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
        where TReal : struct, ILanes<TReal>
    {
        TReal s2 = p[1] * r2;
        TReal s4 = s2 * s2;
        TReal inverse = 1 / (p[2] + (s4 * s2));
        forceOverR = 6 * p[0] * p[1] * s4 * inverse * inverse * ((2 * inverse) - 1);
        return p[0] * inverse * (inverse - 1);
    }

    public string Describe() => FormattableString.Invariant(
        $"{Name}(epsilon={Epsilon}, sigma={Sigma}, lambda={Lambda}, cutoff={Cutoff}, alpha={Alpha}, power={Power})");

    public override string ToString() => Describe();
}
