using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>Angle harmonic in its cosine: U(theta) = k (cos theta - cos theta0)^2 / 2, without an arc cosine (as GROMOS).</summary>
public readonly record struct CosineSquaredAngle : IAnglePotential
{
    /// <param name="forceConstant">k [energy], not negative.</param>
    /// <param name="angle">theta0 [radian], from 0 to pi.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public CosineSquaredAngle(double forceConstant, double angle)
    {
        Parameter.NotNegative(forceConstant, nameof(forceConstant), Name);
        Parameter.Within(angle, 0, Math.PI, nameof(angle), Name);
        (ForceConstant, Angle) = (forceConstant, angle);
    }

    public static string Name => "CosineSquaredAngle";

    public static int ParameterCount => 2;

    public static string OpenCl => """
        real d = cosine - p[1];
        *derivative = p[0] * d;
        return (real)0.5 * p[0] * d * d;
        """;

    /// <summary>k [energy].</summary>
    public double ForceConstant { get; }

    /// <summary>theta0 [radian].</summary>
    public double Angle { get; }

    public void Pack(Span<double> parameters, List<double> data) => (parameters[0], parameters[1]) = (ForceConstant, Math.Cos(Angle));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal cosine, TReal sine, Parameters<TReal> p, out TReal derivative)
        where TReal : struct, ILanes<TReal>
    {
        TReal d = cosine - p[1];
        derivative = p[0] * d;
        return 0.5 * p[0] * d * d;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(k={ForceConstant}, theta0={Angle})");

    public override string ToString() => Describe();
}
