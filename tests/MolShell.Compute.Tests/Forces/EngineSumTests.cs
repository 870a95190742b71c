using FsCheck.Fluent;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Forces;

/// <summary>The pair engine finds what a plain sum over all pairs and images finds.</summary>
public sealed class EngineSumTests
{
    private const double Cutoff = 1.6;

    private static readonly LennardJones Potential = new(1.3, 0.9, Cutoff);

    public static TheoryData<string, Precision> AllBoxes => EngineBitsTests.AllBoxes();

    public static TheoryData<string> Arrangements => ["at nearly one place", "on a line", "in a plane", "two far clusters", "on a long line"];

    [Theory]
    [MemberData(nameof(AllBoxes))]
    public void Any_number_of_particles_in_a_box_of_twice_the_cutoff(string name, Precision precision)
    {
        Box box = EngineBitsTests.Wide(name, Cutoff);
        double magnitude = 0;
        for (int count = 1; count <= 50; count++)
        {
            Vec3[] positions = Configurations.Scatter(Configurations.Random(count, box, 3.2, 0.7, (ulong)count), box, 8);
            ImageSum expected = Expected(positions, box, out MolecularSystem system);
            expected.AssertEqual(system.Measure(precision), Engine.Tolerance(precision));
            magnitude += Math.Abs(expected.Energy);
        }

        Assert.NotEqual(0, magnitude);
    }

    [Theory]
    [InlineData(Precision.Mixed, 1)]
    [InlineData(Precision.Mixed, 2)]
    [InlineData(Precision.Double, 1)]
    [InlineData(Precision.Double, 2)]
    public void A_dilute_gas_in_open_space(Precision precision, int threads)
    {
        // About one neighbour each, clusters of eight much longer than the cutoff, and a few very far out.
        Vec3[] positions = Configurations.Random(1000, Box.Open, 22, 0.8, 3);
        positions[17] = new Vec3(1e5, -3e4, 20);
        positions[999] = new Vec3(-1e5, 2, 2e5);
        positions[500] = positions[999] + new Vec3(0.9, 0.3, 0);
        Expected(positions, Box.Open, out MolecularSystem system)
            .AssertEqual(system.Measure(precision, threads: threads), Engine.Tolerance(precision));
    }

    [Theory]
    [InlineData("slab", Precision.Mixed)]
    [InlineData("wire", Precision.Mixed)]
    [InlineData("wire", Precision.Double)]
    public void A_dilute_gas_with_open_directions(string name, Precision precision)
    {
        Box box = EngineBitsTests.Wide(name, Cutoff);
        RandomSource random = new(new RandomKey(4));
        Vec3[] positions = Configurations.Random(300, Box.Open, 14, 0.8, 3);
        positions = Array.ConvertAll(positions, r => r + (box.IsPeriodicC ? default : new Vec3(0, 0, 300 * random.NextNormal())));
        positions = [.. positions.Where((r, i) => Enumerable.Range(0, i).All(j => box.MinimumImage(r - positions[j]).Length() > 0.7))];
        Assert.InRange(positions.Length, 100, 300);
        Expected(positions, box, out MolecularSystem system).AssertEqual(system.Measure(precision), Engine.Tolerance(precision));
    }

    [Theory]
    [InlineData(1e3)]
    [InlineData(1e6)]
    public void Clusters_far_apart_in_open_space(double distance)
    {
        Vec3[] first = Configurations.Random(45, Box.Open, 3.5, 0.75, 5);
        Vec3 away = distance * new Vec3(1, -0.4, 0.2);
        Vec3[] positions = [.. first.SelectMany(r => new[] { r, r + away })];
        ImageSum expected = Expected(positions, Box.Open, out MolecularSystem system);

        // Places of the second cluster are exact to 1e-16 of the distance.
        expected.AssertEqual(system.Measure(Precision.Mixed), Engine.MixedTolerance);
        expected.AssertEqual(system.Measure(Precision.Double), 1e-11);
    }

    [Theory]
    [MemberData(nameof(Arrangements))]
    public void Flat_thin_and_crowded_arrangements(string name)
    {
        foreach (int count in new[] { 2, 8, 9, 16, 63, 130 })
        {
            Vec3[] positions = Arrange(name, count);
            foreach (Box box in new[] { Box.Open, Box.Cubic(400), Box.Cubic(4) })
            {
                PairForce<GaussianOverlap> force = new(new GaussianOverlap(2, 0.5, Cutoff));
                MolecularSystem system = ReferenceConfiguration.System(positions, box).AddForce(force);
                ImageSum expected = ImageSum.Of(system, (_, _) => new GaussianOverlap(2, 0.5, Cutoff));
                expected.AssertEqual(system.Measure(Precision.Mixed), Engine.MixedTolerance);
                expected.AssertEqual(system.Measure(Precision.Double), 1e-11);
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllBoxes))]
    public void Types_with_their_own_cutoffs_and_types_that_do_not_meet(string name, Precision precision)
    {
        MolecularSystem system = EngineBitsTests.Mixture(name, 60);
        LennardJones[] table = EngineBitsTests.MixtureTable().Resolve(system.Topology);
        ImageSum.Of(system, (a, b) => table[(3 * a) + b], (i, j) => BondsBetween(i, j, 30) <= 2)
            .AssertEqual((system with { Forces = [system.Forces[0]] }).Measure(precision), Engine.Tolerance(precision));
        Assert.Contains(table, potential => potential.Cutoff == 0);
    }

    [Theory]
    [MemberData(nameof(AllBoxes))]
    public void Charges_with_exclusions_across_the_border(string name, Precision precision)
    {
        MolecularSystem system = EngineBitsTests.Mixture(name, 60);
        ImageSum.Of(system, (_, _) => new ReactionField(1.5, 1.9), (i, j) => BondsBetween(i, j, 30) <= 3 || (i, j) == (0, 59))
            .AssertEqual((system with { Forces = [system.Forces[1]] }).Measure(precision), Engine.Tolerance(precision));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_chain_across_the_border_without_its_bonded_pairs(int bonds)
    {
        // Eight turns of a helix around the box along x: partners are often the images of each other.
        const int count = 80;
        Box box = EngineBitsTests.Wide("triclinic", Cutoff);
        Vec3[] positions = [.. Enumerable.Range(0, count)
            .Select(i => new Vec3(0.5 * i, 0.8 * Math.Cos(1.1319 * i), (0.8 * Math.Sin(1.1 * i)) + (0.011 * i)))];
        MolecularSystem system = ReferenceConfiguration.System(positions, box, ReferenceConfiguration.Chain(count, ring: false))
            .AddForce(new PairForce<GaussianOverlap>(new GaussianOverlap(2, 0.5, Cutoff)) { ExcludedBonds = bonds });
        ImageSum expected = ImageSum.Of(system, (_, _) => new GaussianOverlap(2, 0.5, Cutoff), (i, j) => j - i <= bonds);
        expected.AssertEqual(system.Measure(Precision.Mixed), Engine.MixedTolerance);
        expected.AssertEqual(system.Measure(Precision.Double), 1e-11);
    }

    [Fact]
    public void A_frame_whose_box_is_smaller_than_twice_the_cutoff_is_summed_over_images()
    {
        MolecularSystem large = EngineBitsTests.Fluid("cube", 60);
        Frame shrunk = large.Start with
        {
            Box = Box.Cubic(0.6 * large.Box.A.X), Positions = Array.ConvertAll(large.Start.Positions, r => 0.6 * r),
        };
        EnergyReport own = (large with { Start = shrunk }).Measure(Precision.Double);
        using ForceField field = Engine.Field(large, Precision.Double);
        EnergyReport report = field.Report(shrunk);
        Assert.Equal(own.PotentialEnergy, report.PotentialEnergy, 1e-11 * Math.Abs(own.PotentialEnergy));
    }

    [Fact]
    public void Random_boxes_and_numbers_of_particles() => Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
    {
        RandomSource random = new(new RandomKey((ulong)seed));
        Vec3 a = Vector(), b = Vector(), c = Vector();
        if (Math.Abs(Vec3.Dot(a, Vec3.Cross(b, c))) < 0.05)
        {
            return true;
        }

        int open = random.NextInt(8);
        Box shape = Box.Triclinic(a, b, c, (open & 1) == 0, (open & 2) == 0, (open & 4) == 0);
        Vec3 spacings = shape.PlaneSpacings;
        double scale = (2 + random.NextDouble()) * Cutoff / Math.Min(spacings.X, Math.Min(spacings.Y, spacings.Z));
        Box box = Box.Triclinic(a * scale, b * scale, c * scale, shape.IsPeriodicA, shape.IsPeriodicB, shape.IsPeriodicC);
        int count = 1 + random.NextInt(45);
        Vec3[] positions = Configurations.Scatter(Configurations.Random(count, box, 5, 0.7, (ulong)seed), box, (ulong)seed);
        ImageSum expected = Expected(positions, box, out MolecularSystem system);
        expected.AssertEqual(system.Measure(Precision.Mixed), Engine.MixedTolerance);
        expected.AssertEqual(system.Measure(Precision.Double), 1e-11);
        return true;

        Vec3 Vector() => new((2 * random.NextDouble()) - 1, (2 * random.NextDouble()) - 1, (2 * random.NextDouble()) - 1);
    }).Check();

    private static ImageSum Expected(Vec3[] positions, Box box, out MolecularSystem system)
    {
        system = ReferenceConfiguration.System(positions, box).AddForce(new PairForce<LennardJones>(Potential));
        return ImageSum.Of(system, (_, _) => Potential);
    }

    private static Vec3[] Arrange(string name, int count)
    {
        RandomSource random = new(new RandomKey(6));
        return [.. Enumerable.Range(0, count).Select(i => name switch
        {
            "at nearly one place" => new Vec3(1, 2, 3) + (1e-3 * Random()),
            "on a line" => new Vec3(0.3137 * i, 0, 0),
            "in a plane" => new Vec3(3 * random.NextDouble(), 1.5, 3 * random.NextDouble()),
            "two far clusters" => Random() + (i % 3 == 0 ? new Vec3(150, 0, 0) : default),
            "on a long line" => new Vec3(0, 0, 1.1319 * i),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such arrangement."),
        })];

        Vec3 Random() => new(random.NextDouble(), random.NextDouble(), random.NextDouble());
    }

    // Along a ring of the first particles.
    private static int BondsBetween(int i, int j, int ring) =>
        i >= ring || j >= ring ? int.MaxValue : Math.Min(Math.Abs(i - j), ring - Math.Abs(i - j));
}
