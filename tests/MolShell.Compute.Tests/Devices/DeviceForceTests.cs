using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Forces;
using MolShell.Compute.Tests.Forces.Bonded;
using MolShell.Compute.Tests.Forces.Pair;
using Xunit;

namespace MolShell.Compute.Tests.Devices;

/// <summary>Energies, forces and virials of all potentials on a device against those of one thread, in mixed and double precision.</summary>
public abstract class DeviceForceTests
{
    private const double Edge = 6;

    public static TheoryData<string> PairPotentials => PairPotentialCases.Names;

    public static TheoryData<string> BondedPotentials => [.. BondedCase.Names];

    public static TheoryData<string> Boxes => [.. Configurations.BoxNames];

    protected abstract IDevice Open();

    [Theory]
    [MemberData(nameof(PairPotentials))]
    public void Pair_potential_is_that_of_the_processor(string name)
    {
        PairPotentialCase potential = PairPotentialCases.Find(name);
        MolecularSystem system = Charged(Configurations.Random(60, Box.Cubic(Edge), Edge, Math.Max(0.85, potential.Nearest), 41), Box.Cubic(Edge));
        AssertEqual(system.AddForce(potential.Force()), Precision.Mixed);
        AssertEqual(system.AddForce(potential.Force()), Precision.Double);
    }

    [Theory]
    [MemberData(nameof(BondedPotentials))]
    public void Bonded_potential_is_that_of_the_processor(string name)
    {
        Box box = Configurations.NamedBox("triclinic", Edge);
        Vec3[] chain = [new(0.1, 0.2, 0.3), new(0.9, 0.5, 0.1), new(1.2, 1.3, 0.5), new(0.6, 1.9, 0.8), new(0.9, 2.5, 1.5)];
        BondedCase potential = BondedCase.Find(name);
        IEnumerable<int[]> groups = Enumerable.Range(0, 6 - potential.Size).Select(i => Enumerable.Range(i, potential.Size).ToArray());
        MolecularSystem system = ReferenceConfiguration.System(Configurations.Scatter(chain, box, 2), box);
        AssertEqual(system.AddForce(potential.Make(groups)), Precision.Double);
    }

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Pairs_and_bonds_find_nearest_images_in_every_box(string name)
    {
        Box box = Configurations.NamedBox(name, name == "very oblique" ? 20 : Edge);
        Bond[] bonds = ReferenceConfiguration.Chain(12, ring: false);
        Vec3[] positions = Configurations.Scatter(Configurations.Random(60, Box.Cubic(4.8), 4.8, 0.85, 5), box, 3);
        MolecularSystem system = ReferenceConfiguration.System(positions, box, bonds)
            .AddForce(new PairForce<LennardJones>(new LennardJones(0.7, 1.05, 1.4)) { ExcludedBonds = 2, ExcludedPairs = [new(20, 30)] })
            .AddForce(new BondForce<HarmonicBond>(new HarmonicBond(1, 0.9), bonds))
            .AddForce(new BondForce<HarmonicBond>(new HarmonicBond(0.1, 0.9), bonds) { UsesMinimumImage = false });
        AssertEqual(system, Precision.Mixed);
        AssertEqual(system, Precision.Double);
    }

    [Fact]
    public void Types_listed_pairs_and_tails_are_those_of_the_processor()
    {
        Box box = Box.Cubic(Edge);
        PairTable<LennardJones> table = new PairTable<LennardJones>()
            .With("A", "A", new LennardJones(1, 1, 2.5, shifted: false))
            .With("B", "B", new LennardJones(0.5, 0.9, 2, shifted: false))
            .Without("B", "C")
            .With("A", "C", new LennardJones(0.3, 0.8, 2.2, shifted: false))
            .With("C", "C", new LennardJones(2, 0.95, 1.5, shifted: false));
        PairForce<LennardJones> force = new(table);
        Vec3[] positions = Configurations.Random(60, box, Edge, 0.85, 41);
        Bond[] pairs = [new(0, 7), new(3, 4), new(5, 50), new(9, 10)];
        MolecularSystem system = Charged(positions, box);
        system = system with
        {
            Start = system.Start with
            {
                Topology = system.Topology with
                {
                    TypeNames = ["A", "B", "C"],
                    Types = [.. Enumerable.Range(0, 60).Select(i => i % 3)],
                },
            },
        };
        system = system.AddForce(force)
            .AddForce(new TailCorrection<LennardJones>(force))
            .AddForce(new ListedPairForce<LennardJones>(table, pairs, 0.5))
            .AddForce(new ListedPairForce<Coulomb>(PairTable<Coulomb>.Uniform(new Coulomb(1, 1, 2.9)), pairs, 0.8));
        AssertEqual(system, Precision.Mixed);
        AssertEqual(system, Precision.Double);
    }

    [Fact]
    public void Potentials_of_place_are_those_of_the_processor()
    {
        Vec3[] positions = [new(0.3, -0.4, 0.2), new(-0.8, 1.1, -0.5), new(1.1, 0.1, 0.9)];
        GaussianSum gaussians =
            new(new GaussianTerm(-0.7, new Vec3(0.5, 0, 0.1), new Vec3(12, 0.5, 1)), new GaussianTerm(2, Vec3.Zero, new Vec3(1, 2, 3)));
        MolecularSystem system = Charged(positions, Box.Open)
            .AddForce(new ExternalForce<DoubleWell>(new DoubleWell(1.5, 0.8)))
            .AddForce(new ExternalForce<HarmonicWell>(new HarmonicWell(new Vec3(1, 2, 3), new Vec3(0.1, 0.2, 0.3))))
            .AddForce(new ExternalForce<MuellerBrown>(new MuellerBrown(0.05)))
            .AddForce(new ExternalForce<EntropicSwitch>(new EntropicSwitch(1.7)))
            .AddForce(new ExternalForce<ExternalSum<SexticWall, GaussianSum>>(new(new SexticWall(new Vec3(1, 1, 0)), gaussians)))
            .AddForce(new SelectiveExternalForce<UniformField>(new UniformField(new Vec3(1, 2, -1)), ExternalCoupling.Charge, [2, 0]));
        AssertEqual(system, Precision.Double);
    }

    [Theory]
    [InlineData("cube", 3.5)]
    [InlineData("triclinic", 2.2)]
    [InlineData("slab", 3)]
    public void Cutoffs_beyond_half_the_box_reach_all_images(string name, double edge)
    {
        Box box = Configurations.NamedBox(name, edge);
        Bond[] bonds = ReferenceConfiguration.Chain(4, ring: false);
        Vec3[] positions = Configurations.Scatter(Configurations.Random(12, Box.Cubic(0.9 * edge), 0.9 * edge, 0.6, 5), box, 3);
        MolecularSystem system = ReferenceConfiguration.System(positions, box, bonds);
        system = (system with { Start = system.Start with { Topology = system.Topology with { Charges = Charged(positions, box).Topology.Charges } } })
            .AddForce(new PairForce<LennardJones>(new LennardJones(0.7, 0.8, 2.6)) { ExcludedBonds = 1 })
            .AddForce(new PairForce<ReactionField>(new ReactionField(1, 3.1)))
            .AddForce(new PairForce<Wca>(new Wca(1, 0.8)));
        AssertEqual(system, Precision.Mixed);
        AssertEqual(system, Precision.Double);
    }

    [Fact]
    public void Pairs_without_a_cutoff_are_those_of_the_processor()
    {
        Vec3[] positions = [.. Configurations.Random(150, Box.Cubic(9), 9, 0.9, 8)];
        MolecularSystem system = Charged(positions, Box.Open)
            .AddForce(new PairForce<Coulomb>(new Coulomb(1, double.PositiveInfinity, 1)) { ExcludedPairs = [new(3, 7), new(3, 8)] })
            .AddForce(new PairForce<LennardJones>(new LennardJones(1, 1, 2.5)));
        AssertEqual(system, Precision.Mixed);
        AssertEqual(system, Precision.Double);
    }

    [Theory]
    [InlineData("open")]
    [InlineData("triclinic")]
    public void Restraints_are_those_of_the_processor(string name)
    {
        Box box = Configurations.NamedBox(name, Edge);
        Vec3[] positions = Configurations.Scatter(Configurations.Random(20, Box.Cubic(4.8), 4.8, 0.85, 5), box, 3);
        MolecularSystem system = ReferenceConfiguration.System(positions, box).AddForce(new PositionRestraintForce(
            Enumerable.Range(0, 15).Select(i => new PositionRestraint(19 - i, new Vec3(0.3 * i, 2, 1), 0.1 * i))));
        AssertEqual(system, Precision.Double);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(700)]
    public void Crowded_places_and_lonely_particles_are_those_of_the_processor(int crowd)
    {
        // Lists grow beyond what the mean density asks for; the neighbours of one particle are far more than those of another.
        Box box = Box.Cubic(40);
        Vec3[] positions = [.. Configurations.Random(crowd, Box.Cubic(9.5), 9.5, 0.8, 3), new Vec3(30, 30, 30), new Vec3(31, 30, 30)];
        AssertEqual(
            ReferenceConfiguration.System(positions, box).AddForce(new PairForce<LennardJones>(new LennardJones(1, 1, 2.5))), Precision.Mixed);
    }

    [Fact]
    public void Forces_far_beyond_the_ordinary_are_those_of_the_processor()
    {
        Vec3[] positions = [Vec3.Zero, new Vec3(0.05, 0, 0), new Vec3(0.05, 1, 0), new Vec3(2, 2, 2)];
        MolecularSystem system = ReferenceConfiguration.System(positions, Box.Cubic(6))
            .AddForce(new PairForce<LennardJones>(new LennardJones(1, 1, 2.5)));
        AssertEqual(system, Precision.Mixed);
        AssertEqual(system, Precision.Double);
    }

    [Fact]
    public void Force_without_a_value_is_an_error_that_names_the_particles()
    {
        MolecularSystem system = ReferenceConfiguration.System([Vec3.Zero, new Vec3(1, 0, 0), new Vec3(1, 0, 0)], Box.Cubic(6))
            .AddForce(new PairForce<LennardJones>(new LennardJones(1, 1, 2.5)));
        using IDevice device = Open();
        using ForceField field = new(system, new ForceFieldOptions { Device = device, Precision = Precision.Mixed });
        SimulationException error = Assert.Throws<SimulationException>(() => field.Report(system.Start));
        Assert.Contains("particles 1 and 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluation_does_not_depend_on_those_before()
    {
        Box box = Box.Cubic(Edge);
        MolecularSystem system = ReferenceConfiguration.System(Configurations.Random(60, box, Edge, 0.85, 41), box)
            .AddForce(new PairForce<LennardJones>(new LennardJones(1, 1, 2.5)));
        using IDevice device = Open();
        using ForceField field = new(system, new ForceFieldOptions { Device = device, Precision = Precision.Mixed });
        EnergyReport first = field.Report(system.Start);
        Vec3[] moved = [.. system.Start.Positions.Select((r, i) => r + new Vec3(0.01 * (i % 7), 0.3 * (i % 2), 0))];
        field.Report(system.Start with { Positions = moved });
        EnergyReport again = field.Report(system.Start);
        Assert.Equal(first.PotentialEnergy, again.PotentialEnergy);
        Assert.Equal(first.Forces, again.Forces);
    }

    private static MolecularSystem Charged(Vec3[] positions, Box box)
    {
        MolecularSystem system = ReferenceConfiguration.System(positions, box);
        return system with
        {
            Start = system.Start with
            {
                Topology = system.Topology with { Charges = [.. positions.Select((_, i) => i % 2 == 0 ? 0.5 : -0.75)] },
            },
        };
    }

    private void AssertEqual(MolecularSystem system, Precision precision)
    {
        using ForceField reference = new(system, new ForceFieldOptions { Precision = precision });
        EnergyReport expected = reference.Report(system.Start);
        using IDevice device = Open();
        using ForceField field = new(system, new ForceFieldOptions { Device = device, Precision = precision });
        EnergyReport actual = field.Report(system.Start);
        double tolerance = precision == Precision.Mixed ? 1e-5 : 1e-10;
        double rms = Math.Sqrt(expected.Forces.Average(f => f.LengthSquared()));
        for (int i = 0; i < system.ParticleCount; i++)
        {
            double error = (actual.Forces[i] - expected.Forces[i]).Length();
            Assert.True(error <= tolerance * rms, $"{precision}: particle {i}: {actual.Forces[i]} and not {expected.Forces[i]}, {error} apart, rms {rms}.");
        }

        double energies = expected.Terms.Sum(term => Math.Abs(term.Energy)) + Math.Abs(expected.Virial.Trace) / 3;
        for (int t = 0; t < expected.Terms.Length; t++)
        {
            (EnergyTerm a, EnergyTerm b) = (expected.Terms[t], actual.Terms[t]);
            Assert.True(Math.Abs(a.Energy - b.Energy) <= tolerance * energies, $"{precision}: {a.Name}: {b.Energy} and not {a.Energy}.");
            Assert.Equal(a.Virial.XX, b.Virial.XX, tolerance * energies);
            Assert.Equal(a.Virial.YY, b.Virial.YY, tolerance * energies);
            Assert.Equal(a.Virial.ZZ, b.Virial.ZZ, tolerance * energies);
            Assert.Equal(a.Virial.XY, b.Virial.XY, tolerance * energies);
            Assert.Equal(a.Virial.XZ, b.Virial.XZ, tolerance * energies);
            Assert.Equal(a.Virial.YZ, b.Virial.YZ, tolerance * energies);
        }
    }
}
