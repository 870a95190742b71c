using System.Runtime.InteropServices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>The loop over bonds for any bond potential.</summary>
internal sealed class BondEvaluator<TPotential>(BondForce<TPotential> force) : IForceEvaluator
    where TPotential : struct, IBondPotential
{
    private readonly Bond[] bonds = ImmutableCollectionsMarshal.AsArray(force.Bonds)!;
    private readonly PackedPotentials<TPotential> potentials = new(force.Potentials.AsSpan());
    private readonly bool minimumImage = force.UsesMinimumImage;

    public void Evaluate(ForceContext context, ForceSum sum, int part, int parts)
    {
        Particles particles = context.Particles;
        Work work = Work.Of(bonds.Length, part, parts);
        for (int b = work.From; b < work.To; b++)
        {
            (int i, int j) = bonds[b];
            Vec3 r = Nearest(particles[i] - particles[j], particles.Box);
            double energy = Evaluate(b, r, out Vec3 f);
            sum.Add(particles.SlotOf[i], f);
            sum.Add(particles.SlotOf[j], -f);
            if (sum.WantsEnergy)
            {
                sum.AddEnergy(energy);
                sum.AddVirial(r, f);
            }
        }
    }

    public string? FindFault(ReadOnlySpan<Vec3> positions, Box box)
    {
        for (int b = 0; b < bonds.Length; b++)
        {
            Vec3 r = Nearest(positions[bonds[b].I] - positions[bonds[b].J], box);
            double energy = Evaluate(b, r, out Vec3 f);
            if (!double.IsFinite(energy) || !f.IsFinite())
            {
                double length = r.Length();
                return FormattableString.Invariant(
                    $"the bond {bonds[b].I}-{bonds[b].J} has length {length:g6}: {force.Potentials[b].ExplainFault(length)}");
            }
        }

        return null;
    }

    public void Dispose()
    {
    }

    private double Evaluate(int bond, Vec3 r, out Vec3 f)
    {
        double energy = TPotential.Evaluate<Lane<double>>(r.LengthSquared(), potentials[bond], out Lane<double> forceOverR).Value;
        f = r * forceOverR.Value;
        return energy;
    }

    private Vec3 Nearest(Vec3 r, Box box) => minimumImage ? box.MinimumImage(r) : r;
}
