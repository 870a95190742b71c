using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>Evaluates bonds of any potential.</summary>
internal sealed class BondEvaluator<TPotential>(BondForce<TPotential> force, BondedTerm term, int particleCount)
    : BondedEvaluator<BondShape<TPotential>>(term, particleCount)
    where TPotential : struct, IBondPotential
{
    public override string? FindFault(ReadOnlySpan<Vec3> positions, Box box)
    {
        for (int b = 0; b < force.Bonds.Length; b++)
        {
            (int i, int j) = force.Bonds[b];
            Vec3 r = Nearest(positions[i] - positions[j], box);
            double energy = force.Potentials[b].Evaluate(r.LengthSquared(), out double forceOverR);
            if (!double.IsFinite(energy) || !(r * forceOverR).IsFinite())
            {
                double length = r.Length();
                return FormattableString.Invariant($"the bond {i}-{j} has length {length:g6}: {force.Potentials[b].ExplainFault(length)}");
            }
        }

        return null;
    }
}
