using FsCheck.Fluent;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Forces;

/// <summary>Sums are exact: registers, threads, the history of lists and the order of particles change no bit.</summary>
public sealed class EngineBitsTests
{
    private static readonly LennardJones Potential = new(1.3, 0.9, 2.2);

    public static TheoryData<string, Precision> AllBoxes()
    {
        TheoryData<string, Precision> data = [];
        foreach (string name in Configurations.BoxNames)
        {
            data.Add(name, Precision.Mixed);
            data.Add(name, Precision.Double);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(AllBoxes))]
    public void Every_register_width_gives_the_same_bits(string name, Precision precision)
    {
        MolecularSystem system = Fluid(name, 101);
        EnergyReport scalar = system.Measure(precision, width: 0);
        Assert.NotEqual(0, scalar.PotentialEnergy);
        Assert.All(Engine.Widths, width => Engine.AssertSameBits(scalar, system.Measure(precision, width)));
    }

    [Theory]
    [InlineData(Precision.Mixed)]
    [InlineData(Precision.Double)]
    public void Every_register_width_gives_the_same_bits_for_types_charges_and_exclusions(Precision precision)
    {
        MolecularSystem system = Mixture("triclinic", 101);
        EnergyReport scalar = system.Measure(precision, width: 0);
        Assert.All(scalar.Terms, term => Assert.NotEqual(0, term.Energy));
        Assert.All(Engine.Widths, width => Engine.AssertSameBits(scalar, system.Measure(precision, width)));
    }

    [Theory]
    [MemberData(nameof(AllBoxes))]
    public void Any_number_of_threads_gives_the_same_bits(string name, Precision precision)
    {
        MolecularSystem system = Mixture(name, 101);
        EnergyReport one = system.Measure(precision);
        Assert.All(new[] { 2, 3, 5 }, threads => Engine.AssertSameBits(one, system.Measure(precision, threads: threads)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(17)]
    [InlineData(33)]
    public void More_threads_than_clusters_give_the_same_bits(int count)
    {
        MolecularSystem system = Fluid("cube", count);
        Engine.AssertSameBits(system.Measure(Precision.Mixed), system.Measure(Precision.Mixed, threads: 6));
    }

    [Theory]
    [MemberData(nameof(AllBoxes))]
    public void History_of_the_list_and_skin_change_no_bit(string name, Precision precision)
    {
        MolecularSystem system = Fluid(name, 101);
        using ForceField walked = Engine.Field(WithSkin(system, 0.6), precision);
        using ForceField every = Engine.Field(WithSkin(system, 0), precision);
        RandomSource random = new(new RandomKey(5));
        Frame frame = system.Start;
        for (int step = 0; step < 20; step++)
        {
            EnergyReport fresh = (system with { Start = frame }).Measure(precision);
            Engine.AssertSameBits(fresh, walked.Report(frame));
            Engine.AssertSameBits(fresh, every.Report(frame));
            frame = frame with { Positions = Array.ConvertAll(frame.Positions, r => r + (0.04 * Normal(random))) };
        }
    }

    [Fact]
    public void Frames_of_other_boxes_between_change_no_bit()
    {
        MolecularSystem system = Fluid("cube", 101);
        EnergyReport first = system.Measure(Precision.Mixed);
        using ForceField field = Engine.Field(system, Precision.Mixed);
        foreach (double scale in new[] { 1, 1.02, 1, 1.3, 1 })
        {
            Frame scaled = system.Start with
            {
                Box = Box.Cubic(scale * system.Box.A.X), Positions = Array.ConvertAll(system.Start.Positions, r => scale * r),
            };
            EnergyReport report = field.Report(scaled);
            Engine.AssertSameBits((system with { Start = scaled }).Measure(Precision.Mixed), report);
            Assert.Equal(scale == 1, first.PotentialEnergy == report.PotentialEnergy);
        }
    }

    [Theory]
    [InlineData("cube", Precision.Mixed)]
    [InlineData("very oblique", Precision.Mixed)]
    [InlineData("open", Precision.Double)]
    [InlineData("left-handed", Precision.Double)]
    public void Particles_in_another_order_have_the_same_forces(string name, Precision precision) =>
        Prop.ForAll(Gen.Choose(1, 60).Two().ToArbitrary(), pair =>
        {
            MolecularSystem system = Fluid(name, pair.Item1, (ulong)pair.Item2);
            RandomSource random = new(new RandomKey((ulong)pair.Item2));
            int[] order = [.. Enumerable.Range(0, pair.Item1).OrderBy(_ => random.NextUInt64())];
            EnergyReport report = system.Measure(precision);
            EnergyReport permuted = system.At([.. order.Select(i => system.Start.Positions[i])]).Measure(precision);
            return report.PotentialEnergy == permuted.PotentialEnergy
                && report.Virial.Equals(permuted.Virial)
                && permuted.Forces.SequenceEqual(order.Select(i => report.Forces[i]));
        }).Check();

    [Theory]
    [InlineData(Precision.Mixed, 3)]
    [InlineData(Precision.Double, 3)]
    [InlineData(Precision.Mixed, 100_000)]
    [InlineData(Precision.Double, 100_000)]
    public void Particles_boxes_away_feel_the_same_bits(Precision precision, int boxes)
    {
        // Edge and places are short binary fractions: nothing is rounded when whole edges are added.
        Box box = Box.Cubic(8);
        Vec3[] positions = Array.ConvertAll(Configurations.Random(150, box, 8, 0.85, 12), r => new Vec3(Short(r.X), Short(r.Y), Short(r.Z)));
        MolecularSystem system = ReferenceConfiguration.System(positions, box).AddForce(new PairForce<LennardJones>(Potential));
        RandomSource random = new(new RandomKey(8));
        Vec3[] away = Array.ConvertAll(positions, r => r + (8.0 * new Vec3(Whole(), Whole(), Whole())));
        Engine.AssertSameBits(system.Measure(precision), system.At(away).Measure(precision));

        static double Short(double x) => Math.Round(x * (1 << 20)) / (1 << 20);
        int Whole() => random.NextInt((2 * boxes) + 1) - boxes;
    }

    [Fact]
    public void Forces_of_a_pair_are_opposite_in_every_bit()
    {
        // Small forces are multiples of 2^-48 that fit 53 bits, so that their sum is exact too.
        MolecularSystem system = Fluid("very oblique", 90) with { Forces = [new PairForce<GaussianOverlap>(new GaussianOverlap(0.3, 0.7, 2.2))] };
        foreach (Precision precision in Enum.GetValues<Precision>())
        {
            EnergyReport report = system.Measure(precision);
            Assert.Equal(Vec3.Zero, report.Forces.Aggregate(Vec3.Zero, (sum, force) => sum + force));
            Assert.InRange(report.MaximumForce, 0.01, 16);
        }
    }

    internal static MolecularSystem Fluid(string name, int count, ulong seed = 7)
    {
        Box box = Wide(name, 2.2);
        double edge = 4.6;
        Vec3[] positions = Configurations.Scatter(Configurations.Random(count, box, edge, 0.7, seed), box, seed + 1);
        return ReferenceConfiguration.System(positions, box).AddForce(new PairForce<LennardJones>(Potential));
    }

    /// <summary>Three types, one of which does not interact with another, charges of both signs, and a chain with exclusions.</summary>
    internal static MolecularSystem Mixture(string name, int count)
    {
        MolecularSystem system = Fluid(name, count) with { Forces = [] };
        Topology topology = system.Topology with
        {
            TypeNames = ["A", "B", "C"],
            Types = [.. Enumerable.Range(0, count).Select(i => i % 3)],
            Charges = [.. Enumerable.Range(0, count).Select(i => (i % 5) - 1.75)],
            Bonds = [.. ReferenceConfiguration.Chain(count / 2, ring: true)],
        };
        return (system with { Start = system.Start with { Topology = topology } })
            .AddForce(new PairForce<LennardJones>(MixtureTable()) { ExcludedBonds = 2 })
            .AddForce(new PairForce<ReactionField>(new ReactionField(1.5, 1.9)) { ExcludedBonds = 3, ExcludedPairs = [new Bond(0, count - 1)] });
    }

    internal static PairTable<LennardJones> MixtureTable() => new PairTable<LennardJones>()
        .With("A", "A", new LennardJones(1, 0.9, 2.2)).With("B", "B", new LennardJones(0.6, 0.7, 1.6))
        .With("C", "C", new LennardJones(1.4, 0.8, 1.1)).Without("A", "C");

    /// <summary>A named box barely wider than twice a cutoff between all its planes.</summary>
    internal static Box Wide(string name, double cutoff)
    {
        Vec3 unit = Configurations.NamedBox(name, 1).PlaneSpacings;
        double thinnest = name == "open" ? 1 : Math.Min(unit.X, Math.Min(unit.Y, unit.Z));
        return Configurations.NamedBox(name, 2.0001 * cutoff / thinnest);
    }

    private static MolecularSystem WithSkin(MolecularSystem system, double skin) =>
        system with { Forces = [new PairForce<LennardJones>(Potential) { Skin = skin }] };

    private static Vec3 Normal(RandomSource random) => new(random.NextNormal(), random.NextNormal(), random.NextNormal());
}
