using MolShell.Compute.Forces.Neighbors;
using MolShell.Compute.Forces.Replicas;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// A pair potential in double precision, one pair at a time, for any cutoff: longer than half the box, where a particle meets several
/// images of another and of itself, or without end in free space.
/// </summary>
internal sealed class ImagePairEvaluator<TPotential> : IForceEvaluator
    where TPotential : struct, IPairPotential<TPotential>
{
    private readonly string name;
    private readonly TPotential[] table;
    private readonly PairParameters<TPotential> potentials;
    private readonly double[] charges;
    private readonly int[] types;
    private readonly VerletList? list;
    private readonly Exclusions exclusions;
    private readonly Vec3[] places;

    public ImagePairEvaluator(string name, MolecularSystem system, TPotential[] table, Exclusions exclusions, double skin)
    {
        (this.name, this.table) = (name, table);
        potentials = new PairParameters<TPotential>(table, system.Topology);
        charges = [.. system.Topology.Charges];
        types = [.. system.Topology.Types];
        this.exclusions = exclusions;
        places = new Vec3[system.ParticleCount];
        list = potentials.Cutoff > 0 && double.IsFinite(potentials.Cutoff) ? new VerletList(potentials.Cutoff, skin, exclusions) : null;
    }

    private delegate void PairVisitor(int i, int j, Vec3 separation, double energy, double forceOverR);

    public double OrdinaryForce => potentials.Ordinary().Force;

    public bool Prepare(ForceContext context)
    {
        Particles particles = context.Particles;
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = particles[i];
        }

        return list is null || list.Update(places, particles.Box) < 0;
    }

    public void Evaluate(ForceContext context, ForceSum sum, int part, int parts)
    {
        int[] slots = context.Particles.SlotOf;
        bool wantsEnergy = sum.WantsEnergy;
        for (int i = part; i < places.Length; i += parts)
        {
            Visit(places, i, (first, second, r, energy, forceOverR) =>
            {
                Vec3 force = r * forceOverR;
                sum.Add(slots[first], force);
                sum.Add(slots[second], -force);
                if (wantsEnergy)
                {
                    sum.AddEnergy(energy);
                    sum.AddVirial(r, force);
                }
            });
        }
    }

    // Within a cutoff there may be several images of a pair, and there is no list of them here.
    ReplicaTerm? IForceEvaluator.CreateReplicas(ReplicaForces forces) => (potentials.Cutoff, forces.RegisterWidth) switch
    {
        (0, _) => new NoReplicas(),
        (< double.PositiveInfinity, _) => null,
        (_, 512) => new FreePairReplicas<TPotential, Lanes512<double>, Fixed512<long, double>>(potentials, types, charges, exclusions),
        (_, 256) => new FreePairReplicas<TPotential, Lanes256<double>, Fixed256<long, double>>(potentials, types, charges, exclusions),
        (_, 128) => new FreePairReplicas<TPotential, Lanes128<double>, Fixed128<long, double>>(potentials, types, charges, exclusions),
        _ => new FreePairReplicas<TPotential, Lane<double>, FixedLane<long, double>>(potentials, types, charges, exclusions),
    };

    public string? FindFault(ReadOnlySpan<Vec3> positions, Box box)
    {
        int lost = list?.Update(positions, box) ?? -1;
        if (lost >= 0)
        {
            return $"particle {lost} is at {positions[lost]}";
        }

        string? fault = null;
        double closest = double.IsFinite(potentials.Cutoff) ? PairParameters<TPotential>.Closest * potentials.Cutoff : 0;
        for (int i = 0; i < positions.Length && fault is null; i++)
        {
            Visit(positions, i, (first, second, r, energy, forceOverR) =>
            {
                double distance = r.Length();
                if (distance < closest || !double.IsFinite(energy) || !(r * forceOverR).IsFinite())
                {
                    string reason = table[(types[first] * potentials.TypeCount) + types[second]].ExplainFault(distance);
                    fault = FormattableString.Invariant($"particles {first} and {second} are at distance {distance:g6}: {reason}");
                }
            });
        }

        return fault;
    }

    public void Dispose()
    {
    }

    public override string ToString() => name;

    private void Visit(ReadOnlySpan<Vec3> positions, int i, PairVisitor visit)
    {
        if (potentials.Cutoff == 0)
        {
            return;
        }

        if (list is null)
        {
            for (int j = i + 1; j < positions.Length; j++)
            {
                if (exclusions.IsEmpty || !exclusions.Contains(i, j))
                {
                    VisitPair(i, j, positions[i] - positions[j], visit);
                }
            }

            return;
        }

        (int start, int end) = list.Ranges[i];
        foreach (Neighbor neighbor in list.Neighbors[start..end])
        {
            VisitPair(i, neighbor.Index, (positions[i] - positions[neighbor.Index]) - list.Shifts[neighbor.Shift], visit);
        }
    }

    private void VisitPair(int i, int j, Vec3 r, PairVisitor visit)
    {
        int pair = (types[i] * potentials.TypeCount) + types[j];
        double r2 = r.LengthSquared();
        if (r2 < potentials.SquaredCutoff(pair))
        {
            double charge = TPotential.UsesCharges ? charges[i] * charges[j] : 0;
            double energy = TPotential.Evaluate(r2, potentials.Of(pair, charge), out Lane<double> forceOverR).Value;
            visit(i, j, r, energy, forceOverR.Value);
        }
    }
}
