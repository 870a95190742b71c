using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Forces;

/// <summary>A pair potential summed plainly over all pairs and images, for boxes at least twice as wide as the cutoff.</summary>
internal sealed class ImageSum
{
    // The force of Lennard-Jones and other steep potentials at their energy scale is about 50 times this scale over the cutoff.
    private const double ForcesPerScale = 50;

    private readonly double magnitude;
    private readonly double leastForce;
    private readonly double leastVirial;

    private ImageSum(double energy, double magnitude, Vec3[] forces, Virial virial, double leastForce, double leastVirial)
    {
        (Energy, Forces, Virial) = (energy, forces, virial);
        (this.magnitude, this.leastForce, this.leastVirial) = (magnitude, leastForce, leastVirial);
    }

    public double Energy { get; }

    public Vec3[] Forces { get; }

    public Virial Virial { get; }

    /// <summary>The sum at the start of a system.</summary>
    /// <param name="system">Its positions, box, types and charges count, not its forces.</param>
    /// <param name="between">The potential between two types; a cutoff of 0 for none.</param>
    /// <param name="isExcluded">Pairs whose nearest images do not interact.</param>
    public static ImageSum Of<T>(MolecularSystem system, Func<int, int, T> between, Func<int, int, bool>? isExcluded = null)
        where T : struct, IPairPotential<T>
    {
        Vec3[] positions = system.Start.Positions, translations = [.. Configurations.Translations(system.Box, 1)];
        Topology topology = system.Topology;
        double energy = 0, magnitude = 0, leastForce = 0, leastVirial = 0;
        Vec3[] forces = new Vec3[positions.Length];
        Virial virial = default;
        for (int i = 0; i < positions.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                T potential = between(topology.Types[i], topology.Types[j]);
                double charge = topology.Charges.Length > 0 ? topology.Charges[i] * topology.Charges[j] : 0;
                leastForce = Math.Max(leastForce, potential.Cutoff > 0 ? ForcesPerScale * potential.EnergyScale / potential.Cutoff : 0);
                leastVirial = Math.Max(leastVirial, ForcesPerScale * potential.EnergyScale);
                magnitude = Math.Max(magnitude, potential.EnergyScale);
                Vec3 nearest = system.Box.MinimumImage(positions[i] - positions[j]);
                foreach (Vec3 translation in translations)
                {
                    Vec3 r = nearest + translation;
                    bool excluded = translation == Vec3.Zero && isExcluded is not null && isExcluded(j, i);
                    if (!excluded && r.LengthSquared() < potential.Cutoff * potential.Cutoff)
                    {
                        double u = potential.Evaluate(r.LengthSquared(), out double forceOverR, charge);
                        energy += u;
                        magnitude += Math.Abs(u);
                        forces[i] += r * forceOverR;
                        forces[j] -= r * forceOverR;
                        virial.Add(r, r * forceOverR);
                    }
                }
            }
        }

        return new ImageSum(energy, magnitude, forces, virial, leastForce, leastVirial);
    }

    /// <summary>
    /// Compares energy, virial and forces, relative to the sum of the magnitudes of pair energies and virials, and to the largest force;
    /// where nearly nothing interacts, to the scale of the potential.
    /// </summary>
    public void AssertEqual(EnergyReport actual, double tolerance)
    {
        double strongest = Math.Max(leastForce, Forces.Max(force => force.Length()));
        double scale = magnitude;
        AssertClose(Energy, actual.PotentialEnergy, "energy");
        scale = Math.Max(leastVirial, Math.Abs(Virial.XX) + Math.Abs(Virial.YY) + Math.Abs(Virial.ZZ));
        AssertClose(Virial.XX, actual.Virial.XX, "virial xx");
        AssertClose(Virial.YY, actual.Virial.YY, "virial yy");
        AssertClose(Virial.ZZ, actual.Virial.ZZ, "virial zz");
        AssertClose(Virial.XY, actual.Virial.XY, "virial xy");
        AssertClose(Virial.XZ, actual.Virial.XZ, "virial xz");
        AssertClose(Virial.YZ, actual.Virial.YZ, "virial yz");
        for (int i = 0; i < Forces.Length; i++)
        {
            double error = (Forces[i] - actual.Forces[i]).Length();
            Assert.True(
                error <= tolerance * strongest,
                FormattableString.Invariant($"Force on particle {i}: {actual.Forces[i]}, expected {Forces[i]}, {error / strongest:g3} of the largest."));
        }

        void AssertClose(double expected, double value, string what) => Assert.True(
            Math.Abs(value - expected) <= tolerance * scale,
            FormattableString.Invariant($"The {what}: {value:R}, expected {expected:R}, {Math.Abs(value - expected) / scale:g3} of all."));
    }
}
