using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MolShell.Compute.Forces.Neighbors;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Replicas;

/// <summary>The loop over all pairs of a potential without a cutoff, in double precision, each for all replicas at once.</summary>
internal sealed class FreePairReplicas<TPotential, TReal, TFixed> : ReplicaTerm
    where TPotential : struct, IPairPotential<TPotential>
    where TReal : struct, IMemoryLanes<TReal, double>, ILanes<TReal>
    where TFixed : struct, IFixedLanes<TFixed, TReal, long>
{
    private readonly ReplicaPairs pairs;
    private readonly PairLanes<TPotential, TReal> numbers;

    public FreePairReplicas(PairParameters<TPotential> potentials, int[] types, double[] charges, Exclusions exclusions)
    {
        pairs = ReplicaPairs.Of(potentials, types, charges, exclusions);
        numbers = new PairLanes<TPotential, TReal>(potentials, pairs);
    }

    public override void Add(ReplicaForces forces)
    {
        Particles particles = forces.Particles;
        ref double x = ref MemoryMarshal.GetArrayDataReference(particles.X);
        ref double y = ref MemoryMarshal.GetArrayDataReference(particles.Y);
        ref double z = ref MemoryMarshal.GetArrayDataReference(particles.Z);
        for (int lane = 0; lane < forces.Lanes; lane += TReal.Count)
        {
            ReplicaSums<TReal, TFixed> sums = new(forces);
            foreach (ReplicaPairs.Row row in pairs.Rows)
            {
                int i = (row.Particle * forces.Lanes) + lane;
                TReal xi = TReal.Load(in x, i), yi = TReal.Load(in y, i), zi = TReal.Load(in z, i);
                for (int pair = row.Start; pair < row.End; pair++)
                {
                    int j = (pairs.Others[pair] * forces.Lanes) + lane;
                    TReal dx = xi - TReal.Load(in x, j), dy = yi - TReal.Load(in y, j), dz = zi - TReal.Load(in z, j);
                    TReal r2 = (dx * dx) + (dy * dy) + (dz * dz);
                    TReal force = Evaluate(r2, numbers[pairs.Kinds[pair]]);
                    force = TReal.Select(TReal.LessThan(r2, numbers.SquaredCutoff(pairs.Kinds[pair])), force, 0);
                    sums.Add(i, j, dx * force, dy * force, dz * force);
                }
            }

            forces.Fail(sums.Failed, lane);
        }
    }

    // A method of its own, since the compiler inlines only so much into one.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TReal Evaluate(TReal r2, Parameters<TReal> p)
    {
        TPotential.Evaluate(r2, p, out TReal forceOverR);
        return forceOverR;
    }
}
