using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>Evaluates dihedrals of any potential.</summary>
internal sealed class DihedralEvaluator<TPotential>(DihedralForce<TPotential> force, BondedTerm term, int particleCount)
    : BondedEvaluator<DihedralShape<TPotential>>(term, particleCount)
    where TPotential : struct, IDihedralPotential
{
    public override string? FindFault(ReadOnlySpan<Vec3> positions, Box box)
    {
        foreach ((int i, int j, int k, int l) in force.Dihedrals)
        {
            Vec3 middle = Nearest(positions[j] - positions[k], box);
            double squareA = Vec3.Cross(Nearest(positions[i] - positions[j], box), middle).LengthSquared();
            double squareB = Vec3.Cross(Nearest(positions[l] - positions[k], box), middle).LengthSquared();
            if (!double.IsFinite(1 / Math.Sqrt(squareA * squareB)))
            {
                string line = squareB > 0 ? $"{i}-{j}-{k}" : $"{j}-{k}-{l}";
                return $"the dihedral {i}-{j}-{k}-{l} has no angle, as {line} lie in a line";
            }
        }

        return null;
    }
}
