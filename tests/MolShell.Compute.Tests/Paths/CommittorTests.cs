using MolShell.Compute.Devices;
using MolShell.Compute.Devices.OpenCl;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Devices;
using MolShell.Compute.Tests.Dynamics;
using MolShell.Compute.Variables;
using Xunit;

namespace MolShell.Compute.Tests.Paths;

public sealed class CommittorTests
{
    private static readonly IntegratorSettings Langevin = TestRuns.Langevin with { TimeStep = 0.05, Temperature = 0.2, Friction = 2.5 };
    private static readonly RandomKey Key = new(17);

    private static readonly StateVolume Left = StateVolume.Interval(new Coordinate(0), null, -0.7, "A");
    private static readonly StateVolume Right = StateVolume.Interval(new Coordinate(0), 0.7, null, "B");

    [Theory]
    [InlineData(IntegratorKind.LangevinBaoab)]
    [InlineData(IntegratorKind.Overdamped)]
    public void On_the_barrier_of_a_symmetric_double_well_it_is_one_half(IntegratorKind kind)
    {
        MolecularSystem well = Well(0);
        CommittorOptions options = new() { Integrator = Langevin with { Kind = kind }, Device = new CpuDevice(2) };
        CommittorEstimator estimator = new(well, [Left, Right], options);
        CommittorEstimate estimate = estimator.Estimate(well.Start, Key, 4000, TestContext.Current.CancellationToken);
        Assert.Equal((4000, 0), (estimate.Trials, estimate.Unfinished));
        Sigma.AssertWithin(4, 0.5, 0.5 / Math.Sqrt(4000), estimate.Value, "committor at the barrier");
        Assert.Equal(0.5 / Math.Sqrt(4000), estimate.StandardError, 1e-4);
    }

    [Fact]
    public void Overdamped_motion_has_the_committor_of_the_backward_equation()
    {
        // p(x) is the integral of exp(V/kT) from A to x over that from A to B; a small step makes the error of the discrete dynamics small.
        const double start = -0.15, temperature = 0.2;
        IntegratorSettings brownian = new() { Kind = IntegratorKind.Overdamped, TimeStep = 1e-4, Temperature = temperature, Friction = 1 };
        CommittorEstimator estimator = new(Well(start), [Left, Right], new CommittorOptions { Integrator = brownian });
        double expected = Integral(-0.7, start) / Integral(-0.7, 0.7);
        CommittorEstimate estimate = estimator.Estimate(Well(start).Start, Key, 4000, TestContext.Current.CancellationToken);
        Sigma.AssertWithin(4, expected, Math.Sqrt(expected * (1 - expected) / 4000), estimate.Value, "committor of overdamped motion");

        static double Integral(double from, double to) => Enumerable.Range(0, 10_000)
            .Select(i => from + ((to - from) * (i + 0.5) / 10_000))
            .Sum(x => Math.Exp(((x * x) - 1) * ((x * x) - 1) / temperature)) * (to - from) / 10_000;
    }

    [Theory]
    [InlineData(IntegratorKind.VelocityVerlet)]
    [InlineData(IntegratorKind.LangevinBaoab)]
    [InlineData(IntegratorKind.Overdamped)]
    public void Side_by_side_and_trial_by_trial_end_alike(IntegratorKind kind)
    {
        MolecularSystem well = Well(-0.1);
        CommittorOptions options = new() { Integrator = Langevin with { Kind = kind }, StepsPerFrame = 3, MaximumLength = 15 };
        CommittorEstimator fast = new(well, [Left, Right], options);
        CommittorEstimator slow = new(well, [Left, Right], options with { Specialise = false, Device = new CpuDevice(2) });
        int[] outcomes = fast.Run(well.Start, Key, 0, 200, TestContext.Current.CancellationToken);
        Assert.Equal(outcomes, slow.Run(well.Start, Key, 0, 200, TestContext.Current.CancellationToken));
        Assert.Equal(outcomes[50..80], fast.Run(well.Start, Key, 50, 30, TestContext.Current.CancellationToken));
        Assert.Equal([-1, 0, 1], outcomes.Distinct().Order());
    }

    [Fact]
    public void Device_that_is_asked_for_makes_the_trials()
    {
        MolecularSystem well = Well(-0.1);
        CommittorOptions options = new() { Integrator = Langevin, StepsPerFrame = 5, MaximumLength = 10 };
        using OpenClDevice device = OpenClTestDevice.Open();
        int[] expected = new CommittorEstimator(well, [Left, Right], options).Run(well.Start, Key, 0, 20, TestContext.Current.CancellationToken);
        CommittorEstimator remote = new(well, [Left, Right], options with { Device = device });
        Assert.Equal(expected, remote.Run(well.Start, Key, 0, 20, TestContext.Current.CancellationToken));

        // A closed device cannot make any.
        device.Dispose();
        Assert.ThrowsAny<Exception>(() => remote.Run(well.Start, Key, 0, 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Many_particles_run_trial_by_trial()
    {
        MolecularSystem fluid = TestRuns.Fluid(2) with { Integrator = TestRuns.Langevin };
        double x = fluid.Start.Positions[0].X;
        StateVolume[] states =
            [StateVolume.Interval(new Coordinate(0), null, x - 0.05), StateVolume.Interval(new Coordinate(0), x + 0.05, null)];
        CommittorEstimator one = new(fluid, states), two = new(fluid, states, new CommittorOptions { Device = new CpuDevice(2) });
        int[] outcomes = one.Run(fluid.Start, Key, 0, 30, TestContext.Current.CancellationToken);
        Assert.Equal(outcomes, two.Run(fluid.Start, Key, 0, 30, TestContext.Current.CancellationToken));
        Assert.Equal([0, 1], outcomes.Distinct().Order());
    }

    [Fact]
    public void In_a_state_the_answer_is_known_and_trials_given_up_do_not_count()
    {
        CommittorEstimator estimator = new(Well(1), [Left, Right], new CommittorOptions { Integrator = Langevin, MaximumLength = 1 });
        CommittorEstimate inside = estimator.Estimate(Well(1).Start, Key, 10, TestContext.Current.CancellationToken);
        Assert.Equal([0, 10], inside.Counts);
        Assert.Equal(1, inside.Value);
        Assert.Equal(Math.Sqrt(11.0 / 13) / 12, inside.StandardError, 1e-14);
        CommittorEstimate open = estimator.Estimate(Well(0).Start, Key, 10, TestContext.Current.CancellationToken);
        Assert.Equal((10, 10, double.NaN), (open.Trials, open.Unfinished, open.Value));
        Assert.Equal(["A", "B"], open.States);
    }

    [Fact]
    public void Faults_are_errors_that_name_what_is_wrong()
    {
        Assert.Contains("two states", Refused(() => new CommittorEstimator(Well(0), [Left])), StringComparison.Ordinal);
        Assert.Contains("at least 1 of each", Refused(() => new CommittorEstimator(Well(0), [Left, Right], new() { StepsPerFrame = 0 })), StringComparison.Ordinal);
        IntegratorSettings bath = Langevin with { Kind = IntegratorKind.VelocityRescaling, CouplingTime = 1 };
        Assert.Contains(
            "not VelocityRescaling", Refused(() => new CommittorEstimator(Well(0), [Left, Right], new() { Integrator = bath })), StringComparison.Ordinal);
        CommittorEstimator estimator = new(Well(0), [Left, Right]);
        Assert.Contains("has 8 particles", Refused(() => estimator.Run(TestRuns.Fluid(2).Start, Key, 0, 1)), StringComparison.Ordinal);
        Assert.ThrowsAny<OperationCanceledException>(() => estimator.Run(Well(0).Start, Key, 0, 1, new CancellationToken(true)));

        static string Refused(Func<object> make) => Assert.Throws<ArgumentException>(make).Message;
    }

    private static MolecularSystem Well(double x) => TestRuns.Toy(new DoubleWell(1), 1, new Vec3(x, 0, 0), Langevin);
}
