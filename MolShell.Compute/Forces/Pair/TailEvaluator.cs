using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Pair;

/// <summary>An energy and a virial that depend on nothing but the volume.</summary>
/// <param name="energy">Energy times volume [energy length^3].</param>
/// <param name="virial">Trace of the virial times volume [energy length^3].</param>
internal sealed class TailEvaluator(double energy, double virial) : IForceEvaluator
{
    public double Evaluate(ReadOnlySpan<Vec3> positions, Box box, Span<Vec3> forces, ref Virial virialSum)
    {
        double third = virial / (3 * box.Volume);
        virialSum.Add(new Virial { XX = third, YY = third, ZZ = third });
        return energy / box.Volume;
    }

    public string? FindFault(ReadOnlySpan<Vec3> positions, Box box) => null;

    public void Dispose()
    {
    }
}
