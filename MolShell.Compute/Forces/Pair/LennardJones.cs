using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// Lennard-Jones: U(r) = 4 epsilon ((sigma/r)^12 - (sigma/r)^6) - U_c for r below the cutoff, where U_c is the value at the
/// cutoff if shifted (the default) and 0 if only cut.
/// </summary>
public readonly record struct LennardJones : IPairPotential<LennardJones>, ITailPotential
{
    private readonly double shiftEnergy;

    /// <param name="epsilon">Depth [energy], not negative.</param>
    /// <param name="sigma">Distance of zero energy before the shift [length], positive.</param>
    /// <param name="cutoff">Cutoff [length], positive; infinite for none, in boxes that are not periodic.</param>
    /// <param name="shifted">Whether the energy is continuous at the cutoff.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public LennardJones(double epsilon, double sigma, double cutoff, bool shifted = true)
    {
        Parameter.NotNegative(epsilon, nameof(epsilon), Name);
        Parameter.Positive(sigma, nameof(sigma), Name);
        Parameter.PositiveOrInfinite(cutoff, nameof(cutoff), Name);
        (Epsilon, Sigma, Cutoff, IsShifted) = (epsilon, sigma, cutoff, shifted);
        shiftEnergy = shifted ? this.Evaluate(cutoff * cutoff, out _) : 0;
    }

    public static string Name => "LennardJones";

    public static int ParameterCount => 3;

    public static string OpenCl => """
        real inverse = 1 / r2;
        real s2 = p[1] * inverse;
        real s6 = s2 * s2 * s2;
        real repulsion = p[0] * s6 * s6, attraction = p[0] * s6;
        *forceOverR = (12 * repulsion - 6 * attraction) * inverse;
        return repulsion - attraction - p[2];
        """;

    public double EnergyScale => Epsilon;

    /// <summary>Depth [energy].</summary>
    public double Epsilon { get; }

    /// <summary>Distance of zero energy before the shift [length].</summary>
    public double Sigma { get; }

    public double Cutoff { get; }

    public bool IsShifted { get; }

    /// <exception cref="ArgumentException">The potential is shifted.</exception>
    public double TailEnergy => Tail(1, 1);

    /// <exception cref="ArgumentException">The potential is shifted.</exception>
    public double TailVirial => Tail(-12, -6);

    /// <summary>Epsilon and sigma by the rule, and the larger cutoff.</summary>
    /// <exception cref="ArgumentException">One potential is shifted and the other not.</exception>
    public static LennardJones Mix(LennardJones a, LennardJones b, MixingRule rule)
    {
        (double epsilon, double sigma) = Mixing.Of(rule, (a.Epsilon, a.Sigma), (b.Epsilon, b.Sigma));
        return a.IsShifted == b.IsShifted
            ? new(epsilon, sigma, Math.Max(a.Cutoff, b.Cutoff), a.IsShifted)
            : throw new ArgumentException("a shifted and an unshifted potential cannot be mixed");
    }

    public void Pack(Span<double> parameters, List<double> data)
    {
        parameters[0] = 4 * Epsilon;
        parameters[1] = Sigma * Sigma;
        parameters[2] = shiftEnergy;
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
        return repulsion - attraction - p[2];
    }

    public string Describe() =>
        FormattableString.Invariant($"{Name}(epsilon={Epsilon}, sigma={Sigma}, cutoff={Cutoff}, shifted={IsShifted})");

    public override string ToString() => Describe();

    // Integral of (a R - b A) r^2 with the repulsion R and the attraction A.
    private double Tail(double a, double b)
    {
        if (IsShifted)
        {
            throw new ArgumentException($"{Name}: a tail correction is for a potential that is cut or switched, and this one is shifted.");
        }

        double s3 = Math.Pow(Sigma / Cutoff, 3);
        double volume = Sigma * Sigma * Sigma;
        return 4 * Epsilon * volume * ((a * s3 * s3 * s3 / 9) - (b * s3 / 3));
    }
}
