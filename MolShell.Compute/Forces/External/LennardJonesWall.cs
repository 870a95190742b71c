using System.Runtime.CompilerServices;

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
        (Epsilon, Sigma, Cutoff) = (epsilon, sigma, cutoff);
        shift = Unshifted(cutoff, out _);
    }

    public static string Name => "LennardJonesWall";

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(double distance, out double force)
    {
        double energy = Unshifted(distance, out force) - shift;
        bool near = distance < Cutoff;
        force = near ? force : 0;
        return !near ? 0 : distance > 0 ? energy : double.NaN;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(epsilon={Epsilon}, sigma={Sigma}, cutoff={Cutoff})");

    public override string ToString() => Describe();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Unshifted(double distance, out double force)
    {
        double s = Sigma / distance;
        double s6 = s * s * s * s * s * s;
        force = 24 * Epsilon * s6 * ((2 * s6) - 1) / distance;
        return 4 * Epsilon * s6 * (s6 - 1);
    }
}
