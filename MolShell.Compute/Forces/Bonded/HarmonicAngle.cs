using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// Harmonic angle: U(theta) = k (theta - theta0)^2 / 2. Where the arms lie in a line and theta0 is another angle, the force has no
/// direction and is zero.
/// </summary>
public readonly record struct HarmonicAngle : IAnglePotential
{
    // A direction at a smaller sine is rounding; the force then fades to zero instead.
    private const double SmallSine = 1e-12;
    private const double SmallSineSingle = 1e-6;

    /// <param name="forceConstant">k [energy/radian^2], not negative.</param>
    /// <param name="angle">theta0 [radian], from 0 to pi.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public HarmonicAngle(double forceConstant, double angle)
    {
        Parameter.NotNegative(forceConstant, nameof(forceConstant), Name);
        Parameter.Within(angle, 0, Math.PI, nameof(angle), Name);
        (ForceConstant, Angle) = (forceConstant, angle);
    }

    public static string Name => "HarmonicAngle";

    public static int ParameterCount => 2;

    public static string OpenCl => """
        real d = atan2(sine, cosine) - p[1];
        *derivative = -p[0] * d / max(sine, (real)(sizeof(real) == 4 ? 1e-6 : 1e-12));
        return (real)0.5 * p[0] * d * d;
        """;

    /// <summary>k [energy/radian^2].</summary>
    public double ForceConstant { get; }

    /// <summary>theta0 [radian].</summary>
    public double Angle { get; }

    public void Pack(Span<double> parameters, List<double> data) => (parameters[0], parameters[1]) = (ForceConstant, Angle);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal cosine, TReal sine, Parameters<TReal> p, out TReal derivative)
        where TReal : struct, ILanes<TReal>
    {
        TReal d = LaneTrigonometry.Atan2(sine, cosine) - p[1];
        derivative = -p[0] * d / TReal.Max(sine, TReal.IsSingle ? SmallSineSingle : SmallSine);
        return 0.5 * p[0] * d * d;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(k={ForceConstant}, theta0={Angle})");

    public override string ToString() => Describe();
}
