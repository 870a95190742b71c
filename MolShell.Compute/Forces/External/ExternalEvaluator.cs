using MolShell.Compute.Forces.Replicas;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.External;

/// <summary>The loop over particles for any potential of place.</summary>
internal sealed class ExternalEvaluator<TPotential>(TPotential potential) : IForceEvaluator
    where TPotential : struct, IExternalPotential
{
    private readonly PackedPotentials<TPotential> numbers = new(potential);

    public void Evaluate(ForceContext context, ForceSum sum, int part, int parts)
    {
        Particles particles = context.Particles;
        Work work = Work.Of(particles.Count, part, parts);
        for (int slot = work.From; slot < work.To; slot++)
        {
            Vec3 r = new(particles.X[slot], particles.Y[slot], particles.Z[slot]);
            double energy = numbers.Evaluate(r, out Vec3 force);
            sum.Add(slot, force);
            if (sum.WantsEnergy)
            {
                sum.AddEnergy(energy);
                sum.AddVirial(r, force);
            }
        }
    }

    ReplicaTerm? IForceEvaluator.CreateReplicas(ReplicaForces forces) =>
        ExternalReplicas.Create(potential, [.. Enumerable.Range(0, forces.Count)], null, forces.RegisterWidth);

    public string? FindFault(ReadOnlySpan<Vec3> positions, Box box)
    {
        for (int i = 0; i < positions.Length; i++)
        {
            double energy = numbers.Evaluate(positions[i], out Vec3 force);
            if (!double.IsFinite(energy) || !force.IsFinite())
            {
                return FormattableString.Invariant($"particle {i} is at {positions[i]}, where the energy is {energy:g6}");
            }
        }

        return null;
    }

    public void Dispose()
    {
    }
}
