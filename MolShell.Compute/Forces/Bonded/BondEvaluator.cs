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

    public double Evaluate(ReadOnlySpan<Vec3> positions, Box box, Span<Vec3> forces, ref Virial virial)
    {
        double energy = 0;
        for (int b = 0; b < bonds.Length; b++)
        {
            (int i, int j) = bonds[b];
            Vec3 r = Separation(positions, box, bonds[b]);
            energy += Evaluate(b, r, out Vec3 f);
            forces[i] += f;
            forces[j] -= f;
            virial.Add(r, f);
        }

        return energy;
    }

    public string? FindFault(ReadOnlySpan<Vec3> positions, Box box)
    {
        for (int b = 0; b < bonds.Length; b++)
        {
            Vec3 r = Separation(positions, box, bonds[b]);
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

    private Vec3 Separation(ReadOnlySpan<Vec3> positions, Box box, Bond bond)
    {
        Vec3 r = positions[bond.I] - positions[bond.J];
        return minimumImage ? box.MinimumImage(r) : r;
    }
}
