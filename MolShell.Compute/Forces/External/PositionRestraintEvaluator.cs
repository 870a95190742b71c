using System.Runtime.InteropServices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.External;

/// <summary>The loop over the springs of a <see cref="PositionRestraintForce"/>.</summary>
internal sealed class PositionRestraintEvaluator(PositionRestraintForce force) : IForceEvaluator
{
    private readonly PositionRestraint[] restraints = ImmutableCollectionsMarshal.AsArray(force.Restraints)!;

    public double Evaluate(ReadOnlySpan<Vec3> positions, Box box, Span<Vec3> forces, ref Virial virial)
    {
        double energy = 0;
        foreach ((int i, Vec3 reference, double forceConstant) in restraints)
        {
            Vec3 r = box.MinimumImage(positions[i] - reference);
            Vec3 f = r * -forceConstant;
            energy += 0.5 * forceConstant * r.LengthSquared();
            forces[i] += f;

            // Strain moves the particle, and not the place.
            virial.Add(reference + r, f);
        }

        return energy;
    }

    public string? FindFault(ReadOnlySpan<Vec3> positions, Box box)
    {
        foreach ((int i, Vec3 reference, double forceConstant) in restraints)
        {
            Vec3 r = box.MinimumImage(positions[i] - reference);
            if (!double.IsFinite(forceConstant * r.LengthSquared()))
            {
                return FormattableString.Invariant($"particle {i} is at {positions[i]}, {r.Length():g6} away from where it is held");
            }
        }

        return null;
    }

    public void Dispose()
    {
    }
}
