using System.Collections.Immutable;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Forces.Bonded;

/// <summary>Bonds, angles, dihedrals and listed pairs side by side in registers, each lane with parameters of its own.</summary>
public sealed class BondedLanesTests
{
    private const int Count = 150;

    public static TheoryData<string> Boxes => [.. Configurations.BoxNames];

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Registers_threads_and_slots_change_no_bit(string box)
    {
        MolecularSystem system = Molecule(box);
        EnergyReport scalar = system.Measure(Precision.Double, width: 0);
        Assert.All(scalar.Terms, term => Assert.NotEqual(0, term.Energy));
        foreach (int width in Engine.Widths)
        {
            Engine.AssertSameBits(scalar, system.Measure(Precision.Double, width));
            Engine.AssertSameBits(scalar, system.Measure(Precision.Double, width, threads: 3));
        }

        // A pair force sorts the particles in space, and so gives them other slots.
        PairForce<GaussianOverlap> pairs = new(new GaussianOverlap(0.3, 0.2, 0.6));
        foreach (int threads in new[] { 1, 2 })
        {
            EnergyReport sorted = system.AddForce(pairs).Measure(Precision.Double, threads: threads);
            Assert.Equal(
                scalar.Terms.Select(term => (term.Energy, term.Virial)), sorted.Terms[..^1].Select(term => (term.Energy, term.Virial)));
        }
    }

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Lanes_have_their_own_parameters(string box)
    {
        MolecularSystem system = Molecule(box);
        EnergyReport together = system.Measure(Precision.Double);
        Vec3[] forces = new Vec3[Count];
        double[] energies = new double[together.Terms.Length];
        for (int first = 0; first < Count - 3; first++)
        {
            EnergyReport one = (system with { Forces = Forces(first, first + 1) }).Measure(Precision.Double);
            for (int i = 0; i < Count; i++)
            {
                forces[i] += one.Forces[i];
            }

            for (int term = 0; term < energies.Length; term++)
            {
                energies[term] += one.Terms[term].Energy;
            }
        }

        Assert.All(energies.Zip(together.Terms), pair => Assert.Equal(pair.First, pair.Second.Energy, 1e-12 * Math.Abs(pair.First)));
        Assert.All(forces.Zip(together.Forces), pair => Assert.Equal(0, (pair.First - pair.Second).Length(), 1e-12 * together.MaximumForce));
    }

    [Fact]
    public void Forces_add_up_to_zero_in_every_bit()
    {
        // Small forces are multiples of 2^-48 that fit 53 bits, so that their sum is exact too.
        int[] all = [.. Enumerable.Range(0, Count - 3)];
        MolecularSystem system = Molecule("open") with
        {
            Forces =
            [
                new BondForce<HarmonicBond>(new HarmonicBond(3, 0.8), all.Select(i => new Bond(i, i + 1))),
                new AngleForce<CosineAngle>(new CosineAngle(0.4), all.Select(i => new BondAngle(i, i + 1, i + 2))),
            ],
        };
        foreach (int width in Engine.Widths)
        {
            EnergyReport report = system.Measure(Precision.Double, width);
            Assert.Equal(Vec3.Zero, report.Forces.Aggregate(Vec3.Zero, (sum, force) => sum + force));
            Assert.InRange(report.MaximumForce, 0.1, 16);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(70)]
    [InlineData(Count - 4)]
    public void A_bond_without_an_energy_is_named_in_whatever_lane(int first)
    {
        MolecularSystem system = Molecule("open");
        Vec3[] positions = [.. system.Start.Positions];
        positions[first + 1] = positions[first] + new Vec3(0, 0, 3);
        BondForce<FeneBond> force = new(new FeneBond(30, 1.5), [new Bond(first, first + 1)]);
        foreach (int width in Engine.Widths)
        {
            using ForceField field = Engine.Field(system.AddForce(force), Precision.Double, width);
            AssertFault(field, positions, $"the bond {first}-{first + 1} has length 3");
        }
    }

    private static void AssertFault(ForceField field, Vec3[] positions, string expected)
    {
        SimulationException fault = Assert.Throws<SimulationException>(() => field.Evaluate(positions, Box.Open, new Vec3[Count]));
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    // A random walk of steps of about 1, numbered at random, with as many kinds as there are bonds.
    private static MolecularSystem Molecule(string name)
    {
        RandomSource random = new(new RandomKey(31));
        Vec3[] walk = new Vec3[Count];
        for (int i = 1; i < Count; i++)
        {
            Vec3 step = new(random.NextNormal(), random.NextNormal(), random.NextNormal());
            walk[i] = walk[i - 1] + (step * ((0.9 + (0.2 * random.NextDouble())) / step.Length()));
        }

        Box box = Configurations.NamedBox(name, 9);
        return ReferenceConfiguration.System(Configurations.Scatter(walk, box, 3), box) with { Forces = Forces(0, Count - 3) };
    }

    private static ImmutableArray<IForce> Forces(int from, int to)
    {
        int[] all = [.. Enumerable.Range(from, to - from)];
        return
        [
            new BondForce<HarmonicBond>(all.Select(i => (new Bond(i, i + 1), new HarmonicBond(10 + i, 0.9 + (0.001 * i))))),
            new AngleForce<HarmonicAngle>(all.Select(i => (new BondAngle(i, i + 1, i + 2), new HarmonicAngle(2 + (0.1 * i), 0.01 * i)))),
            new DihedralForce<PeriodicDihedral>(
                all.Select(i => (new BondDihedral(i, i + 1, i + 2, i + 3), new PeriodicDihedral(1 + (0.01 * i), 1 + (i % 6), 0.02 * i)))),
            new ListedPairForce<GaussianOverlap>(
                PairTable<GaussianOverlap>.Uniform(new GaussianOverlap(2, 0.8, 2.2)), all.Select(i => new Bond(i, i + 3)), 0.5),
        ];
    }
}
