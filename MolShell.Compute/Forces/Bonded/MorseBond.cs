using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// Bond that can dissociate: U(r) = D (1 - exp(-a (r - r0)))^2, zero at r0 and D far apart. Morse 1929, doi:10.1103/PhysRev.34.57.
/// </summary>
public readonly record struct MorseBond : IBondPotential
{
    /// <param name="depth">D [energy], not negative.</param>
    /// <param name="length">r0 [length], positive.</param>
    /// <param name="steepness">a [1/length], positive; the force constant at r0 is 2 D a^2.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public MorseBond(double depth, double length, double steepness)
    {
        Parameter.NotNegative(depth, nameof(depth), Name);
        Parameter.Positive(length, nameof(length), Name);
        Parameter.Positive(steepness, nameof(steepness), Name);
        (Depth, Length, Steepness) = (depth, length, steepness);
    }

    public static string Name => "MorseBond";

    public static int ParameterCount => 3;

    public static string OpenCl => """
        real r = sqrt(r2);
        real decay = exp(-p[2] * (r - p[1]));
        real rise = 1 - decay;
        *forceOverR = -2 * p[0] * p[2] * rise * decay / r;
        return p[0] * rise * rise;
        """;

    /// <summary>D [energy].</summary>
    public double Depth { get; }

    /// <summary>r0 [length].</summary>
    public double Length { get; }

    /// <summary>a [1/length].</summary>
    public double Steepness { get; }

    public void Pack(Span<double> parameters, List<double> data)
    {
        parameters[0] = Depth;
        parameters[1] = Length;
        parameters[2] = Steepness;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
        where TReal : struct, ILanes<TReal>
    {
        TReal r = TReal.Sqrt(r2);
        TReal decay = LaneMath.Exp(-p[2] * (r - p[1]));
        TReal rise = 1 - decay;
        forceOverR = -2 * p[0] * p[2] * rise * decay / r;
        return p[0] * rise * rise;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(D={Depth}, r0={Length}, a={Steepness})");

    public override string ToString() => Describe();
}
