using MolShell.Compute.Forces.Pair;

namespace MolShell.Compute.Tests.Forces;

/// <summary>A potential that the library does not have, -A exp(-b r^2) cut and not shifted: all that a new one needs.</summary>
internal readonly record struct GaussianWell(double Depth, double Width, double Cutoff) : IPairPotential<GaussianWell>
{
    public static string Name => "GaussianWell";

    public static GaussianWell Mix(GaussianWell a, GaussianWell b) => throw new ArgumentException("Give the mixed pair.");

    public double Evaluate(double r2, out double forceOverR)
    {
        double energy = -Depth * Math.Exp(-Width * r2);
        forceOverR = 2 * Width * energy;
        return energy;
    }

    public string Describe() => FormattableString.Invariant($"{Name}({Depth}, {Width}, {Cutoff})");
}
