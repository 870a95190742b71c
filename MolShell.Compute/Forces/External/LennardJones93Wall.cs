using System.Runtime.CompilerServices;

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
        (Epsilon, Sigma, Cutoff) = (epsilon, sigma, cutoff);
        shift = Unshifted(cutoff, out _);
    }

    public static string Name => "LennardJones93Wall";

    /// <summary>Energy [energy].</summary>
    public double Epsilon { get; }

    /// <summary>Size [length].</summary>
    public double Sigma { get; }

    /// <summary>Distance from which on there is no force [length].</summary>
    public double Cutoff { get; }

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
        double s3 = s * s * s;
        double repulsion = (2.0 / 15) * s3 * s3 * s3;
        force = Epsilon * ((9 * repulsion) - (3 * s3)) / distance;
        return Epsilon * (repulsion - s3);
    }
}
