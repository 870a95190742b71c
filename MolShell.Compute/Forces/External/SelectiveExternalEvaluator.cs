using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.External;

/// <summary>The loop over chosen particles for any potential of place.</summary>
internal sealed class SelectiveExternalEvaluator<TPotential>(TPotential potential, int[] particles, double[] weights) : IForceEvaluator
    where TPotential : struct, IExternalPotential
{
    private readonly PackedPotentials<TPotential> numbers = new(potential);

    public double Evaluate(ReadOnlySpan<Vec3> positions, Box box, Span<Vec3> forces, ref Virial virial)
    {
        double energy = 0;
        for (int n = 0; n < particles.Length; n++)
        {
            int i = particles[n];
            energy += weights[n] * numbers.Evaluate(positions[i], out Vec3 force);
            force *= weights[n];
            forces[i] += force;
            virial.Add(positions[i], force);
        }

        return energy;
    }

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
