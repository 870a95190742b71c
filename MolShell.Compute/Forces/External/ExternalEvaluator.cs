using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.External;

/// <summary>The loop over particles for any potential of place.</summary>
internal sealed class ExternalEvaluator<TPotential>(TPotential potential) : IForceEvaluator
    where TPotential : struct, IExternalPotential
{
    private readonly PackedPotentials<TPotential> numbers = new(potential);

    public double Evaluate(ReadOnlySpan<Vec3> positions, Box box, Span<Vec3> forces, ref Virial virial)
    {
        double energy = 0;
        for (int i = 0; i < positions.Length; i++)
        {
            energy += numbers.Evaluate(positions[i], out Vec3 force);
            forces[i] += force;
            virial.Add(positions[i], force);
        }

        return energy;
    }

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
