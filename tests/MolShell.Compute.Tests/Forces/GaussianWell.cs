using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Tests.Forces;

/// <summary>A potential that the library does not have, -A exp(-b r^2) cut and not shifted: all that a new one needs.</summary>
internal readonly record struct GaussianWell(double Depth, double Width, double Cutoff) : IPairPotential<GaussianWell>
{
    public static string Name => "GaussianWell";

    public static GaussianWell Mix(GaussianWell a, GaussianWell b, MixingRule rule) => throw new ArgumentException("it has no mixing rule");

    public static int ParameterCount => 2;

    public static string OpenCl => """
        real energy = -p[0] * exp(-p[1] * r2);
        *forceOverR = 2 * p[1] * energy;
        return energy;
        """;

    public double EnergyScale => Depth;

    public void Pack(Span<double> parameters, List<double> data) => (parameters[0], parameters[1]) = (Depth, Width);

    public static TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
        where TReal : struct, ILanes<TReal>
    {
        TReal energy = -p[0] * LaneMath.Exp(-p[1] * r2);
        forceOverR = 2 * p[1] * energy;
        return energy;
    }

    public string Describe() => FormattableString.Invariant($"{Name}({Depth}, {Width}, {Cutoff})");
}
