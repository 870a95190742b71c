using System.Runtime.InteropServices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// The loop over dihedrals for any dihedral potential. The gradient of the angle has no singularity but where three particles lie in a
/// line, and the angle none. Blondel and Karplus 1996, J. Comput. Chem. 17, 1132.
/// </summary>
internal sealed class DihedralEvaluator<TPotential>(DihedralForce<TPotential> force) : IForceEvaluator
    where TPotential : struct, IDihedralPotential
{
    private readonly BondDihedral[] dihedrals = ImmutableCollectionsMarshal.AsArray(force.Dihedrals)!;
    private readonly PackedPotentials<TPotential> potentials = new(force.Potentials.AsSpan());
    private readonly bool minimumImage = force.UsesMinimumImage;

    public double Evaluate(ReadOnlySpan<Vec3> positions, Box box, Span<Vec3> forces, ref Virial virial)
    {
        double energy = 0;
        for (int d = 0; d < dihedrals.Length; d++)
        {
            (int i, int j, int k, int l) = dihedrals[d];
            (Vec3 first, Vec3 middle, Vec3 last) = Arms(positions, box, dihedrals[d]);
            Vec3 a = Vec3.Cross(first, middle);
            Vec3 b = Vec3.Cross(last, middle);
            double squareA = a.LengthSquared();
            double squareB = b.LengthSquared();
            double length = middle.Length();
            double product = Math.Sqrt(squareA * squareB);
            double cosine = Vec3.Dot(a, b) / product;
            double sine = Vec3.Dot(a, last) * length / product;
            energy += TPotential.Evaluate<Lane<double>>(cosine, sine, potentials[d], out Lane<double> derivative).Value;
            Vec3 fi = a * (derivative.Value * length / squareA);
            Vec3 fl = b * (-derivative.Value * length / squareB);
            double square = length * length;
            Vec3 turn = (fi * (Vec3.Dot(first, middle) / square)) + (fl * (Vec3.Dot(last, middle) / square));
            Vec3 fk = turn - fl;
            forces[i] += fi;
            forces[j] -= fi + turn;
            forces[k] += fk;
            forces[l] += fl;
            virial.Add(first, fi);
            virial.Add(last, fl);
            virial.Add(middle, -turn);
        }

        return energy;
    }

    public string? FindFault(ReadOnlySpan<Vec3> positions, Box box)
    {
        foreach (BondDihedral d in dihedrals)
        {
            (Vec3 first, Vec3 middle, Vec3 last) = Arms(positions, box, d);
            double squareA = Vec3.Cross(first, middle).LengthSquared();
            double squareB = Vec3.Cross(last, middle).LengthSquared();
            if (!double.IsFinite(1 / Math.Sqrt(squareA * squareB)))
            {
                string line = squareB > 0 ? $"{d.I}-{d.J}-{d.K}" : $"{d.J}-{d.K}-{d.L}";
                return $"the dihedral {d.I}-{d.J}-{d.K}-{d.L} has no angle, as {line} lie in a line";
            }
        }

        return null;
    }

    public void Dispose()
    {
    }

    // From j to i, from k to j, and from k to l.
    private (Vec3 First, Vec3 Middle, Vec3 Last) Arms(ReadOnlySpan<Vec3> positions, Box box, BondDihedral dihedral)
    {
        Vec3 first = positions[dihedral.I] - positions[dihedral.J];
        Vec3 middle = positions[dihedral.J] - positions[dihedral.K];
        Vec3 last = positions[dihedral.L] - positions[dihedral.K];
        return minimumImage ? (box.MinimumImage(first), box.MinimumImage(middle), box.MinimumImage(last)) : (first, middle, last);
    }
}
