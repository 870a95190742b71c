using MolShell.Compute.Devices;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using MolShell.Compute.Numerics.Simd;
using Xunit;

namespace MolShell.Compute.Tests.Forces;

/// <summary>Forces and virials of all potentials against numeric derivatives of their energies.</summary>
public sealed class ForceCheckTests
{
    public static TheoryData<string, double> Boxes()
    {
        TheoryData<string, double> data = [];
        foreach (string name in Configurations.BoxNames)
        {
            data.Add(name, 4.4);
            data.Add(name, 1.9);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Pair_forces_are_consistent_in_every_box(string name, double edge)
    {
        Box box = Configurations.NamedBox(name, edge);
        int count = edge > 3 ? 24 : 3;
        MolecularSystem system = ReferenceConfiguration.System(Configurations.Random(count, box, edge, 0.85, 41), box)
            .AddForce(new PairForce<Wca>(new Wca(1.2, 1)))
            .AddForce(new PairForce<LennardJones>(new LennardJones(0.7, 1.05, 2.4)))
            .AddForce(new PairForce<LennardJones>(new LennardJones(0.7, 1.05, 2, shifted: false)));
        AssertConsistent(system);
    }

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Bonded_forces_are_consistent_in_every_box(string name, double edge)
    {
        Box box = Configurations.NamedBox(name, edge);
        Vec3[] chain = [new(0.1, 0.2, 0.3), new(0.9, 0.5, 0.1), new(1.2, 1.3, 0.5), new(0.6, 1.9, 0.8), new(0.9, 2.5, 1.5)];
        Bond[] bonds = ReferenceConfiguration.Chain(5, ring: false);
        BondAngle[] angles = [new(0, 1, 2), new(1, 2, 3), new(2, 3, 4)];
        MolecularSystem system = ReferenceConfiguration.System(Configurations.Scatter(chain, box, 2), box, bonds)
            .AddForce(new BondForce<HarmonicBond>(new HarmonicBond(12, 1.1), bonds))
            .AddForce(new BondForce<HarmonicBond>(new HarmonicBond(3, 0), bonds))
            .AddForce(new BondForce<FeneBond>(new FeneBond(30, 1.5, new Wca(1, 1)), bonds))
            .AddForce(new BondForce<DoubleWellBond>(new DoubleWellBond(5, Wca.CutoffOverSigma, 0.3), bonds))
            .AddForce(new AngleForce<CosineAngle>(new CosineAngle(2.5), angles));
        AssertConsistent(system);
    }

    [Fact]
    public void External_forces_are_consistent()
    {
        Vec3[] positions = [new(0.3, -0.4, 0.2), new(-0.8, 1.1, -0.5), new(1.1, 0.1, 0.9)];
        GaussianSum gaussians =
            new(new GaussianTerm(-0.7, new Vec3(0.5, 0, 0.1), new Vec3(12, 0.5, 1)), new GaussianTerm(2, Vec3.Zero, new Vec3(1, 2, 3)));
        MolecularSystem system = ReferenceConfiguration.System(positions, Box.Open)
            .AddForce(new ExternalForce<DoubleWell>(new DoubleWell(1.5, 0.8)))
            .AddForce(new ExternalForce<HarmonicWell>(new HarmonicWell(new Vec3(1, 2, 3), new Vec3(0.1, 0.2, 0.3))))
            .AddForce(new ExternalForce<SexticWall>(new SexticWall(new Vec3(1, 2, 3), new Vec3(0.1, 0.2, 0.3))))
            .AddForce(new ExternalForce<GaussianSum>(gaussians))
            .AddForce(new ExternalForce<MuellerBrown>(new MuellerBrown(0.05)))
            .AddForce(new ExternalForce<EntropicSwitch>(new EntropicSwitch(1.7)))
            .AddForce(new ExternalForce<ExternalSum<SexticWall, GaussianSum>>(new(new SexticWall(new Vec3(1, 1, 0)), gaussians)));
        AssertConsistent(system);
    }

    [Fact]
    public void Crystal_whose_forces_cancel_is_consistent()
    {
        MolecularSystem system =
            ReferenceConfiguration.System([Vec3.Zero], Box.Cubic(1.1)).AddForce(new PairForce<LennardJones>(new LennardJones(1, 1, 2.5)));
        AssertConsistent(system);
    }

    [Fact]
    public void Wrong_force_is_found_and_named_with_particle_and_axis()
    {
        MolecularSystem system = ReferenceConfiguration.System([new(0, 0, 0), new(0.1, 1.2, 0.2), new(3, 3, 3)], Box.Cubic(20))
            .AddForce(new PairForce<LennardJones>(new LennardJones(1, 1, 2.5)))
            .AddForce(new PairForce<Broken>(default(Broken) with { Cutoff = 2.5 }));
        ForceCheckReport report = Run(system);
        Assert.False(report.IsConsistent);
        Assert.True(report.Terms[0].IsConsistent);
        ForceCheckTerm broken = report.Terms[1];
        Assert.False(broken.IsConsistent);
        Assert.Equal("Broken", broken.Name);
        Assert.Equal("Y", broken.Axis);
        Assert.True(broken.Particle < 2);
        Assert.Equal(1.01 * broken.NumericForce, broken.Force, 1e-6 * Math.Abs(broken.Force));
        Assert.Equal(0.01, broken.ForceError, 0.001);
        Assert.Equal(1.01 * broken.NumericVirial, broken.Virial, 1e-6 * Math.Abs(broken.Virial));
        Assert.Contains("Broken", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_and_a_sample_of_particles_give_the_same_verdict()
    {
        Box box = Box.Cubic(6);
        MolecularSystem system = ReferenceConfiguration.System(Configurations.Random(100, box, 6, 0.9, 43), box)
            .AddForce(new PairForce<Wca>(new Wca(1, 1)));
        ForceCheckOptions sample = new() { MaximumParticles = 10 };
        ForceCheckReport one = Run(system, sample);
        using CpuDevice two = new(2);
        ForceCheckReport parallel = Run(system, sample, two);
        Assert.Equal(10, one.CheckedParticles);
        Assert.Equal(one.Terms[0], parallel.Terms[0]);
        Assert.True(one.IsConsistent);
    }

    [Fact]
    public void Options_out_of_range_are_errors()
    {
        MolecularSystem system = ReferenceConfiguration.System([Vec3.Zero], Box.Open);
        Assert.Throws<ArgumentException>(() => Run(system, new ForceCheckOptions { Tolerance = 0 }));
        Assert.Throws<ArgumentException>(() => Run(system, new ForceCheckOptions { MaximumParticles = 0 }));
    }

    private static ForceCheckReport Run(MolecularSystem system, ForceCheckOptions? options = null, IDevice? device = null) =>
        ForceCheck.Run(system, options, device, TestContext.Current.CancellationToken);

    private static void AssertConsistent(MolecularSystem system)
    {
        ForceCheckReport report = Run(system);
        Assert.Equal(system.Forces.Length, report.Terms.Length);
        Assert.All(report.Terms, term => Assert.True(term.IsConsistent, term.ToString()));
    }

    /// <summary>An inverse square of distance whose force is 1 % too large.</summary>
    private readonly record struct Broken(double Cutoff) : IPairPotential<Broken>
    {
        public static string Name => "Broken";

        public static Broken Mix(Broken a, Broken b, MixingRule rule) => a;

        public static int ParameterCount => 1;

        public static string OpenCl => "*forceOverR = 1.01f * 2 / (r2 * r2); return 1 / r2;";

        public double EnergyScale => 1;

        public void Pack(Span<double> parameters, List<double> data) => parameters[0] = 1;

        public static TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
            where TReal : struct, ILanes<TReal>
        {
            forceOverR = 1.01 * 2 / (r2 * r2);
            return p[0] / r2;
        }

        public string Describe() => Name;
    }
}
