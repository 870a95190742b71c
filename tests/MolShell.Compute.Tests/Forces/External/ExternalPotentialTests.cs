using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Forces.External;

/// <summary>What must hold for every potential of place, wall and restraint of position.</summary>
public sealed class ExternalPotentialTests
{
    private static readonly GaussianSum Gaussians =
        new(new GaussianTerm(-0.7, new Vec3(0.5, 0, 0.1), new Vec3(12, 0.5, 1)), new GaussianTerm(2, Vec3.Zero, new Vec3(1, 2, 3)));

    // Add a line for a new one.
    private static readonly IForce[] All =
    [
        new ExternalForce<DoubleWell>(new(1.5, 0.8)),
        new ExternalForce<HarmonicWell>(new(new Vec3(1, 2, 3), new Vec3(0.1, 0.2, 0.3))),
        new ExternalForce<SexticWall>(new(new Vec3(1, 2, 3), new Vec3(0.1, 0.2, 0.3))),
        new ExternalForce<GaussianSum>(Gaussians),
        new ExternalForce<MuellerBrown>(new(0.05)),
        new ExternalForce<EntropicSwitch>(new(1.7)),
        new ExternalForce<ExternalSum<SexticWall, GaussianSum>>(new(new SexticWall(new Vec3(1, 1, 0)), Gaussians)),
        new ExternalForce<UniformField>(new(new Vec3(0.5, -2, 1))),
        new ExternalForce<PlaneWall<HarmonicWall>>(new(new(7), new Vec3(1, 2, -0.5), -0.1)),
        new ExternalForce<PlaneWall<LennardJonesWall>>(new(new(1.5, 0.9, 2.2), new Vec3(0.3, 0.2, 1), -1.5)),
        new ExternalForce<PlaneWall<LennardJones93Wall>>(new(new(1.5, 0.9, 2.2), new Vec3(0, 0, -1), -2)),
        new ExternalForce<SphereWall<HarmonicWall>>(new(new(7), 0.6, new Vec3(0.1, 0.2, -0.3))),
        new ExternalForce<SphereWall<LennardJonesWall>>(new(LennardJonesWall.Wca(1.5, 0.9), 1.9)),
        new SelectiveExternalForce<UniformField>(new(new Vec3(0.5, -2, 1)), ExternalCoupling.Charge),
        new SelectiveExternalForce<HarmonicWell>(new(new Vec3(1, 2, 3)), ExternalCoupling.Mass, [3, 1]),
        new PositionRestraintForce([new(1, new Vec3(0.3, 0.2, 0.1), 5), new(3, new Vec3(0.9, -0.1, 0.4), 2)]),
    ];

    private static readonly Vec3[] Places = [new(0.3, -0.4, 0.2), new(-0.8, 1.1, -0.5), new(1.1, 0.1, 0.9), new(0.6, 0.7, -0.9)];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, All.Length)];

    public static TheoryData<int, string> IndicesAndBoxes
    {
        get
        {
            TheoryData<int, string> data = [];
            for (int index = 0; index < All.Length; index++)
            {
                foreach (string box in Configurations.BoxNames)
                {
                    data.Add(index, box);
                }
            }

            return data;
        }
    }

    [Fact]
    public void The_list_has_every_potential_and_every_wall()
    {
        Type[] listed = [.. All.SelectMany(force => force.GetType().GetGenericArguments()).SelectMany(Parts).Distinct()];
        Type[] kinds = [typeof(IExternalPotential), typeof(IWallProfile)];
        Type[] library =
            [.. typeof(IForce).Assembly.GetTypes().Where(type => type.IsValueType && kinds.Any(kind => kind.IsAssignableFrom(type)))];
        Assert.True(library.Length >= 13, "The library lost its potentials.");
        Assert.Empty(library.Except(listed));

        static IEnumerable<Type> Parts(Type type) => type.IsGenericType
            ? type.GetGenericArguments().SelectMany(Parts).Prepend(type.GetGenericTypeDefinition())
            : [type];
    }

    [Theory]
    [MemberData(nameof(IndicesAndBoxes))]
    public void Forces_and_virial_are_derivatives_of_the_energy_in_every_box(int index, string box)
    {
        MolecularSystem system = At(Places, Configurations.NamedBox(box, 4.4)).AddForce(All[index]);
        ForceCheckReport report = ForceCheck.Run(system, cancellation: TestContext.Current.CancellationToken);
        ForceCheckTerm term = Assert.Single(report.Terms);
        Assert.True(term.IsConsistent, $"{All[index].Describe()}: force error {term.ForceError}, virial error {term.VirialError}.");
        Assert.NotEqual(0, Configurations.Evaluate(system).MaximumForce);
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Descriptions_tell_forces_apart_and_kinds_have_names(int index)
    {
        Assert.Single(All, force => force.Describe() == All[index].Describe());
        Assert.NotEqual(string.Empty, All[index].Name);
    }

    [Fact]
    public void Walls_follow_their_formulas()
    {
        HarmonicWall soft = new(4);
        Assert.Equal((0.0, 0.0), (soft.Evaluate(0.3, out double force), force));
        Assert.Equal((0.5, 2.0), (soft.Evaluate(-0.5, out force), force));

        // Wca of a wall is 1 at sigma, where its force is 24.
        LennardJonesWall wca = LennardJonesWall.Wca(1, 1);
        Assert.Equal(1, wca.Evaluate(1, out force), 1e-14);
        Assert.Equal(24, force, 1e-13);
        Assert.Equal((0.0, 0.0), (wca.Evaluate(1.2, out force), force));
        LennardJones93Wall crystal = new(3, 1, 1e3);
        Assert.Equal(-Math.Sqrt(10), crystal.Evaluate(Math.Pow(0.4, 1.0 / 6), out force), 1e-7);
        Assert.Equal(0, force, 1e-13);
        Assert.Equal(3 * (2.0 / 15 - 1), crystal.Evaluate(1, out force), 1e-7);
        Assert.Equal(3 * (1.2 - 3), force, 1e-13);

        foreach (double beyond in new[] { 0, -0.3, -5 })
        {
            Assert.True(double.IsNaN(wca.Evaluate(beyond, out force)));
            Assert.False(double.IsFinite(force));
            Assert.True(double.IsNaN(crystal.Evaluate(beyond, out force)));
            Assert.False(double.IsFinite(force));
        }

        PlaneWall<HarmonicWall> plane = new(soft, new Vec3(0, 0, -2), -3);
        Assert.Equal(0, plane.Evaluate(new Vec3(5, 5, 2.9), out _));
        Assert.Equal(2, plane.Evaluate(new Vec3(5, 5, 4), out Vec3 push), 1e-14);
        Assert.Equal(new Vec3(0, 0, -4), push);
        SphereWall<HarmonicWall> sphere = new(soft, 2, new Vec3(1, 0, 0));
        Assert.Equal(2, sphere.Evaluate(new Vec3(-2, 0, 0), out push), 1e-14);
        Assert.Equal(new Vec3(4, 0, 0), push);
        Assert.Equal(0, sphere.Evaluate(new Vec3(1, 0, 0), out push));
        Assert.Equal(Vec3.Zero, push);
    }

    [Fact]
    public void Fields_pull_on_masses_charges_and_chosen_particles()
    {
        MolecularSystem system = At(Places, Box.Open);
        UniformField field = new(new Vec3(0, 0, 2));
        EnergyReport gravity =
            Configurations.Evaluate(system.AddForce(new SelectiveExternalForce<UniformField>(field, ExternalCoupling.Mass)));
        Assert.Equal([2.0, 4, 6, 8], gravity.Forces.Select(f => f.Z));
        Assert.Equal(-2 * (0.2 - (2 * 0.5) + (3 * 0.9) - (4 * 0.9)), gravity.PotentialEnergy, 1e-14);
        EnergyReport electric =
            Configurations.Evaluate(system.AddForce(new SelectiveExternalForce<UniformField>(field, ExternalCoupling.Charge, [2, 1])));
        Assert.Equal([0.0, -2, 1, 0], electric.Forces.Select(f => f.Z));
    }

    [Fact]
    public void Restraints_pull_to_the_nearest_image_of_their_place()
    {
        MolecularSystem system = At([new(0.2, 0, 0), new(-0.3, 0, 0), new(39.9, 0, 0), new(5, 5, 5)], Box.Cubic(10))
            .AddForce(new PositionRestraintForce([new(0, new Vec3(9.9, 0, 0), 2), new(2, new Vec3(0.1, 0, 0), 4)]));
        EnergyReport report = Configurations.Evaluate(system);
        Assert.Equal(0.09 + 0.08, report.PotentialEnergy, 1e-12);
        Assert.Equal(0, (report.Forces[0] - new Vec3(-0.6, 0, 0)).Length(), 1e-12);
        Assert.Equal(0, (report.Forces[2] - new Vec3(0.8, 0, 0)).Length(), 1e-12);
    }

    [Fact]
    public void Faults_name_what_is_wrong()
    {
        MolecularSystem system = At(Places, Box.Open);
        PlaneWall<LennardJonesWall> floor = new(new(1, 1, 2.5), new Vec3(0, 0, 1), 0);
        Fails<SimulationException>(new ExternalForce<PlaneWall<LennardJonesWall>>(floor), "LennardJonesWall", "particle 1 is at", "NaN");
        Fails<SimulationException>(
            new SelectiveExternalForce<PlaneWall<LennardJonesWall>>(floor, ExternalCoupling.None, [0, 3]), "particle 3 is at");
        Fails<ArgumentException>(new SelectiveExternalForce<UniformField>(default, particles: [0, 4]), "Particle 4", "0 to 3");
        Fails<ArgumentException>(new SelectiveExternalForce<UniformField>(default, particles: [1, 1]), "particle 1 is named twice");
        Fails<ArgumentException>(new PositionRestraintForce([new(9, default, 1)]), "Particle 9");
        Fails<ArgumentException>(
            new PositionRestraintForce([new(2, default, -1)]), "PositionRestraint of particle 2", "force constant is -1");
        Fails<ArgumentException>(new PositionRestraintForce([new(2, new Vec3(0, double.NaN, 0), 1)]), "particle 2", "reference is NaN");
        Throws(() => new PlaneWall<HarmonicWall>(new(1), Vec3.Zero, 0), "length of the normal is 0");
        Throws(() => new SphereWall<HarmonicWall>(new(1), -1), "radius is -1");
        Throws(() => new LennardJones93Wall(1, 1, 0), "cutoff is 0");
        Throws(() => new UniformField(new Vec3(double.NaN, 0, 0)), "force is NaN");

        MolecularSystem neutral = system with { Start = system.Start with { Topology = system.Topology with { Charges = [] } } };
        SelectiveExternalForce<UniformField> electric = new(new(default), ExternalCoupling.Charge);
        Throws(() => Configurations.Evaluate(neutral.AddForce(electric)), "UniformField acts on charges", "have none");
        MolecularSystem flat = system with { Start = system.Start with { Topology = system.Topology with { Dimension = 2 } } };
        SelectiveExternalForce<PlaneWall<LennardJonesWall>> deep = new(floor);
        Throws(() => Configurations.Evaluate(flat.AddForce(deep)), "3 coordinates", "only 2");

        void Fails<TException>(IForce force, params string[] parts)
            where TException : Exception =>
            Contains(Assert.Throws<TException>(() => Configurations.Evaluate(system.AddForce(force))), parts);

        static void Throws(Func<object> action, params string[] parts) => Contains(Assert.Throws<ArgumentException>(action), parts);

        static void Contains(Exception error, string[] parts) =>
            Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    private static MolecularSystem At(Vec3[] positions, Box box)
    {
        MolecularSystem system = ReferenceConfiguration.System(positions, box);
        Topology topology = system.Topology with { Masses = [1, 2, 3, 4], Charges = [1, -1, 0.5, 2] };
        return system with { Start = system.Start with { Topology = topology } };
    }
}
