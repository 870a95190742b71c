using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.External;

/// <summary>
/// Wall of one layer of Lennard-Jones matter: V = 4 epsilon ((sigma/d)^12 - (sigma/d)^6) - V_c for d below the cutoff, shifted to 0
/// there. Particles cannot be beyond the wall.
/// </summary>
public readonly record struct LennardJonesWall : IWallProfile
{
    private readonly double shift;

    /// <param name="epsilon">Depth [energy], not negative.</param>
    /// <param name="sigma">Distance of zero energy before the shift [length], positive.</param>
    /// <param name="cutoff">Cutoff [length], positive.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public LennardJonesWall(double epsilon, double sigma, double cutoff)
    {
        Parameter.NotNegative(epsilon, nameof(epsilon), Name);
        Parameter.Positive(sigma, nameof(sigma), Name);
        Parameter.Positive(cutoff, nameof(cutoff), Name);
        (Epsilon, Sigma, Cutoff) = (epsilon, sigma, double.PositiveInfinity);
        shift = this.Evaluate(cutoff, out _);
        Cutoff = cutoff;
    }

    public static string Name => "LennardJonesWall";

    public static int ParameterCount => 4;

    public static string OpenCl => """
        real s = p[1] / distance, s2 = s * s, s6 = s2 * s2 * s2;
        *force = !(distance < p[2]) ? 0 : distance > 0 ? 6 * p[0] * s6 * (2 * s6 - 1) / distance : NAN;
        return !(distance < p[2]) ? 0 : distance > 0 ? p[0] * s6 * (s6 - 1) - p[3] : NAN;
        """;

    /// <summary>Depth [energy].</summary>
    public double Epsilon { get; }

    /// <summary>Distance of zero energy before the shift [length].</summary>
    public double Sigma { get; }

    /// <summary>Distance from which on there is no force [length].</summary>
    public double Cutoff { get; }

    /// <summary>The wall that only repels, cut at its minimum (Weeks-Chandler-Andersen).</summary>
    /// <param name="epsilon">Energy at sigma [energy], not negative.</param>
    /// <param name="sigma">Size [length], positive.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public static LennardJonesWall Wca(double epsilon, double sigma) => new(epsilon, sigma, sigma * Pair.Wca.CutoffOverSigma);

    public void Pack(Span<double> parameters, List<double> data) =>
        (parameters[0], parameters[1], parameters[2], parameters[3]) = (4 * Epsilon, Sigma, Cutoff, shift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal distance, Parameters<TReal> p, out TReal force)
        where TReal : struct, ILanes<TReal>
    {
        TReal s = p[1] / distance;
        TReal s2 = s * s;
        TReal s6 = s2 * s2 * s2;
        TReal near = TReal.LessThan(distance, p[2]), inside = TReal.LessThan(0, distance);
        force = TReal.Select(near, TReal.Select(inside, 6 * p[0] * s6 * ((2 * s6) - 1) / distance, double.NaN), 0);
        return TReal.Select(near, TReal.Select(inside, (p[0] * s6 * (s6 - 1)) - p[3], double.NaN), 0);
    }

    public string Describe() => FormattableString.Invariant($"{Name}(epsilon={Epsilon}, sigma={Sigma}, cutoff={Cutoff})");

    public override string ToString() => Describe();
}
