using System.Runtime.InteropServices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>The loop over bonds for any bond potential.</summary>
internal sealed class BondEvaluator<TPotential>(BondForce<TPotential> force) : IForceEvaluator
    where TPotential : struct, IBondPotential
{
    private readonly Bond[] bonds = ImmutableCollectionsMarshal.AsArray(force.Bonds)!;
    private readonly TPotential[] potentials = ImmutableCollectionsMarshal.AsArray(force.Potentials)!;
    private readonly bool minimumImage = force.UsesMinimumImage;

    public double Evaluate(ReadOnlySpan<Vec3> positions, Box box, Span<Vec3> forces, ref Virial virial)
    {
        double energy = 0;
        for (int b = 0; b < bonds.Length; b++)
        {
            (int i, int j) = bonds[b];
            Vec3 r = Separation(positions, box, bonds[b]);
            energy += potentials[b].Evaluate(r.LengthSquared(), out double forceOverR);
            Vec3 f = r * forceOverR;
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
            double energy = potentials[b].Evaluate(r.LengthSquared(), out double forceOverR);
            if (!double.IsFinite(energy) || !(r * forceOverR).IsFinite())
            {
                double length = r.Length();
                return FormattableString.Invariant(
                    $"the bond {bonds[b].I}-{bonds[b].J} has length {length:g6}: {potentials[b].ExplainFault(length)}");
            }
        }

        return null;
    }

    public void Dispose()
    {
    }

    private Vec3 Separation(ReadOnlySpan<Vec3> positions, Box box, Bond bond)
    {
        Vec3 r = positions[bond.I] - positions[bond.J];
        return minimumImage ? box.MinimumImage(r) : r;
    }
}
