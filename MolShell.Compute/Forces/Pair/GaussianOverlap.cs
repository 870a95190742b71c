using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// Overlap of two soft clouds: U(r) = A e^(-r^2/(2 sigma^2)) for r below the cutoff; repulsive for positive A, attractive for negative A.
/// </summary>
public readonly record struct GaussianOverlap : IPairPotential<GaussianOverlap>
{
    /// <param name="height">A, the energy at full overlap [energy], of either sign.</param>
    /// <param name="sigma">Width [length], positive.</param>
    /// <param name="cutoff">Cutoff [length], positive.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public GaussianOverlap(double height, double sigma, double cutoff)
    {
        Parameter.Finite(height, nameof(height), Name);
        Parameter.Positive(sigma, nameof(sigma), Name);
        Parameter.Positive(cutoff, nameof(cutoff), Name);
        (Height, Sigma, Cutoff) = (height, sigma, cutoff);
    }

    public static string Name => "Gaussian";

    public static int ParameterCount => 2;

    public static string OpenCl => """
        real energy = p[0] * exp(p[1] * r2);
        *forceOverR = -2 * p[1] * energy;
        return energy;
        """;

    public double EnergyScale => Math.Abs(Height);

    /// <summary>A [energy].</summary>
    public double Height { get; }

    /// <summary>Width [length].</summary>
    public double Sigma { get; }

    public double Cutoff { get; }

    /// <exception cref="ArgumentException">Always: there is no rule.</exception>
    public static GaussianOverlap Mix(GaussianOverlap a, GaussianOverlap b, MixingRule rule) => throw Mixing.Refuse<GaussianOverlap>();

    public void Pack(Span<double> parameters, List<double> data)
    {
        parameters[0] = Height;
        parameters[1] = -0.5 / (Sigma * Sigma);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
        where TReal : struct, ILanes<TReal>
    {
        TReal energy = p[0] * LaneMath.Exp(p[1] * r2);
        forceOverR = -2 * p[1] * energy;
        return energy;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(height={Height}, sigma={Sigma}, cutoff={Cutoff})");

    public override string ToString() => Describe();
}
