using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using MolShell.Compute.Numerics.Simd;
using Xunit;

namespace MolShell.Compute.Tests.Forces;

public sealed class PairForceTests
{
    private static readonly LennardJones Potential = new(1.3, 0.9, 2.2);

    public static TheoryData<string, double> BoxesOfAllSizes()
    {
        TheoryData<string, double> data = [];
        foreach (string name in Configurations.BoxNames)
        {
            // Many cells, two cells, a box thinner than the cutoff and one much thinner.
            foreach (double edge in new[] { 12, 5.5, 2.1, 1.2 })
            {
                data.Add(name, edge);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(BoxesOfAllSizes))]
    public void Neighbour_list_finds_what_a_sum_over_all_images_finds(string name, double edge)
    {
        Box box = Configurations.NamedBox(name, edge);
        int count = Math.Max(1, (int)(0.25 * edge * edge * edge));
        Vec3[] positions = Configurations.Scatter(Configurations.Random(count, box, edge, 0.8, 7), box, 8);
        MolecularSystem system = ReferenceConfiguration.System(positions, box).AddForce(new PairForce<LennardJones>(Potential));
        EnergyReport report = Configurations.Evaluate(system);
        (double energy, Vec3[] forces, Virial virial) = SumOverImages(positions, box, edge);
        double scale = Math.Max(1, Math.Abs(energy));
        Assert.Equal(energy, report.PotentialEnergy, 1e-11 * scale);
        Assert.Equal(virial.Trace, report.Virial.Trace, 1e-10 * scale);
        Assert.Equal(virial.XY, report.Virial.XY, 1e-10 * scale);
        Assert.Equal(virial.XZ, report.Virial.XZ, 1e-10 * scale);
        Assert.Equal(virial.YZ, report.Virial.YZ, 1e-10 * scale);
        double strongest = Math.Max(1, forces.Max(f => f.Length()));
        for (int i = 0; i < count; i++)
        {
            Assert.True((forces[i] - report.Forces[i]).Length() <= 1e-10 * strongest, $"Force on particle {i}.");
        }

        Assert.True(count < 3 || energy != 0, "The configuration has no interacting pair.");
    }

    [Theory]
    [InlineData("cube")]
    [InlineData("triclinic")]
    [InlineData("very oblique")]
    public void Box_smaller_than_the_cutoff_acts_as_the_repeated_box(string name)
    {
        Box small = Configurations.NamedBox(name, 1.6);
        Vec3[] basis = Configurations.Random(2, small, 1.6, 0.8, 3);
        const int repeat = 5;
        List<Vec3> positions = [];
        for (int cell = 0; cell < repeat * repeat * repeat; cell++)
        {
            Vec3 move = small.ToCartesian(new Vec3(cell % repeat, cell / repeat % repeat, cell / repeat / repeat));
            positions.AddRange(basis.Select(r => r + move));
        }

        Box large = Box.Triclinic(small.A * repeat, small.B * repeat, small.C * repeat);
        PairForce<LennardJones> force = new(Potential);
        EnergyReport one = Configurations.Evaluate(ReferenceConfiguration.System(basis, small).AddForce(force));
        EnergyReport many = Configurations.Evaluate(ReferenceConfiguration.System([.. positions], large).AddForce(force));
        int cells = repeat * repeat * repeat;
        Assert.Equal(many.PotentialEnergy / cells, one.PotentialEnergy, 1e-11 * Math.Abs(one.PotentialEnergy));
        Assert.Equal(many.VirialPressure!.Value, one.VirialPressure!.Value, 1e-10 * Math.Abs(one.VirialPressure.Value));
        double strongest = one.Forces.Max(f => f.Length());
        for (int i = 0; i < positions.Count; i++)
        {
            Assert.True((many.Forces[i] - one.Forces[i % 2]).Length() < 1e-10 * strongest, $"Force on particle {i}.");
        }
    }

    [Theory]
    [InlineData("cube", 7)]
    [InlineData("triclinic", 6)]
    [InlineData("triclinic", 2.5)]
    [InlineData("slab", 4)]
    public void Result_does_not_depend_on_when_the_list_was_made(string name, double edge)
    {
        Box box = Configurations.NamedBox(name, edge);
        Vec3[] positions = Configurations.Random((int)(0.3 * edge * edge * edge), box, edge, 0.85, 11);
        MolecularSystem system =
            ReferenceConfiguration.System(positions, box).AddForce(new PairForce<LennardJones>(Potential) { Skin = 0.5 });
        using ForceField old = new(system);
        RandomSource random = new(new RandomKey(5));
        Vec3[] oldForces = new Vec3[positions.Length];
        Vec3[] newForces = new Vec3[positions.Length];
        for (int step = 0; step < 60; step++)
        {
            double oldEnergy = old.Evaluate(positions, box, oldForces);
            using ForceField fresh = new(system);
            double newEnergy = fresh.Evaluate(positions, box, newForces);
            Assert.Equal(BitConverter.DoubleToInt64Bits(newEnergy), BitConverter.DoubleToInt64Bits(oldEnergy));
            Assert.Equal(newForces, oldForces);
            positions =
                Array.ConvertAll(positions, r => r + (new Vec3(random.NextNormal(), random.NextNormal(), random.NextNormal()) * 0.02));
        }
    }

    [Fact]
    public void Result_follows_permutation_translation_and_rotation_of_all()
    {
        Box box = Configurations.NamedBox("triclinic", 5);
        Vec3[] positions = Configurations.Random(40, box, 5, 0.9, 21);
        MolecularSystem system = ReferenceConfiguration.System(positions, box).AddForce(new PairForce<LennardJones>(Potential));
        EnergyReport report = Configurations.Evaluate(system);
        EnergyReport reversed = Configurations.Evaluate(system.At([.. positions.Reverse()]));
        EnergyReport moved = Configurations.Evaluate(system.At(Array.ConvertAll(positions, r => r + new Vec3(3.3, -17, 0.4))));
        EnergyReport turned = Configurations.Evaluate(system.At(
            Array.ConvertAll(positions, Turn), Box.Triclinic(Turn(box.A), Turn(box.B), Turn(box.C))));
        double tolerance = 1e-9 * report.MaximumForce;
        Assert.Equal(report.PotentialEnergy, reversed.PotentialEnergy, tolerance);
        Assert.Equal(report.PotentialEnergy, moved.PotentialEnergy, tolerance);
        Assert.Equal(report.PotentialEnergy, turned.PotentialEnergy, tolerance);
        for (int i = 0; i < positions.Length; i++)
        {
            Assert.True((report.Forces[i] - reversed.Forces[^(i + 1)]).Length() < tolerance);
            Assert.True((report.Forces[i] - moved.Forces[i]).Length() < tolerance);
            Assert.True((Turn(report.Forces[i]) - turned.Forces[i]).Length() < tolerance);
        }

        // A turn about (1, 2, 3) by 1 rad (Rodrigues).
        static Vec3 Turn(Vec3 r)
        {
            Vec3 k = new Vec3(1, 2, 3) / Math.Sqrt(14);
            return (r * Math.Cos(1)) + (Vec3.Cross(k, r) * Math.Sin(1)) + (k * (Vec3.Dot(k, r) * (1 - Math.Cos(1))));
        }
    }

    [Fact]
    public void A_small_cluster_in_an_enormous_box_costs_no_more_cells()
    {
        Box box = Box.Cubic(1e5);
        Vec3[] cluster = Array.ConvertAll(Configurations.Random(100, Box.Open, 6, 0.85, 31), r => r - new Vec3(3, 3, 3));
        PairForce<LennardJones> force = new(Potential) { Skin = 0.3 };
        EnergyReport periodic = Configurations.Evaluate(ReferenceConfiguration.System(cluster, box).AddForce(force));
        EnergyReport open = Configurations.Evaluate(ReferenceConfiguration.System(cluster, Box.Open).AddForce(force));
        Assert.Equal(open.PotentialEnergy, periodic.PotentialEnergy, 1e-9 * Math.Abs(open.PotentialEnergy));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 6)]
    [InlineData(2, 3)]
    [InlineData(3, 1)]
    [InlineData(4, 0)]
    public void Pairs_joined_by_few_bonds_can_be_excluded(int bonds, int interactingPairs)
    {
        // A chain 0-1-2-3-4 within one cutoff: 10 pairs, of which 4 are bonded, 3 share an angle, 2 a dihedral.
        Vec3[] positions = [.. Enumerable.Range(0, 5).Select(i => new Vec3(0.2 * i, 0, 0))];
        MolecularSystem system = ReferenceConfiguration.System(positions, Box.Open, ReferenceConfiguration.Chain(5, ring: false));
        PairForce<Counter> force = new(new Counter(2)) { ExcludedBonds = bonds };
        Assert.Equal(interactingPairs, Configurations.Evaluate(system.AddForce(force)).PotentialEnergy);
    }

    [Fact]
    public void Single_pairs_can_be_excluded_with_their_nearest_image_only()
    {
        // In a cube of edge 1.5 with cutoff 1.4 a pair at 0.3 also meets through the faces: at 1.2 and through x beyond the cutoff.
        Vec3[] positions = [new(0, 0, 0), new(0.3, 0, 0)];
        MolecularSystem system = ReferenceConfiguration.System(positions, Box.Orthorhombic(1.5, 9, 9));
        PairForce<Counter> all = new(new Counter(1.4));
        PairForce<Counter> some = new(new Counter(1.4)) { ExcludedPairs = [new Bond(1, 0)] };
        Assert.Equal(2, Configurations.Evaluate(system.AddForce(all)).PotentialEnergy);
        Assert.Equal(1, Configurations.Evaluate(system.AddForce(some)).PotentialEnergy);
        PairForce<Counter> wrong = new(new Counter(1.4)) { ExcludedPairs = [new Bond(0, 5)] };
        ArgumentException error = Assert.Throws<ArgumentException>(() => Configurations.Evaluate(system.AddForce(wrong)));
        Assert.Contains("Particle 5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Excluded_partner_beyond_half_the_box_is_still_the_nearest_image()
    {
        // At the centre of a cube a partner at the corner is 0.87 edges away, and has eight nearest images.
        MolecularSystem system = ReferenceConfiguration.System([Vec3.Zero, new(0.48, 0.48, 0.48)], Box.Cubic(1));
        PairForce<Counter> all = new(new Counter(0.85));
        PairForce<Counter> some = new(new Counter(0.85)) { ExcludedPairs = [new Bond(0, 1)] };
        double apart = Configurations.Evaluate(system.AddForce(all)).PotentialEnergy;
        Assert.Equal(apart - 1, Configurations.Evaluate(system.AddForce(some)).PotentialEnergy);
    }

    [Fact]
    public void Types_that_all_do_not_interact_have_no_energy_in_any_box()
    {
        PairForce<LennardJones> none = new(PairTable<LennardJones>.Uniform(default));
        foreach (Box box in new[] { Box.Open, Box.Cubic(3), Box.Triclinic(new(3, 0, 0), new(1, 3, 0), new(0, 1, 3), true, false, true) })
        {
            MolecularSystem system = ReferenceConfiguration.System([Vec3.Zero, new Vec3(1, 0, 0), new Vec3(0, 1.5, 40)], box);
            EnergyReport report = Configurations.Evaluate(system.AddForce(none));
            Assert.Equal(0, report.PotentialEnergy);
            Assert.All(report.Forces, force => Assert.Equal(Vec3.Zero, force));
        }
    }

    [Fact]
    public void Different_types_mix_by_Lorentz_and_Berthelot()
    {
        PairTable<LennardJones> table = new PairTable<LennardJones>()
            .With("A", "A", new LennardJones(4, 1, 2.5)).With("B", "B", new LennardJones(1, 2, 3));
        MolecularSystem system = TwoTypes(new Vec3(1.7, 0, 0)).AddForce(new PairForce<LennardJones>(table));
        double expected = new LennardJones(2, 1.5, 3).Evaluate(1.7 * 1.7, out _);
        Assert.Equal(expected, Configurations.Evaluate(system).PotentialEnergy, 1e-14);
        PairTable<LennardJones> own = table.With("B", "A", new LennardJones(5, 1.5, 3));
        Assert.Equal(2.5 * expected, Configurations.Evaluate(TwoTypes(new Vec3(1.7, 0, 0)).AddForce(new PairForce<LennardJones>(own)))
            .PotentialEnergy, 1e-13);
        Assert.Equal(0, Configurations.Evaluate(TwoTypes(new Vec3(1.7, 0, 0))
            .AddForce(new PairForce<LennardJones>(table.Without("A", "B")))).PotentialEnergy);
        Assert.Equal(new Wca(2, 1.5), Wca.Mix(new Wca(4, 1), new Wca(1, 2), MixingRule.LorentzBerthelot));
    }

    [Fact]
    public void Missing_parameters_are_an_error_that_names_the_pair_of_types()
    {
        PairTable<LennardJones> table = new PairTable<LennardJones>().With("A", "A", Potential);
        Fails(table, "B-B", "no parameters");
        Fails(table.With("B", "B", Potential).With("C", "C", Potential), "'C'", "A, B");
        Fails(new PairTable<LennardJones>().With("A", "A", Potential)
            .With("B", "B", new LennardJones(1, 1, 2.2, shifted: false)), "shifted");

        static void Fails(PairTable<LennardJones> table, params string[] parts)
        {
            MolecularSystem system = TwoTypes(new Vec3(1, 0, 0)).AddForce(new PairForce<LennardJones>(table));
            ArgumentException error = Assert.Throws<ArgumentException>(() => Configurations.Evaluate(system));
            Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-30)]
    public void Overlap_is_an_error_that_names_the_particles_and_their_distance(double distance)
    {
        MolecularSystem system =
            ReferenceConfiguration.System([new(3, 0, 0), new(1, 1, 1), new(1, 1 + distance, 1), new(-1, 0, 0)], Box.Cubic(20))
            .AddForce(new PairForce<Wca>(new Wca(1, 1)));
        if (distance > 0)
        {
            system = system.At([new(3, 0, 0), new(0, distance, 0), new(0, 0, 0), new(-1, 0, 0)]);
        }

        SimulationException error = Assert.Throws<SimulationException>(() => Configurations.Evaluate(system));
        Assert.Contains(
            FormattableString.Invariant($"particles 1 and 2 are at distance {distance:g6}: they overlap"), error.Message, StringComparison.Ordinal);
        Assert.Contains("WCA", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    public void Position_out_of_bounds_is_an_error_that_names_the_particle(double x)
    {
        MolecularSystem system =
            ReferenceConfiguration.System([new(3, 0, 0), new(1, x, 1)], Box.Cubic(20)).AddForce(new PairForce<Wca>(new Wca(1, 1)));
        SimulationException error = Assert.Throws<SimulationException>(() => Configurations.Evaluate(system));
        Assert.Contains("particle 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lennard_Jones_has_its_published_shape()
    {
        LennardJones cut = new(2, 1.5, 4, shifted: false);
        Assert.Equal(0, cut.Evaluate(1.5 * 1.5, out double forceAtSigma), 1e-14);
        Assert.Equal(24 * 2 / (1.5 * 1.5), forceAtSigma, 1e-12);
        double minimum = 1.5 * Wca.CutoffOverSigma;
        Assert.Equal(-2, cut.Evaluate(minimum * minimum, out double forceAtMinimum), 1e-14);
        Assert.Equal(0, forceAtMinimum, 1e-13);
        Assert.Equal(0, new LennardJones(2, 1.5, 4).Evaluate(16, out _), 1e-15);
        Assert.Equal(cut.Evaluate(4, out double f1) - cut.Evaluate(16, out _), new LennardJones(2, 1.5, 4)
            .Evaluate(4, out double f2), 1e-14);
        Assert.Equal(f1, f2);
    }

    [Fact]
    public void Wca_has_its_published_shape()
    {
        Wca wca = new(2, 1.5);
        Assert.Equal(2, wca.Evaluate(1.5 * 1.5, out _), 1e-14);
        Assert.Equal(1.5 * Math.Pow(2, 1.0 / 6), wca.Cutoff, 1e-15);
        Assert.Equal(0, wca.Evaluate(wca.Cutoff * wca.Cutoff, out double force), 1e-14);
        Assert.Equal(0, force, 1e-13);
    }

    [Fact]
    public void Parameters_out_of_range_are_errors_that_name_them()
    {
        Fails(() => new Wca(-1, 1), "WCA", "epsilon", "-1");
        Fails(() => new Wca(1, 0), "sigma");
        Fails(() => new LennardJones(1, double.NaN, 2), "sigma", "NaN");
        Fails(() => new LennardJones(1, 1, double.NaN), "cutoff");
        MolecularSystem system = TwoTypes(new Vec3(1, 0, 0)).AddForce(new PairForce<Wca>(new Wca(1, 1)) { Skin = -1 });
        Fails(() => Configurations.Evaluate(system), "skin", "-1");

        static void Fails(Func<object> action, params string[] parts)
        {
            ArgumentException error = Assert.Throws<ArgumentException>(action);
            Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Description_tells_all_parameters()
    {
        PairForce<Wca> force = new(new PairTable<Wca>().With("B", "A", new Wca(0.1, 1)).With("A", "A", new Wca(1, 2))
            .Without("B", "B")) { ExcludedBonds = 2 };
        Assert.Equal(
            "Pair(A-A: WCA(epsilon=1, sigma=2); A-B: WCA(epsilon=0.1, sigma=1); B-B: none; excluded bonds 2; excluded pairs [])",
            force.Describe());
    }

    [Fact]
    public void Cutoff_over_very_many_images_is_refused_with_a_way_out()
    {
        PairForce<LennardJones> force = new(new LennardJones(1, 1, 100));
        using (ForceField within = new(ReferenceConfiguration.System([Vec3.Zero], Box.Cubic(5)).AddForce(force)))
        {
            Assert.NotNull(within);
        }

        MolecularSystem beyond = ReferenceConfiguration.System([Vec3.Zero], Box.Orthorhombic(50, 4.9, 50)).AddForce(force);
        ArgumentException error = Assert.Throws<ArgumentException>(() => new ForceField(beyond));
        Assert.Contains("cutoff 100 reaches over 21 images of a box 4.9 wide", error.Message, StringComparison.Ordinal);
        Assert.Contains("Shorten the cutoff, or take a larger box", error.Message, StringComparison.Ordinal);
    }

    private static MolecularSystem TwoTypes(Vec3 separation)
    {
        MolecularSystem system = ReferenceConfiguration.System([Vec3.Zero, separation], Box.Open);
        Topology topology = system.Topology with { TypeNames = ["A", "B"], Types = [0, 1] };
        return system with { Start = system.Start with { Topology = topology } };
    }

    // Half the sum over all ordered pairs and translations.
    private static (double Energy, Vec3[] Forces, Virial Virial) SumOverImages(Vec3[] positions, Box box, double edge)
    {
        Vec3[] translations = [.. Configurations.Translations(box, (int)Math.Ceiling((Potential.Cutoff + (2 * edge)) / Thinnest(box)))];
        translations = [.. translations.Where(t => t.Length() < Potential.Cutoff + (4 * edge))];
        double energy = 0;
        Vec3[] forces = new Vec3[positions.Length];
        Virial virial = default;
        for (int i = 0; i < positions.Length; i++)
        {
            for (int j = 0; j < positions.Length; j++)
            {
                Vec3 nearest = box.MinimumImage(positions[i] - positions[j]);
                foreach (Vec3 translation in translations)
                {
                    Vec3 r = nearest + translation;
                    if ((i != j || translation != Vec3.Zero) && r.Length() < Potential.Cutoff)
                    {
                        energy += 0.5 * Potential.Evaluate(r.LengthSquared(), out double forceOverR);
                        forces[i] += r * forceOverR;
                        virial.Add(r, r * (0.5 * forceOverR));
                    }
                }
            }
        }

        return (energy, forces, virial);
    }

    private static double Thinnest(Box box) => Math.Min(box.PlaneSpacings.X, Math.Min(box.PlaneSpacings.Y, box.PlaneSpacings.Z));

    /// <summary>Energy 1 for each pair within a distance, so that energies count pairs.</summary>
    private readonly record struct Counter(double Cutoff) : IPairPotential<Counter>
    {
        public static string Name => "Counter";

        public static Counter Mix(Counter a, Counter b, MixingRule rule) => a;

        public static int ParameterCount => 1;

        public static string OpenCl => "*forceOverR = 0; return 1;";

        public double EnergyScale => 1;

        public void Pack(Span<double> parameters, List<double> data) => parameters[0] = 1;

        public static TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
            where TReal : struct, ILanes<TReal>
        {
            forceOverR = 0;
            return p[0];
        }

        public string Describe() => Name;
    }
}
