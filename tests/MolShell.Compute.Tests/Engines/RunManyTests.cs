using MolShell.Compute.Dynamics;
using MolShell.Compute.Dynamics.Replicas;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using MolShell.Compute.Systems.Builders;
using MolShell.Compute.Tests.Dynamics;
using MolShell.Compute.Tests.Paths;
using Xunit;

namespace MolShell.Compute.Tests.Engines;

/// <summary>Pieces of dynamics that an engine makes together are those that it makes one by one.</summary>
public sealed class RunManyTests
{
    public static TheoryData<ToyPotential, IntegratorKind, int> Toys()
    {
        TheoryData<ToyPotential, IntegratorKind, int> data = [];
        foreach (ToyPotential potential in new[] { ToyPotential.DoubleWell, ToyPotential.TwoWells, ToyPotential.EntropicSwitch })
        {
            foreach (IntegratorKind kind in new[] { IntegratorKind.VelocityVerlet, IntegratorKind.LangevinBaoab, IntegratorKind.Overdamped })
            {
                data.Add(potential, kind, 1);
                data.Add(potential, kind, 40);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Toys))]
    public void Frames_of_legs_grown_together_are_those_of_legs_grown_alone(ToyPotential potential, IntegratorKind kind, int stepsPerFrame)
    {
        using BuiltInEngine engine = new(new ToyBuilder { Potential = potential, Integrator = kind }.Build(), stepsPerFrame);
        Leg[] legs = [.. Enumerable.Range(0, 50).Select(i => new Leg(Start(engine, i), new RandomKey((ulong)i), 1 + (i * i % 97)))];
        engine.RunMany(Queue(legs), TestContext.Current.CancellationToken);
        Assert.All(legs, leg => AssertAsAlone(engine, leg));
    }

    [Fact]
    public void Legs_that_follow_from_others_grow_as_alone()
    {
        using BuiltInEngine engine = new(new ToyBuilder { Potential = ToyPotential.TwoWells }.Build(), 2);
        List<Leg> all = [];
        Queue<Leg> waiting = new(Enumerable.Range(0, 3).Select(i => new Leg(Start(engine, i), new RandomKey((ulong)i), 5 + i)));
        List<Leg> growing = [];
        IReplica? Next()
        {
            foreach (Leg ended in growing.Where(leg => leg.IsOver).ToArray())
            {
                growing.Remove(ended);
                all.Add(ended);
                if (all.Count < 40)
                {
                    waiting.Enqueue(new Leg(ended.Frames[^1].Reversed(), new RandomKey((ulong)(100 + all.Count)), 3 + (all.Count % 7)));
                }
            }

            if (waiting.TryDequeue(out Leg? leg))
            {
                growing.Add(leg);
            }

            return leg;
        }

        engine.RunMany(Next, TestContext.Current.CancellationToken);
        Assert.Equal(42, all.Count);
        Assert.All(all, leg => AssertAsAlone(engine, leg));
    }

    [Fact]
    public void A_leg_that_goes_astray_ends_alone_if_its_owner_takes_that()
    {
        using BuiltInEngine engine = new(new ToyBuilder { Potential = ToyPotential.DoubleWell }.Build(), 5);
        Leg far = new(Start(engine, 0) with { Positions = [new Vec3(1e200, 0, 0)] }, default, 5) { TakesFaults = true };
        Leg hot = new(Start(engine, 0) with { Positions = [new Vec3(100, 0, 0)] }, default, 5000) { TakesFaults = true };
        Leg[] good = [.. Enumerable.Range(0, 12).Select(i => new Leg(Start(engine, i), new RandomKey((ulong)i), 30))];
        engine.RunMany(Queue([far, .. good, hot]), TestContext.Current.CancellationToken);
        Assert.All(good, leg => AssertAsAlone(engine, leg));
        foreach (Leg bad in new[] { far, hot })
        {
            Leg alone = new(bad.Start, bad.Key, bad.Length) { TakesFaults = true };
            Alone(engine, alone);
            Assert.NotNull(bad.Fault);
            Assert.Equal(alone.Frames.Count, bad.Frames.Count);
            Assert.Contains(alone.Fault!.Message, bad.Fault.Message, StringComparison.Ordinal);
        }

        far.TakesFaults = false;
        Assert.Throws<SimulationException>(() => engine.RunMany(Queue([far]), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Starts_that_do_not_fit_are_refused()
    {
        using BuiltInEngine engine = new(new ToyBuilder { Potential = ToyPotential.DoubleWell }.Build());
        Leg many = new(TestRuns.Fluid().Start, default, 1), still = new(engine.System.Start with { Velocities = null }, default, 1);
        Assert.Contains("27 positions", Refused(many), StringComparison.Ordinal);
        Assert.Contains("0 velocities", Refused(still), StringComparison.Ordinal);
        Assert.ThrowsAny<OperationCanceledException>(
            () => engine.RunMany(Queue([new Leg(Start(engine, 0), default, 1)]), new CancellationToken(true)));

        string Refused(Leg leg) => Assert.Throws<ArgumentException>(
            () => engine.RunMany(Queue([leg]), TestContext.Current.CancellationToken)).Message;
    }

    [Fact]
    public void Engines_without_lanes_run_one_by_one()
    {
        using WalkEngine walk = new();
        using BuiltInEngine fluid = new(TestRuns.Dimer() with { Integrator = TestRuns.Langevin }, 3);
        foreach (ISimulationEngine engine in new ISimulationEngine[] { walk, fluid })
        {
            Frame start = engine.System.Start with { Velocities = new Vec3[engine.System.ParticleCount] };
            Leg[] legs = [.. Enumerable.Range(0, 4).Select(i => new Leg(start, new RandomKey((ulong)i), 1 + i))];
            engine.RunMany(Queue(legs), TestContext.Current.CancellationToken);
            Assert.All(legs, leg => AssertAsAlone(engine, leg));
        }
    }

    internal static Frame Start(BuiltInEngine engine, int i)
    {
        Frame start = engine.System.Start;
        Vec3[] velocities = MaxwellBoltzmann.Draw(
            start.Topology, start.Units, engine.Integrator.Temperature, new RandomKey(7).Derive((ulong)i), removeMomentum: false);
        return start with { Step = 1000 + i, Time = 3, Velocities = i % 2 == 0 ? velocities : Array.ConvertAll(velocities, v => -v) };
    }

    internal static Func<IReplica?> Queue(IEnumerable<IReplica> replicas)
    {
        Queue<IReplica> waiting = new(replicas);
        return () => waiting.TryDequeue(out IReplica? next) ? next : null;
    }

    private static void AssertAsAlone(ISimulationEngine engine, Leg leg)
    {
        Leg alone = new(leg.Start, leg.Key, leg.Length);
        Alone(engine, alone);
        Assert.True(leg.IsOver);
        Assert.Equal(leg.Length, leg.Frames.Count);
        foreach ((Frame expected, Frame actual) in alone.Frames.Zip(leg.Frames))
        {
            Assert.Equal((expected.Step, expected.Time), (actual.Step, actual.Time));
            Assert.Equal(expected.Positions, actual.Positions);
            Assert.Equal(expected.Velocities, actual.Velocities);
            Assert.Same(expected.Topology, actual.Topology);
            Assert.Equal(expected.Box, actual.Box);
        }
    }

    private static void Alone(ISimulationEngine engine, Leg leg)
    {
        try
        {
            using IEngineRun run = engine.Begin(leg.Start, leg.Key);
            for (int k = 1; leg.Add(new ReplicaPoint(k == 1 ? leg.Start : run.Next(TestContext.Current.CancellationToken), k - 1)); k++)
            {
            }
        }
        catch (SimulationException fault)
        {
            leg.Fail(fault);
        }
    }

    private sealed class Leg(Frame start, RandomKey key, int length) : IReplica
    {
        public Frame Start => start;

        public RandomKey Key => key;

        public int Length => length;

        public List<Frame> Frames { get; } = [];

        public bool IsOver { get; private set; }

        public bool TakesFaults { get; set; }

        public SimulationException? Fault { get; private set; }

        public bool Add(ReplicaPoint point)
        {
            Assert.False(IsOver);
            if (point.Step > 0)
            {
                Frames.Add(point.ToFrame());
            }

            IsOver = Frames.Count >= length;
            return !IsOver;
        }

        public void Fail(SimulationException fault) => Fault = TakesFaults ? fault : throw new SimulationException(fault.Message, fault);
    }
}
