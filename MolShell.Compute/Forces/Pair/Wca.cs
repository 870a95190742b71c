using System.Runtime.CompilerServices;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// Weeks-Chandler-Andersen: U(r) = 4 epsilon ((sigma/r)^12 - (sigma/r)^6) + epsilon for r below 2^(1/6) sigma, else 0.
/// Weeks et al. 1971, doi:10.1063/1.1674820.
/// </summary>
public readonly record struct Wca : IPairPotential<Wca>
{
    private readonly double sigma2;

    /// <param name="epsilon">Energy at distance sigma [energy], not negative.</param>
    /// <param name="sigma">Diameter [length], positive.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public Wca(double epsilon, double sigma)
    {
        Parameter.NotNegative(epsilon, nameof(epsilon), Name);
        Parameter.Positive(sigma, nameof(sigma), Name);
        (Epsilon, Sigma) = (epsilon, sigma);
        sigma2 = sigma * sigma;
        Cutoff = sigma * CutoffOverSigma;
    }

    /// <summary>2^(1/6), the place of the Lennard-Jones minimum in units of sigma.</summary>
    public static double CutoffOverSigma { get; } = Math.Pow(2, 1.0 / 6);

    public static string Name => "WCA";

    /// <summary>Energy at distance sigma [energy].</summary>
    public double Epsilon { get; }

    /// <summary>Diameter [length].</summary>
    public double Sigma { get; }

    public double Cutoff { get; }

    /// <summary>Lorentz-Berthelot: mean sigma, geometric mean of epsilon.</summary>
    public static Wca Mix(Wca a, Wca b) => new(Math.Sqrt(a.Epsilon * b.Epsilon), 0.5 * (a.Sigma + b.Sigma));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(double r2, out double forceOverR)
    {
        double inverse = 1 / r2;
        double s2 = sigma2 * inverse;
        double s6 = s2 * s2 * s2;
        forceOverR = 24 * Epsilon * s6 * ((2 * s6) - 1) * inverse;
        return (4 * Epsilon * s6 * (s6 - 1)) + Epsilon;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(epsilon={Epsilon}, sigma={Sigma})");

    public override string ToString() => Describe();
}
