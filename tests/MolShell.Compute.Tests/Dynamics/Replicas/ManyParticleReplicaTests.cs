using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Dynamics.Replicas;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Forces;
using MolShell.Compute.Variables;
using Xunit;

namespace MolShell.Compute.Tests.Dynamics.Replicas;

/// <summary>Replicas of small systems side by side are, to the last bit, those of runs alone.</summary>
public sealed class ManyParticleReplicaTests
{
    private static readonly IntegratorKind[] Kinds = [IntegratorKind.VelocityVerlet, IntegratorKind.LangevinBaoab, IntegratorKind.Overdamped];

    public static TheoryData<IntegratorKind, Precision, int> KindsPrecisionsAndWidths()
    {
        TheoryData<IntegratorKind, Precision, int> data = [];
        foreach (IntegratorKind kind in Kinds)
        {
            foreach (int width in Engine.Widths)
            {
                data.Add(kind, Precision.Mixed, width);
                data.Add(kind, Precision.Double, width);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(KindsPrecisionsAndWidths))]
    public void A_dimer_in_a_fluid(IntegratorKind kind, Precision precision, int width)
    {
        MolecularSystem system = Dimer() with { Integrator = Settings(kind) };
        ReplicaStart[] starts = Starts(system, 21);
        ReplicaBatch batch = new(system, null, precision, width);
        Assert.Equal(Math.Max(2, width / 32), batch.Lanes);

        // Ends at different times make lanes change their replicas at different steps.
        ReplicaOptions options = new() { MaximumSteps = 60, StopInterval = 3, Stop = IsOdd };
        ReplicaEnd[] ends = batch.Run(starts, options, TestContext.Current.CancellationToken);
        AssertAlone(system, precision, starts, options, ends);

        Assert.True(ends.Select(end => end.Frame.Step).Distinct().Count() > 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Molecules_in_one_two_and_three_dimensions(int dimension)
    {
        foreach (IntegratorKind kind in Kinds)
        {
            MolecularSystem system = Chain(dimension) with { Integrator = Settings(kind) };
            ReplicaStart[] starts = Starts(system, 18);
            ReplicaOptions options = new() { MaximumSteps = 40, StopInterval = 40, Device = new CpuDevice(2) };
            ReplicaEnd[] ends = new ReplicaBatch(system).Run(starts, options, TestContext.Current.CancellationToken);
            AssertAlone(system, Precision.Mixed, starts, options, ends);
        }
    }

    [Fact]
    public void Order_and_company_of_replicas_change_no_bit()
    {
        MolecularSystem system = Dimer() with { Integrator = Settings(IntegratorKind.LangevinBaoab) };
        ReplicaStart[] starts = Starts(system, 40);
        ReplicaOptions options = new() { MaximumSteps = 50, StopInterval = 5, Stop = IsOdd };
        ReplicaBatch batch = new(system);
        ReplicaEnd[] all = batch.Run(starts, options, TestContext.Current.CancellationToken);
        ReplicaEnd[] backward = batch.Run([.. starts.Reverse()], options, TestContext.Current.CancellationToken);
        ReplicaEnd[] few = batch.Run(starts[7..9], options, TestContext.Current.CancellationToken);
        Assert.Equal(all.SelectMany(end => end.Frame.Positions), backward.Reverse().SelectMany(end => end.Frame.Positions));
        Assert.Equal(all[7..9].SelectMany(end => end.Frame.Positions), few.SelectMany(end => end.Frame.Positions));
    }

    [Fact]
    public void A_close_encounter_is_computed_as_alone()
    {
        MolecularSystem system = Dimer() with { Integrator = Settings(IntegratorKind.LangevinBaoab) with { TimeStep = 1e-4 } };
        ReplicaStart[] starts = Starts(system, 18);
        Vec3[] near = [.. system.Start.Positions];
        near[5] = near[4] + new Vec3(0.55, 0, 0);
        starts[3] = starts[3] with { Frame = starts[3].Frame with { Positions = near } };
        ReplicaOptions options = new() { MaximumSteps = 20, StopInterval = 1 };
        ReplicaEnd[] ends = new ReplicaBatch(system).Run(starts, options, TestContext.Current.CancellationToken);
        AssertAlone(system, Precision.Mixed, starts, options, ends);
    }

    [Fact]
    public void Replicas_in_another_box_run_alone()
    {
        MolecularSystem system = Dimer() with { Integrator = Settings(IntegratorKind.LangevinBaoab) };
        ReplicaStart[] starts = Starts(system, 5);
        starts[2] = starts[2] with { Frame = starts[2].Frame with { Box = Box.Cubic(4.5) } };
        ReplicaOptions options = new() { MaximumSteps = 20, StopInterval = 5 };
        ReplicaEnd[] ends = new ReplicaBatch(system).Run(starts, options, TestContext.Current.CancellationToken);
        AssertAlone(system, Precision.Mixed, starts, options, ends);
    }

    [Fact]
    public void What_has_no_lanes_runs_one_by_one()
    {
        MolecularSystem cut = ReferenceConfiguration.System([Vec3.Zero, new Vec3(1.1, 0, 0)], Box.Cubic(4))
            .AddForce(new PairForce<LennardJones>(new LennardJones(1, 1, 2.5))) with { Integrator = TestRuns.Langevin };
        ReplicaBatch batch = new(cut);
        Assert.Equal(1, batch.Lanes);
        Assert.Equal(1, new ReplicaBatch(TestRuns.Dimer(), TestRuns.Langevin).Lanes);
        ReplicaOptions options = new() { MaximumSteps = 30, StopInterval = 10 };
        ReplicaStart[] starts = Starts(cut, 3);
        ReplicaEnd[] ends = batch.Run(starts, options, TestContext.Current.CancellationToken);
        AssertAlone(cut, Precision.Mixed, starts, options, ends);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.01)]
    [InlineData(0.3)]
    public void Faults_are_those_of_a_run_alone_and_name_the_replica(double distance)
    {
        MolecularSystem system = Dimer() with { Integrator = Settings(IntegratorKind.LangevinBaoab) };
        ReplicaStart[] starts = Starts(system, 7);
        Vec3[] near = [.. system.Start.Positions];
        near[5] = near[4] + new Vec3(distance, 0, 0);
        starts[6] = starts[6] with { Frame = starts[6].Frame with { Positions = near } };
        using Simulation alone = system.Start();
        SimulationException expected = Assert.Throws<SimulationException>(() =>
        {
            alone.SetState(starts[6].Frame, starts[6].Key);
            while (alone.Step < 100)
            {
                alone.Run(1);
            }
        });
        SimulationException actual = Assert.Throws<SimulationException>(() => new ReplicaBatch(system).Run(
            starts, new ReplicaOptions { MaximumSteps = 100 }, TestContext.Current.CancellationToken));

        // A run alone looks at velocities without their last half kick, so the energy told may be another.
        Assert.StartsWith($"In replica 6 of 'reference': {expected.Message.Split("kinetic")[0]}", actual.Message, StringComparison.Ordinal);
        Assert.Equal(expected.Step, actual.Step);
    }

    [Fact]
    public void Bonds_of_replicas_have_the_distribution_of_Boltzmann()
    {
        // Two free particles on a spring: each component of the bond is Gaussian with variance kT/k.
        const int count = 1000;
        MolecularSystem system = TestRuns.Particles(
            new BondForce<HarmonicBond>(new HarmonicBond(4, 0), [new Bond(0, 1)]), 3, [Vec3.Zero, Vec3.Zero],
            TestRuns.Langevin with { TimeStep = 0.1, Temperature = 0.5, Friction = 2 });
        ReplicaEnd[] ends = new ReplicaBatch(system).Run(
            Starts(system, count), new ReplicaOptions { MaximumSteps = 100, StopInterval = 100 }, TestContext.Current.CancellationToken);
        double[] squares = [.. ends.Select(end => (end.Frame.Positions[0] - end.Frame.Positions[1]).LengthSquared() / 3)];

        // BAOAB gives positions in a harmonic well exactly; a mean square of 3 components varies by 2/3 of its mean squared.
        Sigma.AssertWithin(4, 0.125, 0.125 * Math.Sqrt(2.0 / (3 * count)), squares.Average(), "variance of the bond, kT/k");
    }

    // An end as if by chance, at one point in seven.
    private static int IsOdd(PhasePoint point) => Math.Sin(1e6 * point.Positions[0].X) > 0.9 ? 0 : -1;

    private static IntegratorSettings Settings(IntegratorKind kind) => kind switch
    {
        IntegratorKind.VelocityVerlet => TestRuns.Verlet,
        IntegratorKind.Overdamped => TestRuns.Brownian,
        _ => TestRuns.Langevin,
    };

    // 27 particles, two of them joined, in a box that fits the cutoff of WCA.
    private static MolecularSystem Dimer() => TestRuns.Fluid(3, 1.15)
        .AddForce(new BondForce<DoubleWellBond>(new DoubleWellBond(5, Wca.CutoffOverSigma, 0.3), [new Bond(0, 1)]));

    private static MolecularSystem Chain(int dimension)
    {
        Vec3[] places = [.. Enumerable.Range(0, 6).Select(
            i => new Vec3(0.9 * i, dimension > 1 ? 0.4 * (i % 2) : 0, dimension > 2 ? 0.2 * Math.Sin(i) : 0))];
        MolecularSystem system = TestRuns.Particles(
            new BondForce<HarmonicBond>(new HarmonicBond(50, 1), Enumerable.Range(0, 5).Select(i => new Bond(i, i + 1))),
            dimension, places, TestRuns.Langevin, 1.5);
        system = system
            .AddForce(new PairForce<LennardJones>(new LennardJones(0.7, 0.8, 2)))
            .AddForce(new ExternalForce<HarmonicWell>(new HarmonicWell(0.5, dimension)));
        return dimension < 3 ? system : system
            .AddForce(new AngleForce<CosineAngle>(new CosineAngle(2), Enumerable.Range(0, 4).Select(i => new BondAngle(i, i + 1, i + 2))))
            .AddForce(new DihedralForce<PeriodicDihedral>(
                new PeriodicDihedral(1, 3, 0.2), Enumerable.Range(0, 3).Select(i => new BondDihedral(i, i + 1, i + 2, i + 3))));
    }

    private static ReplicaStart[] Starts(MolecularSystem system, int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        RandomKey key = new RandomKey(11).Derive((ulong)i);
        Vec3[] velocities = MaxwellBoltzmann.Draw(system.Topology, system.Units, system.Integrator!.Temperature, key, removeMomentum: false);
        return new ReplicaStart(system.Start with { Velocities = velocities }, key);
    })];

    private static void AssertAlone(
        MolecularSystem system, Precision precision, ReplicaStart[] starts, ReplicaOptions options, ReplicaEnd[] ends)
    {
        using Simulation alone = new(system, new SimulationOptions { Precision = precision });
        foreach ((ReplicaStart start, ReplicaEnd end) in starts.Zip(ends))
        {
            alone.SetState(start.Frame, start.Key);
            Frame frame = alone.Capture();
            int outcome;
            while ((outcome = options.Stop?.Invoke(PhasePoint.Of(frame)) ?? -1) < 0 && alone.Step < options.MaximumSteps)
            {
                alone.Run(options.StopInterval);
                frame = alone.Capture();
            }

            Assert.Equal((outcome, frame.Step, frame.Time, frame.Box), (end.Outcome, end.Frame.Step, end.Frame.Time, end.Frame.Box));
            Assert.Equal(frame.Positions, end.Frame.Positions);
            Assert.Equal(frame.Velocities, end.Frame.Velocities);
        }
    }
}
