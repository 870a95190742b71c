using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.External;

/// <summary>
/// Wall of a half-space of Lennard-Jones matter: V = epsilon (2/15 (sigma/d)^9 - (sigma/d)^3) - V_c for d below the cutoff, shifted to 0
/// there; the wall/lj93 of LAMMPS. Particles cannot be beyond the wall.
/// </summary>
public readonly record struct LennardJones93Wall : IWallProfile
{
    private readonly double shift;

    /// <param name="epsilon">Energy [energy], not negative; the well is sqrt(10)/3 epsilon deep, at (2/5)^(1/6) sigma.</param>
    /// <param name="sigma">Size [length], positive.</param>
    /// <param name="cutoff">Cutoff [length], positive.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public LennardJones93Wall(double epsilon, double sigma, double cutoff)
    {
        Parameter.NotNegative(epsilon, nameof(epsilon), Name);
        Parameter.Positive(sigma, nameof(sigma), Name);
        Parameter.Positive(cutoff, nameof(cutoff), Name);
        (Epsilon, Sigma, Cutoff) = (epsilon, sigma, double.PositiveInfinity);
        shift = this.Evaluate(cutoff, out _);
        Cutoff = cutoff;
    }

    public static string Name => "LennardJones93Wall";

    public static int ParameterCount => 4;

    public static string OpenCl => """
        real s = p[1] / distance, s3 = s * s * s, repulsion = (real)(2.0 / 15) * s3 * s3 * s3;
        *force = !(distance < p[2]) ? 0 : distance > 0 ? p[0] * (9 * repulsion - 3 * s3) / distance : NAN;
        return !(distance < p[2]) ? 0 : distance > 0 ? p[0] * (repulsion - s3) - p[3] : NAN;
        """;

    /// <summary>Energy [energy].</summary>
    public double Epsilon { get; }

    /// <summary>Size [length].</summary>
    public double Sigma { get; }

    /// <summary>Distance from which on there is no force [length].</summary>
    public double Cutoff { get; }

    public void Pack(Span<double> parameters, List<double> data) =>
        (parameters[0], parameters[1], parameters[2], parameters[3]) = (Epsilon, Sigma, Cutoff, shift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal distance, Parameters<TReal> p, out TReal force)
        where TReal : struct, ILanes<TReal>
    {
        TReal s = p[1] / distance;
        TReal s3 = s * s * s;
        TReal repulsion = (2.0 / 15) * s3 * s3 * s3;
        TReal near = TReal.LessThan(distance, p[2]), inside = TReal.LessThan(0, distance);
        force = TReal.Select(near, TReal.Select(inside, p[0] * ((9 * repulsion) - (3 * s3)) / distance, double.NaN), 0);
        return TReal.Select(near, TReal.Select(inside, (p[0] * (repulsion - s3)) - p[3], double.NaN), 0);
    }

    public string Describe() => FormattableString.Invariant($"{Name}(epsilon={Epsilon}, sigma={Sigma}, cutoff={Cutoff})");

    public override string ToString() => Describe();
}
