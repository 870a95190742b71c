using MolShell.Compute.Forces.Replicas;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Pair;

/// <summary>An energy and a virial that depend on nothing but the volume.</summary>
/// <param name="energy">Energy times volume [energy length^3].</param>
/// <param name="virial">Trace of the virial times volume [energy length^3].</param>
internal sealed class TailEvaluator(double energy, double virial) : IForceEvaluator
{
    public void Evaluate(ForceContext context, ForceSum sum, int part, int parts)
    {
        if (part == 0 && sum.WantsEnergy)
        {
            // The virial of three forces along the axes has the trace wanted.
            double volume = context.Particles.Box.Volume, third = virial / (3 * volume);
            sum.AddEnergy(energy / volume);
            sum.AddVirial(new Vec3(1, 0, 0), new Vec3(third, 0, 0));
            sum.AddVirial(new Vec3(0, 1, 0), new Vec3(0, third, 0));
            sum.AddVirial(new Vec3(0, 0, 1), new Vec3(0, 0, third));
        }
    }

    ReplicaTerm? IForceEvaluator.CreateReplicas(ReplicaForces forces) => new NoReplicas();

    public string? FindFault(ReadOnlySpan<Vec3> positions, Box box) => null;

    public void Dispose()
    {
    }
}
