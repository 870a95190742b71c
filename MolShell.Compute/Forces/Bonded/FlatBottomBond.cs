using System.Globalization;
using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// Restraint of the distance of two particles: U(r) = k d^2/2, where d is by how much r is below the lower or above the upper bound, and 0
/// in between. Equal bounds make a harmonic restraint.
/// </summary>
public readonly record struct FlatBottomBond : IBondPotential
{
    /// <param name="forceConstant">k [energy/length^2], not negative.</param>
    /// <param name="minimumLength">Lower bound [length], not negative.</param>
    /// <param name="maximumLength">Upper bound [length], not below the lower; infinite for none.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public FlatBottomBond(double forceConstant, double minimumLength, double maximumLength)
    {
        Parameter.NotNegative(forceConstant, nameof(forceConstant), Name);
        Parameter.NotNegative(minimumLength, nameof(minimumLength), Name);
        if (!(maximumLength >= minimumLength))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{Name}: {nameof(maximumLength)} is {maximumLength:g6}; expected at least the lower bound, {minimumLength:g6}."));
        }

        (ForceConstant, MinimumLength, MaximumLength) = (forceConstant, minimumLength, maximumLength);
    }

    public static string Name => "FlatBottomBond";

    public static int ParameterCount => 3;

    public static string OpenCl => """
        real r = sqrt(r2);
        real d = min(r - p[1], (real)0) + max(r - p[2], (real)0);
        *forceOverR = d != 0 ? -p[0] * d / r : 0;
        return (real)0.5 * p[0] * d * d;
        """;

    /// <summary>k [energy/length^2].</summary>
    public double ForceConstant { get; }

    /// <summary>The distance below which the ends are pushed apart [length].</summary>
    public double MinimumLength { get; }

    /// <summary>The distance beyond which the ends are pulled together [length].</summary>
    public double MaximumLength { get; }

    public void Pack(Span<double> parameters, List<double> data)
    {
        parameters[0] = ForceConstant;
        parameters[1] = MinimumLength;
        parameters[2] = MaximumLength;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
        where TReal : struct, ILanes<TReal>
    {
        TReal r = TReal.Sqrt(r2);
        TReal d = TReal.Min(r - p[1], 0) + TReal.Max(r - p[2], 0);
        forceOverR = TReal.Select(TReal.LessThan(0, TReal.Abs(d)), -p[0] * d / r, 0);
        return 0.5 * p[0] * d * d;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(k={ForceConstant}, minimum={MinimumLength}, maximum={MaximumLength})");

    public override string ToString() => Describe();
}
