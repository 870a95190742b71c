using System.Runtime.InteropServices;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>The loop over listed pairs for any pair potential.</summary>
internal sealed class ListedPairEvaluator<TPotential> : IForceEvaluator
    where TPotential : struct, IPairPotential<TPotential>
{
    private readonly Bond[] pairs;
    private readonly int[] entries;
    private readonly double[] chargeProducts;
    private readonly double scale;
    private readonly bool minimumImage;
    private readonly TPotential[] table;
    private readonly PairParameters<TPotential> potentials;

    public ListedPairEvaluator(ListedPairForce<TPotential> force, Topology topology)
    {
        pairs = ImmutableCollectionsMarshal.AsArray(force.Pairs)!;
        scale = force.Scale;
        minimumImage = force.UsesMinimumImage;
        table = force.Parameters.Resolve(topology);
        potentials = new PairParameters<TPotential>(table, topology);
        entries = Array.ConvertAll(pairs, pair => (topology.Types[pair.I] * topology.TypeNames.Length) + topology.Types[pair.J]);
        chargeProducts = TPotential.UsesCharges
            ? Array.ConvertAll(pairs, pair => topology.Charges[pair.I] * topology.Charges[pair.J])
            : new double[pairs.Length];
    }

    public void Evaluate(ForceContext context, ForceSum sum, int part, int parts)
    {
        Particles particles = context.Particles;
        Work work = Work.Of(pairs.Length, part, parts);
        for (int k = work.From; k < work.To; k++)
        {
            (int i, int j) = pairs[k];
            Vec3 r = Nearest(particles[i] - particles[j], particles.Box);
            double r2 = r.LengthSquared();
            if (r2 < potentials.SquaredCutoff(entries[k]))
            {
                double energy = Evaluate(k, r2, out double forceOverR);
                Vec3 f = r * forceOverR;
                sum.Add(particles.SlotOf[i], f);
                sum.Add(particles.SlotOf[j], -f);
                if (sum.WantsEnergy)
                {
                    sum.AddEnergy(energy);
                    sum.AddVirial(r, f);
                }
            }
        }
    }

    public string? FindFault(ReadOnlySpan<Vec3> positions, Box box)
    {
        for (int k = 0; k < pairs.Length; k++)
        {
            Vec3 r = Nearest(positions[pairs[k].I] - positions[pairs[k].J], box);
            double r2 = r.LengthSquared();
            if (r2 < potentials.SquaredCutoff(entries[k]))
            {
                double energy = Evaluate(k, r2, out double forceOverR);
                if (!double.IsFinite(energy) || !(r * forceOverR).IsFinite())
                {
                    double distance = Math.Sqrt(r2);
                    string reason = table[entries[k]].ExplainFault(distance);
                    return FormattableString.Invariant(
                        $"particles {pairs[k].I} and {pairs[k].J} are at distance {distance:g6}: {reason}");
                }
            }
        }

        return null;
    }

    public void Dispose()
    {
    }

    private double Evaluate(int pair, double r2, out double forceOverR)
    {
        double energy = TPotential.Evaluate(r2, potentials.Of(entries[pair], chargeProducts[pair]), out Lane<double> force).Value;
        forceOverR = scale * force.Value;
        return scale * energy;
    }

    private Vec3 Nearest(Vec3 r, Box box) => minimumImage ? box.MinimumImage(r) : r;
}
