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
    private readonly double[] squaredCutoffs;
    private readonly Lane<double>[] numbers;
    private readonly double[] data;

    public ListedPairEvaluator(ListedPairForce<TPotential> force, Topology topology)
    {
        pairs = ImmutableCollectionsMarshal.AsArray(force.Pairs)!;
        scale = force.Scale;
        minimumImage = force.UsesMinimumImage;
        table = force.Parameters.Resolve(topology);
        squaredCutoffs = Array.ConvertAll(table, potential => potential.Cutoff * potential.Cutoff);
        entries = Array.ConvertAll(pairs, pair => (topology.Types[pair.I] * topology.TypeNames.Length) + topology.Types[pair.J]);
        chargeProducts = TPotential.UsesCharges
            ? Array.ConvertAll(pairs, pair => topology.Charges[pair.I] * topology.Charges[pair.J])
            : new double[pairs.Length];

        List<double> lists = [];
        double[] packed = new double[TPotential.ParameterCount];
        numbers = new Lane<double>[table.Length * packed.Length];
        for (int entry = 0; entry < table.Length; entry++)
        {
            if (table[entry].Cutoff > 0)
            {
                table[entry].Pack(packed, lists);
                for (int k = 0; k < packed.Length; k++)
                {
                    numbers[(entry * packed.Length) + k] = packed[k];
                }
            }
        }

        data = [.. lists];
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
            if (r2 < squaredCutoffs[entries[k]])
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
            if (r2 < squaredCutoffs[entries[k]])
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
        Parameters<Lane<double>> p = new(in numbers[entries[pair] * TPotential.ParameterCount], data, chargeProducts[pair]);
        double energy = TPotential.Evaluate(r2, p, out Lane<double> force).Value;
        forceOverR = scale * force.Value;
        return scale * energy;
    }

    private Vec3 Nearest(Vec3 r, Box box) => minimumImage ? box.MinimumImage(r) : r;
}
