using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Replicas;

/// <summary>The loop over particles for a potential of place, each for all replicas at once.</summary>
internal static class ExternalReplicas
{
    /// <param name="potential">The potential.</param>
    /// <param name="members">The particles it acts on.</param>
    /// <param name="weights">Factors of the members; null where there are none.</param>
    /// <param name="registerWidth">Width of registers [bit].</param>
    public static ReplicaTerm Create<TPotential>(TPotential potential, int[] members, double[]? weights, int registerWidth)
        where TPotential : struct, IExternalPotential => registerWidth switch
        {
            512 => new ExternalReplicas<TPotential, Lanes512<double>, Fixed512<long, double>>(potential, members, weights),
            256 => new ExternalReplicas<TPotential, Lanes256<double>, Fixed256<long, double>>(potential, members, weights),
            128 => new ExternalReplicas<TPotential, Lanes128<double>, Fixed128<long, double>>(potential, members, weights),
            _ => new ExternalReplicas<TPotential, Lane<double>, FixedLane<long, double>>(potential, members, weights),
        };
}

/// <summary>The loop for one width of registers.</summary>
internal sealed class ExternalReplicas<TPotential, TReal, TFixed>(TPotential potential, int[] members, double[]? weights) : ReplicaTerm
    where TPotential : struct, IExternalPotential
    where TReal : struct, IMemoryLanes<TReal, double>, ILanes<TReal>
    where TFixed : struct, IFixedLanes<TFixed, TReal, long>
{
    private readonly PackedPotentials<TPotential, TReal> numbers = new(potential);

    public override void Add(ReplicaForces forces)
    {
        Particles particles = forces.Particles;
        ref double x = ref MemoryMarshal.GetArrayDataReference(particles.X);
        ref double y = ref MemoryMarshal.GetArrayDataReference(particles.Y);
        ref double z = ref MemoryMarshal.GetArrayDataReference(particles.Z);
        for (int lane = 0; lane < forces.Lanes; lane += TReal.Count)
        {
            ReplicaSums<TReal, TFixed> sums = new(forces);
            for (int member = 0; member < members.Length; member++)
            {
                int slot = (members[member] * forces.Lanes) + lane;
                Evaluate(
                    TReal.Load(in x, slot), TReal.Load(in y, slot), TReal.Load(in z, slot), numbers[0], out TReal fx, out TReal fy, out TReal fz);
                if (weights is not null)
                {
                    TReal weight = weights[member];
                    (fx, fy, fz) = (fx * weight, fy * weight, fz * weight);
                }

                sums.Add(slot, fx, fy, fz);
            }

            forces.Fail(sums.Failed, lane);
        }
    }

    // A method of its own, since the compiler inlines only so much into one.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Evaluate(TReal x, TReal y, TReal z, Parameters<TReal> p, out TReal fx, out TReal fy, out TReal fz) =>
        TPotential.Evaluate(x, y, z, p, out fx, out fy, out fz);
}
