using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// Quartic double well: U(r) = h (1 - ((r - r0 - w)/w)^2)^2, with minima of zero energy at r0 (compact) and r0 + 2 w (extended)
/// and a barrier h at r0 + w.
/// </summary>
public readonly record struct DoubleWellBond : IBondPotential
{
    /// <param name="barrier">h [energy], not negative.</param>
    /// <param name="compactLength">r0 [length], not negative.</param>
    /// <param name="halfWidth">w [length], positive.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public DoubleWellBond(double barrier, double compactLength, double halfWidth)
    {
        Parameter.NotNegative(barrier, nameof(barrier), Name);
        Parameter.NotNegative(compactLength, nameof(compactLength), Name);
        Parameter.Positive(halfWidth, nameof(halfWidth), Name);
        (Barrier, CompactLength, HalfWidth) = (barrier, compactLength, halfWidth);
    }

    public static string Name => "DoubleWellBond";

    public static int ParameterCount => 3;

    public static string OpenCl => """
        real r = sqrt(r2);
        real x = (r - p[1]) * p[2];
        real y = 1 - x * x;
        *forceOverR = 4 * p[0] * x * y * p[2] / r;
        return p[0] * y * y;
        """;

    /// <summary>h [energy].</summary>
    public double Barrier { get; }

    /// <summary>r0 [length].</summary>
    public double CompactLength { get; }

    /// <summary>w [length]: half the distance between the minima.</summary>
    public double HalfWidth { get; }

    /// <summary>r0 + 2 w [length].</summary>
    public double ExtendedLength => CompactLength + (2 * HalfWidth);

    public void Pack(Span<double> parameters, List<double> data)
    {
        parameters[0] = Barrier;
        parameters[1] = CompactLength + HalfWidth;
        parameters[2] = 1 / HalfWidth;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
        where TReal : struct, ILanes<TReal>
    {
        TReal r = TReal.Sqrt(r2);
        TReal x = (r - p[1]) * p[2];
        TReal y = 1 - (x * x);
        forceOverR = 4 * p[0] * x * y * p[2] / r;
        return p[0] * y * y;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(h={Barrier}, r0={CompactLength}, w={HalfWidth})");

    public override string ToString() => Describe();
}
