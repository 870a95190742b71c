using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>Evaluates angles of any potential.</summary>
internal sealed class AngleEvaluator<TPotential>(AngleForce<TPotential> force, BondedTerm term, int particleCount)
    : BondedEvaluator<AngleShape<TPotential>>(term, particleCount)
    where TPotential : struct, IAnglePotential
{
    public override string? FindFault(ReadOnlySpan<Vec3> positions, Box box)
    {
        foreach ((int i, int j, int k) in force.Angles)
        {
            Vec3 r1 = Nearest(positions[i] - positions[j], box), r2 = Nearest(positions[k] - positions[j], box);
            if (!double.IsFinite(1 / Math.Sqrt(r1.LengthSquared() * r2.LengthSquared())))
            {
                return FormattableString.Invariant($"the angle {i}-{j}-{k} has arms of length {r1.Length():g6} and {r2.Length():g6}");
            }
        }

        return null;
    }
}
