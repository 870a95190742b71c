using System.Runtime.CompilerServices;

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

    /// <summary>h [energy].</summary>
    public double Barrier { get; }

    /// <summary>r0 [length].</summary>
    public double CompactLength { get; }

    /// <summary>w [length]: half the distance between the minima.</summary>
    public double HalfWidth { get; }

    /// <summary>r0 + 2 w [length].</summary>
    public double ExtendedLength => CompactLength + (2 * HalfWidth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(double r2, out double forceOverR)
    {
        double r = Math.Sqrt(r2);
        double x = (r - CompactLength - HalfWidth) / HalfWidth;
        double y = 1 - (x * x);
        forceOverR = 4 * Barrier * x * y / (HalfWidth * r);
        return Barrier * y * y;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(h={Barrier}, r0={CompactLength}, w={HalfWidth})");

    public string ExplainFault(double r) => "its ends are at one point, where its force has no direction";

    public override string ToString() => Describe();
}
