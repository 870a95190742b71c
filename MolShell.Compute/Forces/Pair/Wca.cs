using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// Weeks-Chandler-Andersen: U(r) = 4 epsilon ((sigma/r)^12 - (sigma/r)^6) + epsilon for r below 2^(1/6) sigma, else 0.
/// Weeks et al. 1971, doi:10.1063/1.1674820.
/// </summary>
public readonly record struct Wca : IPairPotential<Wca>
{
    /// <param name="epsilon">Energy at distance sigma [energy], not negative.</param>
    /// <param name="sigma">Diameter [length], positive.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public Wca(double epsilon, double sigma)
    {
        Parameter.NotNegative(epsilon, nameof(epsilon), Name);
        Parameter.Positive(sigma, nameof(sigma), Name);
        (Epsilon, Sigma) = (epsilon, sigma);
        Cutoff = sigma * CutoffOverSigma;
    }

    /// <summary>2^(1/6), the place of the Lennard-Jones minimum in units of sigma.</summary>
    public static double CutoffOverSigma { get; } = Math.Pow(2, 1.0 / 6);

    public static string Name => "WCA";

    public static int ParameterCount => 3;

    public static string OpenCl => """
        real inverse = 1 / r2;
        real s2 = p[1] * inverse;
        real s6 = s2 * s2 * s2;
        real repulsion = p[0] * s6 * s6, attraction = p[0] * s6;
        *forceOverR = (12 * repulsion - 6 * attraction) * inverse;
        return repulsion - attraction + p[2];
        """;

    public double EnergyScale => Epsilon;

    /// <summary>Energy at distance sigma [energy].</summary>
    public double Epsilon { get; }

    /// <summary>Diameter [length].</summary>
    public double Sigma { get; }

    public double Cutoff { get; }

    /// <summary>Epsilon and sigma by the rule.</summary>
    public static Wca Mix(Wca a, Wca b, MixingRule rule)
    {
        (double epsilon, double sigma) = Mixing.Of(rule, (a.Epsilon, a.Sigma), (b.Epsilon, b.Sigma));
        return new(epsilon, sigma);
    }

    public void Pack(Span<double> parameters, List<double> data)
    {
        parameters[0] = 4 * Epsilon;
        parameters[1] = Sigma * Sigma;
        parameters[2] = Epsilon;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
        where TReal : struct, ILanes<TReal>
    {
        TReal inverse = 1 / r2;
        TReal s2 = p[1] * inverse;
        TReal s6 = s2 * s2 * s2;
        TReal repulsion = p[0] * s6 * s6, attraction = p[0] * s6;
        forceOverR = ((12 * repulsion) - (6 * attraction)) * inverse;
        return repulsion - attraction + p[2];
    }

    public string Describe() => FormattableString.Invariant($"{Name}(epsilon={Epsilon}, sigma={Sigma})");

    public override string ToString() => Describe();
}
