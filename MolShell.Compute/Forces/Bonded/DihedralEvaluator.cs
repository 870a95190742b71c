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

    public void Evaluate(ForceContext context, ForceSum sum, int part, int parts)
    {
        Particles particles = context.Particles;
        Work work = Work.Of(dihedrals.Length, part, parts);
        for (int d = work.From; d < work.To; d++)
        {
            (int i, int j, int k, int l) = dihedrals[d];
            (Vec3 first, Vec3 middle, Vec3 last) = Arms(particles[i], particles[j], particles[k], particles[l], particles.Box);
            Vec3 a = Vec3.Cross(first, middle);
            Vec3 b = Vec3.Cross(last, middle);
            double squareA = a.LengthSquared();
            double squareB = b.LengthSquared();
            double length = middle.Length();
            double product = Math.Sqrt(squareA * squareB);
            double cosine = Vec3.Dot(a, b) / product;
            double sine = Vec3.Dot(a, last) * length / product;
            double energy = TPotential.Evaluate<Lane<double>>(cosine, sine, potentials[d], out Lane<double> derivative).Value;
            Vec3 fi = a * (derivative.Value * length / squareA);
            Vec3 fl = b * (-derivative.Value * length / squareB);
            double square = length * length;
            Vec3 turn = (fi * (Vec3.Dot(first, middle) / square)) + (fl * (Vec3.Dot(last, middle) / square));
            sum.Add(particles.SlotOf[i], fi);
            sum.Add(particles.SlotOf[j], -(fi + turn));
            sum.Add(particles.SlotOf[k], turn - fl);
            sum.Add(particles.SlotOf[l], fl);
            if (sum.WantsEnergy)
            {
                sum.AddEnergy(energy);
                sum.AddVirial(first, fi);
                sum.AddVirial(last, fl);
                sum.AddVirial(middle, -turn);
            }
        }
    }

    public string? FindFault(ReadOnlySpan<Vec3> positions, Box box)
    {
        foreach (BondDihedral d in dihedrals)
        {
            (Vec3 first, Vec3 middle, Vec3 last) = Arms(positions[d.I], positions[d.J], positions[d.K], positions[d.L], box);
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
    private (Vec3 First, Vec3 Middle, Vec3 Last) Arms(Vec3 i, Vec3 j, Vec3 k, Vec3 l, Box box) => minimumImage
        ? (box.MinimumImage(i - j), box.MinimumImage(j - k), box.MinimumImage(l - k))
        : (i - j, j - k, l - k);
}
