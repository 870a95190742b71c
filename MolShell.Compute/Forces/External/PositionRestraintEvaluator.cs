using System.Runtime.InteropServices;
using MolShell.Compute.Forces.Replicas;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.External;

/// <summary>The loop over the springs of a <see cref="PositionRestraintForce"/>.</summary>
internal sealed class PositionRestraintEvaluator(PositionRestraintForce force) : IForceEvaluator
{
    private readonly PositionRestraint[] restraints = ImmutableCollectionsMarshal.AsArray(force.Restraints)!;

    public void Evaluate(ForceContext context, ForceSum sum, int part, int parts)
    {
        Particles particles = context.Particles;
        Work work = Work.Of(restraints.Length, part, parts);
        for (int k = work.From; k < work.To; k++)
        {
            (int i, Vec3 reference, double forceConstant) = restraints[k];
            Vec3 r = particles.Box.MinimumImage(particles[i] - reference);
            Vec3 f = r * -forceConstant;
            sum.Add(particles.SlotOf[i], f);
            if (sum.WantsEnergy)
            {
                // Strain moves the particle, and not the place.
                sum.AddEnergy(0.5 * forceConstant * r.LengthSquared());
                sum.AddVirial(reference + r, f);
            }
        }
    }

    ReplicaTerm? IForceEvaluator.CreateReplicas(ReplicaForces forces) => forces.RegisterWidth switch
    {
        512 => new RestraintReplicas<Lanes512<double>, Fixed512<long, double>>(restraints),
        256 => new RestraintReplicas<Lanes256<double>, Fixed256<long, double>>(restraints),
        128 => new RestraintReplicas<Lanes128<double>, Fixed128<long, double>>(restraints),
        _ => new RestraintReplicas<Lane<double>, FixedLane<long, double>>(restraints),
    };

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
