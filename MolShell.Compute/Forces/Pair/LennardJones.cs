using System.Runtime.CompilerServices;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// Lennard-Jones: U(r) = 4 epsilon ((sigma/r)^12 - (sigma/r)^6) - U_c for r below the cutoff, where U_c is the value at the
/// cutoff if shifted (the default) and 0 if only cut.
/// </summary>
public readonly record struct LennardJones : IPairPotential<LennardJones>
{
    private readonly double sigma2;
    private readonly double shiftEnergy;

    /// <param name="epsilon">Depth [energy], not negative.</param>
    /// <param name="sigma">Distance of zero energy before the shift [length], positive.</param>
    /// <param name="cutoff">Cutoff [length], positive.</param>
    /// <param name="shifted">Whether the energy is continuous at the cutoff.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public LennardJones(double epsilon, double sigma, double cutoff, bool shifted = true)
    {
        Parameter.NotNegative(epsilon, nameof(epsilon), Name);
        Parameter.Positive(sigma, nameof(sigma), Name);
        Parameter.Positive(cutoff, nameof(cutoff), Name);
        (Epsilon, Sigma, Cutoff, IsShifted) = (epsilon, sigma, cutoff, shifted);
        sigma2 = sigma * sigma;
        shiftEnergy = shifted ? Evaluate(cutoff * cutoff, out _) : 0;
    }

    public static string Name => "LennardJones";

    /// <summary>Depth [energy].</summary>
    public double Epsilon { get; }

    /// <summary>Distance of zero energy before the shift [length].</summary>
    public double Sigma { get; }

    public double Cutoff { get; }

    public bool IsShifted { get; }

    /// <summary>Lorentz-Berthelot: mean sigma, geometric mean of epsilon, and the larger cutoff.</summary>
    /// <exception cref="ArgumentException">One potential is shifted and the other not.</exception>
    public static LennardJones Mix(LennardJones a, LennardJones b) => a.IsShifted == b.IsShifted
        ? new(Math.Sqrt(a.Epsilon * b.Epsilon), 0.5 * (a.Sigma + b.Sigma), Math.Max(a.Cutoff, b.Cutoff), a.IsShifted)
        : throw new ArgumentException("A shifted and an unshifted Lennard-Jones potential cannot be mixed: give the mixed pair.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(double r2, out double forceOverR)
    {
        double inverse = 1 / r2;
        double s2 = sigma2 * inverse;
        double s6 = s2 * s2 * s2;
        forceOverR = 24 * Epsilon * s6 * ((2 * s6) - 1) * inverse;
        return (4 * Epsilon * s6 * (s6 - 1)) - shiftEnergy;
    }

    public string Describe() =>
        FormattableString.Invariant($"{Name}(epsilon={Epsilon}, sigma={Sigma}, cutoff={Cutoff}, shifted={IsShifted})");

    public override string ToString() => Describe();
}
