using MolShell.Compute.Forces.Replicas;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.External;

/// <summary>The loop over chosen particles for any potential of place.</summary>
internal sealed class SelectiveExternalEvaluator<TPotential>(TPotential potential, int[] particles, double[] weights) : IForceEvaluator
    where TPotential : struct, IExternalPotential
{
    private readonly PackedPotentials<TPotential> numbers = new(potential);

    public void Evaluate(ForceContext context, ForceSum sum, int part, int parts)
    {
        Particles all = context.Particles;
        Work work = Work.Of(particles.Length, part, parts);
        for (int n = work.From; n < work.To; n++)
        {
            Vec3 place = all[particles[n]];
            double energy = weights[n] * numbers.Evaluate(place, out Vec3 force);
            force *= weights[n];
            sum.Add(all.SlotOf[particles[n]], force);
            if (sum.WantsEnergy)
            {
                sum.AddEnergy(energy);
                sum.AddVirial(place, force);
            }
        }
    }

    ReplicaTerm? IForceEvaluator.CreateReplicas(ReplicaForces forces) =>
        ExternalReplicas.Create(potential, particles, weights, forces.RegisterWidth);

    public string? FindFault(ReadOnlySpan<Vec3> positions, Box box)
    {
        foreach (int i in particles)
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
