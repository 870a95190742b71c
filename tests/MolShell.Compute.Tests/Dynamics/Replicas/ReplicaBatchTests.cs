using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Dynamics.Replicas;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Dynamics.Replicas;

public sealed class ReplicaBatchTests
{
    public static TheoryData<IntegratorKind, int, int> KindsDimensionsAndWidths()
    {
        TheoryData<IntegratorKind, int, int> data = [];
        foreach (IntegratorKind kind in new[] { IntegratorKind.VelocityVerlet, IntegratorKind.LangevinBaoab, IntegratorKind.Overdamped })
        {
            for (int dimension = 1; dimension <= 3; dimension++)
            {
                foreach (int width in new[] { 0, 128, 256, 512 })
                {
                    data.Add(kind, dimension, width);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(KindsDimensionsAndWidths))]
    public void Every_replica_gives_the_bits_of_a_run_alone(IntegratorKind kind, int dimension, int width)
    {
        const int steps = 77;
        MolecularSystem system = Toy(kind, dimension);
        ReplicaStart[] starts = Starts(13, dimension);
        ReplicaEnd[] ends = new ReplicaBatch(system, null, Precision.Mixed, width).Run(
            starts, new ReplicaOptions { MaximumSteps = steps, StopInterval = steps }, TestContext.Current.CancellationToken);
        for (int i = 0; i < starts.Length; i++)
        {
            using Simulation alone = Alone(system, starts[i]).Run(steps);
            AssertEnd(alone, -1, ends[i]);
        }
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 1)]
    [InlineData(512, 1)]
    [InlineData(256, 2)]
    [InlineData(512, 3)]
    public void Replicas_that_end_early_make_room_and_give_the_same_bits(int width, int threads)
    {
        const int interval = 7, most = 7 * 300;
        MolecularSystem system = Toy(IntegratorKind.LangevinBaoab, 1);
        ReplicaStart[] starts = Starts(40, 1);
        ReplicaOptions options = new()
        {
            MaximumSteps = most,
            StopInterval = interval,
            Stop = point => point.Positions[0].X < -0.8 ? 0 : point.Positions[0].X > 0.8 ? 1 : -1,
            Device = new CpuDevice(threads),
        };
        ReplicaEnd[] ends = new ReplicaBatch(system, null, Precision.Mixed, width).Run(starts, options, TestContext.Current.CancellationToken);
        for (int i = 0; i < starts.Length; i++)
        {
            using Simulation alone = Alone(system, starts[i]);
            int outcome = Outcome(alone);
            while (outcome < 0 && alone.Step < most)
            {
                outcome = Outcome(alone.Run(interval));
            }

            AssertEnd(alone, outcome, ends[i]);
        }

        // Some start in a state, some reach one, and some are not done.
        Assert.Contains(ends, end => end is { Frame.Step: 0, Outcome: >= 0 });
        Assert.Contains(ends, end => end is { Frame.Step: > 0, Outcome: 0 });
        Assert.Contains(ends, end => end is { Frame.Step: > 0, Outcome: 1 });

        static int Outcome(Simulation run) => run.Positions[0].X < -0.8 ? 0 : run.Positions[0].X > 0.8 ? 1 : -1;
    }

    [Fact]
    public void Positions_in_a_harmonic_well_have_the_exact_variance()
    {
        const int count = 4000;
        MolecularSystem system = TestRuns.Toy(
            new HarmonicWell(2, 1), 1, Vec3.Zero, TestRuns.Langevin with { TimeStep = 0.1, Temperature = 0.5 });
        ReplicaStart[] starts = [.. Enumerable.Range(0, count).Select(i => Start(Vec3.Zero, Vec3.Zero, new RandomKey(4).Derive((ulong)i)))];
        ReplicaEnd[] ends = new ReplicaBatch(system).Run(
            starts, new ReplicaOptions { MaximumSteps = 300, StopInterval = 300 }, TestContext.Current.CancellationToken);
        Sigma.AssertWithin(4, 0, Math.Sqrt(0.25 / count), ends.Average(end => end.Frame.Positions[0].X), "mean position");
        Sigma.AssertWithin(
            4, 0.25, 0.25 * Math.Sqrt(2.0 / count), ends.Average(end => end.Frame.Positions[0].X * end.Frame.Positions[0].X), "variance of the position, kT/k");
    }

    [Fact]
    public void A_double_well_fills_both_wells_as_Boltzmann_says()
    {
        const int count = 4000;
        MolecularSystem system = TestRuns.Toy(
            new DoubleWell(1), 1, Vec3.Zero, TestRuns.Langevin with { TimeStep = 0.05, Temperature = 1 });
        ReplicaStart[] starts = [.. Enumerable.Range(0, count).Select(
            i => Start(new Vec3(-1, 0, 0), Vec3.Zero, new RandomKey(5).Derive((ulong)i)))];
        ReplicaEnd[] ends = new ReplicaBatch(system).Run(
            starts, new ReplicaOptions { MaximumSteps = 2000, StopInterval = 500 }, TestContext.Current.CancellationToken);

        // The mean energy by quadrature of exp(-V).
        double[] grid = [.. Enumerable.Range(-4000, 8001).Select(i => i * 1e-3)];
        double Energy(double x) => ((x * x) - 1) * ((x * x) - 1);
        double weights = grid.Sum(x => Math.Exp(-Energy(x)));
        double mean = grid.Sum(x => Energy(x) * Math.Exp(-Energy(x))) / weights;
        double variance = (grid.Sum(x => Energy(x) * Energy(x) * Math.Exp(-Energy(x))) / weights) - (mean * mean);
        Sigma.AssertWithin(4, 0.5, Math.Sqrt(0.25 / count), ends.Average(end => end.Frame.Positions[0].X > 0 ? 1.0 : 0), "share of the right well");
        Sigma.AssertWithin(4, mean, Math.Sqrt(variance / count), ends.Average(end => Energy(end.Frame.Positions[0].X)), "mean potential energy");
    }

    [Fact]
    public void No_replicas_and_no_steps_are_nothing_to_do()
    {
        ReplicaBatch batch = new(Toy(IntegratorKind.LangevinBaoab, 2));
        ReplicaOptions none = new() { MaximumSteps = 0 };
        Assert.Empty(batch.Run([], none, TestContext.Current.CancellationToken));
        ReplicaStart start = Starts(1, 2)[0];
        ReplicaEnd end = Assert.Single(batch.Run([start], none, TestContext.Current.CancellationToken));
        Assert.Equal((0, -1), (end.Frame.Step, end.Outcome));
        Assert.Equal(start.Frame.Positions, end.Frame.Positions);
        Assert.Equal(start.Frame.Velocities, end.Frame.Velocities);
    }

    [Fact]
    public void Faults_are_errors_that_name_what_is_wrong()
    {
        MolecularSystem toy = Toy(IntegratorKind.LangevinBaoab, 1);
        ReplicaBatch batch = new(toy);
        Assert.Contains("multiple of the stop interval, 3", Refused(new() { MaximumSteps = 10, StopInterval = 3 }), StringComparison.Ordinal);
        Assert.Contains("at least 1", Refused(new() { MaximumSteps = 10, StopInterval = 0 }), StringComparison.Ordinal);
        Assert.True(ReplicaBatch.Supports(TestRuns.Verlet));
        Assert.False(ReplicaBatch.Supports(TestRuns.Verlet with { CenterOfMassInterval = 1 }));
        Assert.Contains(
            "not VelocityRescaling",
            Assert.Throws<ArgumentException>(() => new ReplicaBatch(
                toy, TestRuns.Verlet with { Kind = IntegratorKind.VelocityRescaling, CouplingTime = 1 })).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "27 positions for the 1 particles",
            Assert.Throws<ArgumentException>(
                () => batch.Run([new(TestRuns.Fluid().Start, default)], new() { MaximumSteps = 1 }, TestContext.Current.CancellationToken)).Message,
            StringComparison.Ordinal);

        ReplicaStart[] far = [.. Starts(20, 1), Start(new Vec3(1e200, 0, 0), Vec3.Zero, default)];
        ReplicaOptions two = new() { MaximumSteps = 100, Device = new CpuDevice(2) };
        SimulationException fault =
            Assert.Throws<SimulationException>(() => batch.Run(far, two, TestContext.Current.CancellationToken));
        Assert.Contains("replica 20", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, fault.Step);
        Assert.ThrowsAny<OperationCanceledException>(() => batch.Run(far, two, new CancellationToken(true)));

        string Refused(ReplicaOptions options) => Assert.Throws<ArgumentException>(() => batch.Run([], options)).Message;
    }

    private static MolecularSystem Toy(IntegratorKind kind, int dimension)
    {
        IntegratorSettings settings = TestRuns.Langevin with { Kind = kind, TimeStep = 0.01 };
        return dimension switch
        {
            1 => TestRuns.Toy(new DoubleWell(1), 1, Vec3.Zero, settings, 1.5),
            2 => TestRuns.Toy(new EntropicSwitch(1), 2, Vec3.Zero, settings, 1.5),
            _ => TestRuns.Toy(
                new ExternalSum<SexticWall, GaussianSum>(
                    new(new Vec3(0.05, 0.1, 0.02)), new(new GaussianTerm(-1, new Vec3(0.2, 0.1, 0), new Vec3(2, 3, 4)))),
                3, Vec3.Zero, settings, 1.5),
        };
    }

    private static ReplicaStart[] Starts(int count, int dimension) =>
        [.. Enumerable.Range(0, count).Select(i => Start(Place(i, 1, dimension), Place(i, 2, dimension), new RandomKey(9).Derive((ulong)i)))];

    private static ReplicaStart Start(Vec3 position, Vec3 velocity, RandomKey key) =>
        new(Toy(IntegratorKind.LangevinBaoab, 1).Start with { Positions = [position], Velocities = [velocity] }, key);

    private static Vec3 Place(int i, int what, int dimension)
    {
        Vec3 any = Gaussian.Three(new RandomKey((ulong)what), 0, i);
        return new Vec3(any.X, dimension > 1 ? any.Y : 0, dimension > 2 ? any.Z : 0);
    }

    private static Simulation Alone(MolecularSystem system, ReplicaStart start)
    {
        Simulation simulation = system.Start();
        simulation.SetState(start.Frame, start.Key);
        return simulation;
    }

    private static void AssertEnd(Simulation alone, int outcome, ReplicaEnd end)
    {
        Frame expected = alone.Capture();
        Assert.Equal((outcome, expected.Step, expected.Time), (end.Outcome, end.Frame.Step, end.Frame.Time));
        Assert.Equal(expected.Positions, end.Frame.Positions);
        Assert.Equal(expected.Velocities, end.Frame.Velocities);
    }
}
