using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Tests.Forces.Pair;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Forces.Bonded;

public sealed class ListedPairForceTests
{
    private static readonly LennardJones Potential = new(1.3, 0.9, 2.2);

    [Fact]
    public void Listed_pairs_act_scaled_and_others_do_not()
    {
        MolecularSystem system = ReferenceConfiguration.System([Vec3.Zero, new(1.1, 0, 0), new(0, 1.2, 0), new(0, 0, 5)], Box.Open);
        ListedPairForce<LennardJones> force = new(PairTable<LennardJones>.Uniform(Potential), [new Bond(1, 0), new Bond(0, 3)], 0.5);
        EnergyReport report = Configurations.Evaluate(system.AddForce(force));
        Assert.Equal(0.5 * Potential.Evaluate(1.1 * 1.1, out double forceOverR), report.PotentialEnergy, 1e-15);
        Assert.Equal(0.5 * forceOverR * 1.1, report.Forces[1].X, 1e-14);
        Assert.Equal(Vec3.Zero, report.Forces[2]);
        Assert.Equal("LennardJonesListed", report.Terms[0].Name);
    }

    [Fact]
    public void Excluded_and_listed_pairs_make_up_the_whole_pair_force()
    {
        Box box = Configurations.NamedBox("triclinic", 6);
        Vec3[] positions = Configurations.Random(12, box, 6, 0.8, 5);
        Bond[] bonds = ReferenceConfiguration.Chain(12, ring: true);
        MolecularSystem system = PairPotentialTests.Charged(
            ReferenceConfiguration.System(Configurations.Scatter(positions, box, 4), box, bonds));
        PairTable<Coulomb> table = PairTable<Coulomb>.Uniform(new Coulomb(10, 2.9));
        EnergyReport whole = Configurations.Evaluate(system.AddForce(new PairForce<Coulomb>(table)));
        MolecularSystem parts = system.AddForce(new PairForce<Coulomb>(table) { ExcludedBonds = 3 });
        for (int distance = 1; distance <= 3; distance++)
        {
            parts = parts.AddForce(new ListedPairForce<Coulomb>(table, BondGraph.Pairs(system.Topology, distance)));
        }

        EnergyReport sum = Configurations.Evaluate(parts);
        Assert.NotEqual(0, sum.Terms[3].Energy);
        Assert.Equal(whole.PotentialEnergy, sum.PotentialEnergy, 1e-12 * Math.Abs(whole.PotentialEnergy));
        Assert.Equal(whole.Virial.Trace, sum.Virial.Trace, 1e-12 * Math.Abs(whole.Virial.Trace));
        Assert.All(whole.Forces.Zip(sum.Forces), f => Assert.True((f.First - f.Second).Length() < 1e-12 * whole.MaximumForce));
        ForceCheckReport check = ForceCheck.Run(parts, cancellation: TestContext.Current.CancellationToken);
        Assert.True(check.IsConsistent, check.ToString());
    }

    [Fact]
    public void Pairs_by_bonds_between_them_take_the_shortest_way()
    {
        Assert.Equal([new Bond(0, 3), new Bond(1, 4), new Bond(2, 5)], Pairs(6, ring: true));
        Assert.Empty(Pairs(5, ring: true));
        Assert.Equal([new Bond(0, 3), new Bond(1, 4)], Pairs(5, ring: false));

        static IEnumerable<Bond> Pairs(int count, bool ring) => BondGraph.Pairs(
            Topology.Uniform(count, 1, "X") with { Bonds = [.. ReferenceConfiguration.Chain(count, ring)] }, 3);
    }

    [Fact]
    public void Faults_name_the_pair()
    {
        MolecularSystem system = ReferenceConfiguration.System([Vec3.Zero, new(1.1, 0, 0), new(0, 1e-40, 0)], Box.Open);
        PairTable<LennardJones> table = PairTable<LennardJones>.Uniform(Potential);
        Fails(new ListedPairForce<LennardJones>(table, [new Bond(0, 1), new Bond(0, 7)]), "Particle 7", "pair 1");
        Fails(new ListedPairForce<LennardJones>(table, [new Bond(1, 1)]), "pair 0 is particle 1 with itself");
        Fails(new ListedPairForce<LennardJones>(table, [new Bond(0, 1)], double.NaN), "scale", "NaN");
        Fails(
            new ListedPairForce<Coulomb>(PairTable<Coulomb>.Uniform(new Coulomb(1, 2)), [new Bond(0, 1)]),
            "CoulombListed acts between charges");
        ListedPairForce<LennardJones> overlap = new(table, [new Bond(0, 1), new Bond(0, 2)]);
        SimulationException fault = Assert.Throws<SimulationException>(() => Configurations.Evaluate(system.AddForce(overlap)));
        Assert.Contains("particles 0 and 2 are at distance 1e-40: they overlap", fault.Message, StringComparison.Ordinal);
        Assert.Equal(
            "ListedPair(all: WCA(epsilon=1, sigma=1); scale 0.5; minimum image True; 0-1 0-2)",
            new ListedPairForce<Wca>(PairTable<Wca>.Uniform(new Wca(1, 1)), [new Bond(0, 1), new Bond(0, 2)], 0.5).Describe());

        void Fails(IForce force, params string[] parts)
        {
            ArgumentException error = Assert.Throws<ArgumentException>(() => new ForceField(system.AddForce(force)));
            Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        }
    }
}
