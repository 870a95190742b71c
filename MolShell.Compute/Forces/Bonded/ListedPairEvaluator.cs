using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>Evaluates listed pairs of any pair potential.</summary>
internal sealed class ListedPairEvaluator<TPotential>(ListedPairForce<TPotential> force, BondedTerm term, Topology topology)
    : BondedEvaluator<ListedPairShape<TPotential>>(term, topology.ParticleCount)
    where TPotential : struct, IPairPotential<TPotential>
{
    public override string? FindFault(ReadOnlySpan<Vec3> positions, Box box)
    {
        TPotential[] table = force.Parameters.Resolve(topology);
        PairParameters<TPotential> potentials = new(table, topology);
        foreach ((int i, int j) in force.Pairs)
        {
            int entry = (topology.Types[i] * topology.TypeNames.Length) + topology.Types[j];
            Vec3 r = Nearest(positions[i] - positions[j], box);
            double r2 = r.LengthSquared();
            if (r2 < potentials.SquaredCutoff(entry))
            {
                double charge = TPotential.UsesCharges ? topology.Charges[i] * topology.Charges[j] : 0;
                double energy = TPotential.Evaluate(r2, potentials.Of(entry, charge), out Lane<double> forceOverR).Value;
                if (!double.IsFinite(energy) || !(r * forceOverR.Value).IsFinite())
                {
                    double distance = Math.Sqrt(r2);
                    return FormattableString.Invariant($"particles {i} and {j} are at distance {distance:g6}: {table[entry].ExplainFault(distance)}");
                }
            }
        }

        return null;
    }
}
