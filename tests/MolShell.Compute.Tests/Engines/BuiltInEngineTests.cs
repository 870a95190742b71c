using MolShell.Compute.Devices;
using MolShell.Compute.Devices.OpenCl;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Engines;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Devices;
using MolShell.Compute.Tests.Dynamics;
using Xunit;

namespace MolShell.Compute.Tests.Engines;

public sealed class BuiltInEngineTests
{
    private static readonly MolecularSystem Fluid = TestRuns.Fluid() with { Integrator = TestRuns.Langevin };

    [Fact]
    public void Frames_are_those_of_a_simulation()
    {
        using BuiltInEngine engine = new(Fluid, 5);
        using Simulation simulation = Fluid.Start(seed: 2);
        Frame start = simulation.Snapshot();
        RandomKey key = new(99);
        simulation.SetState(start, key);
        using IEngineRun run = engine.Begin(start, key);
        for (int k = 1; k <= 20; k++)
        {
            Frame frame = Next(run);
            simulation.Run(5);
            Assert.Equal(5 * k, frame.Step);
            Assert.Equal(simulation.Time, frame.Time);
            Assert.Equal(simulation.Positions.ToArray(), frame.Positions);
            Assert.Equal(simulation.Velocities.ToArray(), frame.Velocities);
            Assert.Same(Fluid.Topology, frame.Topology);
            Assert.Null(frame.PotentialEnergy);
        }
    }

    [Fact]
    public void Description_tells_the_device_whose_bits_may_be_others()
    {
        using CpuDevice threads = new(2);
        using OpenClDevice device = OpenClTestDevice.Open();
        using BuiltInEngine plain = new(Fluid, 5), threaded = new(Fluid, 5, device: threads), remote = new(Fluid, 5, device: device);
        Assert.Equal(plain.Describe(), threaded.Describe());
        Assert.Contains($"OpenCl device {device.Info.Model}", remote.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Description_tells_the_precision_and_runs_differ_with_it()
    {
        using BuiltInEngine mixed = new(Fluid, 5), wide = new(Fluid, 5, precision: Precision.Double);
        Assert.Contains("Mixed precision", mixed.Describe(), StringComparison.Ordinal);
        Assert.Contains("Double precision", wide.Describe(), StringComparison.Ordinal);
        using Simulation simulation = Fluid.Start(seed: 2);
        Frame start = simulation.Snapshot();
        using IEngineRun one = mixed.Begin(start, new RandomKey(9)), other = wide.Begin(start, new RandomKey(9));
        Assert.NotEqual(Next(one).Positions, Next(other).Positions);
    }

    [Fact]
    public void Same_start_and_key_give_the_same_frames_whatever_ran_before_or_beside()
    {
        using BuiltInEngine engine = new(Fluid, 3);
        Frame start = Start();
        Vec3[] expected = Ten(engine, start, new RandomKey(1));
        Ten(engine, start.Reversed(), new RandomKey(2));
        using IEngineRun beside = engine.Begin(start, new RandomKey(3));
        Next(beside);
        using IEngineRun again = engine.Begin(start, new RandomKey(1));
        Frame last = start;
        for (int k = 0; k < 10; k++)
        {
            last = Next(again);
            Next(beside);
        }

        Assert.Equal(expected, last.Positions);
        Assert.NotEqual(expected, Ten(engine, start, new RandomKey(4)));
    }

    [Fact]
    public async Task Runs_on_several_threads_do_not_disturb_each_other()
    {
        using BuiltInEngine engine = new(Fluid, 3);
        Frame start = Start();
        Vec3[][] alone = [.. Enumerable.Range(0, 6).Select(k => Ten(engine, start, new RandomKey((ulong)k)))];
        Vec3[][] together = await Task.WhenAll(Enumerable.Range(0, 6).Select(k => Task.Run(
            () => Ten(engine, start, new RandomKey((ulong)k)), TestContext.Current.CancellationToken)));
        Assert.Equal(alone, together);
    }

    [Fact]
    public void Backward_run_retraces_a_forward_one_at_constant_energy()
    {
        using BuiltInEngine engine = new(Fluid, 10, TestRuns.Verlet);
        Assert.Null(engine.Temperature);
        Frame start = Start();
        Frame end = start;
        using (IEngineRun forward = engine.Begin(start, default))
        {
            for (int k = 0; k < 10; k++)
            {
                end = Next(forward);
            }
        }

        Frame back = end;
        using (IEngineRun backward = engine.Begin(end.Reversed(), default))
        {
            for (int k = 0; k < 10; k++)
            {
                back = Next(backward);
            }
        }

        Assert.All(start.Positions.Zip(back.Positions), pair => Assert.True((pair.First - pair.Second).Length() < 1e-9));
    }

    [Fact]
    public void Frames_of_a_toy_cost_little_memory()
    {
        using BuiltInEngine engine = new(TestRuns.Toy(new DoubleWell(1), 1, new Vec3(-1, 0, 0), TestRuns.Langevin), 1);
        using IEngineRun run = engine.Begin(engine.System.Start with { Velocities = [Vec3.Zero] }, default);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        for (int k = 0; k < 100; k++)
        {
            run.Next(cancellation);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int k = 0; k < 1000; k++)
        {
            run.Next(cancellation);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 1000, 1, 320);
    }

    [Fact]
    public void Overdamped_frames_have_no_velocities_and_need_none()
    {
        using BuiltInEngine engine = new(Fluid, 2, TestRuns.Brownian);
        Assert.Equal(0.824, engine.Temperature);
        using IEngineRun run = engine.Begin(Fluid.Start, new RandomKey(1));
        Assert.Null(Next(run).Velocities);
    }

    [Fact]
    public void Faults_are_errors_and_leave_the_engine_usable()
    {
        using BuiltInEngine engine = new(Fluid);
        Frame start = Start();
        Assert.Throws<ArgumentOutOfRangeException>(() => new BuiltInEngine(Fluid, 0));
        Assert.Contains("velocities", Assert.Throws<ArgumentException>(() => engine.Begin(start with { Velocities = null }, default))
            .Message, StringComparison.Ordinal);
        Vec3[] overlap = [.. start.Positions];
        overlap[1] = overlap[0];
        Assert.Throws<SimulationException>(() => engine.Begin(start with { Positions = overlap }, default));
        using (IEngineRun hot = engine.Begin(start with { Velocities = Array.ConvertAll(start.Velocities!, v => v * 1e6) }, default))
        {
            Assert.True(Assert.Throws<SimulationException>(() => Next(hot, 1000)).Step >= 0);
        }

        IEngineRun stopped = engine.Begin(start, default);
        Assert.Throws<OperationCanceledException>(() => stopped.Next(new CancellationToken(true)));
        Assert.Equal(1, Next(stopped).Step);
        stopped.Dispose();
        stopped.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Next(stopped));
    }

    private static Frame Start()
    {
        using Simulation simulation = Fluid.Start(seed: 5);
        return simulation.Run(50).Snapshot();
    }

    private static Frame Next(IEngineRun run, int frames = 1)
    {
        Frame? frame = null;
        for (int k = 0; k < frames; k++)
        {
            frame = run.Next(TestContext.Current.CancellationToken);
        }

        return frame!;
    }

    private static Vec3[] Ten(BuiltInEngine engine, Frame start, RandomKey key)
    {
        using IEngineRun run = engine.Begin(start, key);
        return Next(run, 10).Positions;
    }
}
