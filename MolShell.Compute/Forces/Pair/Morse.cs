using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// Morse: U(r) = D (e^(-2 alpha (r - r0)) - 2 e^(-alpha (r - r0))) for r below the cutoff. Morse 1929, doi:10.1103/PhysRev.34.57.
/// </summary>
public readonly record struct Morse : IPairPotential<Morse>
{
    /// <param name="depth">D [energy], not negative.</param>
    /// <param name="steepness">alpha [1/length], positive.</param>
    /// <param name="minimum">r0 [length], positive.</param>
    /// <param name="cutoff">Cutoff [length], positive.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public Morse(double depth, double steepness, double minimum, double cutoff)
    {
        Parameter.NotNegative(depth, nameof(depth), Name);
        Parameter.Positive(steepness, nameof(steepness), Name);
        Parameter.Positive(minimum, nameof(minimum), Name);
        Parameter.Positive(cutoff, nameof(cutoff), Name);
        (Depth, Steepness, Minimum, Cutoff) = (depth, steepness, minimum, cutoff);
    }

    public static string Name => "Morse";

    public static int ParameterCount => 3;

    public static string OpenCl => """
        real r = sqrt(r2);
        real e = exp(p[1] * (p[2] - r));
        *forceOverR = 2 * p[0] * p[1] * e * (e - 1) / r;
        return p[0] * e * (e - 2);
        """;

    public double EnergyScale => Depth;

    /// <summary>D [energy].</summary>
    public double Depth { get; }

    /// <summary>alpha [1/length].</summary>
    public double Steepness { get; }

    /// <summary>r0 [length].</summary>
    public double Minimum { get; }

    public double Cutoff { get; }

    /// <exception cref="ArgumentException">Always: there is no rule.</exception>
    public static Morse Mix(Morse a, Morse b, MixingRule rule) => throw Mixing.Refuse<Morse>();

    public void Pack(Span<double> parameters, List<double> data)
    {
        parameters[0] = Depth;
        parameters[1] = Steepness;
        parameters[2] = Minimum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
        where TReal : struct, ILanes<TReal>
    {
        TReal r = TReal.Sqrt(r2);
        TReal e = LaneMath.Exp(p[1] * (p[2] - r));
        forceOverR = 2 * p[0] * p[1] * e * (e - 1) / r;
        return p[0] * e * (e - 2);
    }

    public string Describe() =>
        FormattableString.Invariant($"{Name}(depth={Depth}, steepness={Steepness}, minimum={Minimum}, cutoff={Cutoff})");

    public override string ToString() => Describe();
}
