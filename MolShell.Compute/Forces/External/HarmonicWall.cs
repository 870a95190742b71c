using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.External;

/// <summary>Soft wall: V = k d^2/2 beyond the wall (d below 0), and 0 inside.</summary>
public readonly record struct HarmonicWall : IWallProfile
{
    /// <param name="forceConstant">k [energy/length^2], not negative.</param>
    /// <exception cref="ArgumentException">The constant is out of range.</exception>
    public HarmonicWall(double forceConstant)
    {
        Parameter.NotNegative(forceConstant, nameof(forceConstant), Name);
        ForceConstant = forceConstant;
    }

    public static string Name => "HarmonicWall";

    public static int ParameterCount => 1;

    public static string OpenCl => """
        real beyond = fmin(distance, (real)0);
        *force = -p[0] * beyond;
        return (real)0.5 * p[0] * beyond * beyond;
        """;

    /// <summary>k [energy/length^2].</summary>
    public double ForceConstant { get; }

    public void Pack(Span<double> parameters, List<double> data) => parameters[0] = ForceConstant;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal distance, Parameters<TReal> p, out TReal force)
        where TReal : struct, ILanes<TReal>
    {
        TReal beyond = TReal.Min(distance, 0);
        force = -p[0] * beyond;
        return 0.5 * p[0] * beyond * beyond;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(k={ForceConstant})");

    public override string ToString() => Describe();
}
