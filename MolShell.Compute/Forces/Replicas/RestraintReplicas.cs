using System.Runtime.InteropServices;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Replicas;

/// <summary>The loop over the springs of a <see cref="PositionRestraintForce"/>, each for all replicas at once.</summary>
internal sealed class RestraintReplicas<TReal, TFixed>(PositionRestraint[] restraints) : ReplicaTerm
    where TReal : unmanaged, IMemoryLanes<TReal, double>, ILanes<TReal>
    where TFixed : struct, IFixedLanes<TFixed, TReal, long>
{
    public override void Add(ReplicaForces forces)
    {
        Particles particles = forces.Particles;
        for (int lane = 0; lane < forces.Lanes; lane += TReal.Count)
        {
            ReplicaSums<TReal, TFixed> sums = new(forces);
            foreach ((int i, Vec3 reference, double forceConstant) in restraints)
            {
                int slot = (i * forces.Lanes) + lane;
                TReal x = At(particles.X, slot) - reference.X, y = At(particles.Y, slot) - reference.Y, z = At(particles.Z, slot) - reference.Z;
                forces.Box.MinimumImage(ref x, ref y, ref z);
                sums.Add(slot, x * -forceConstant, y * -forceConstant, z * -forceConstant);
            }

            forces.Fail(sums.Failed, lane);
        }
    }

    private static TReal At(double[] values, int slot) => TReal.Load(in MemoryMarshal.GetArrayDataReference(values), slot);
}
