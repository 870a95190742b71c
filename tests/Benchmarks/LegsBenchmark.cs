using System.Diagnostics;
using System.Globalization;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Dynamics.Replicas;
using MolShell.Compute.Engines;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using MolShell.Compute.Systems.Builders;

namespace Benchmarks;

/// <summary>
/// Legs of paths per second on one thread: from a point between two states with drawn velocities until a state is reached; grown one by one,
/// and many together in lanes (<see cref="ISimulationEngine.RunMany"/>), with a frame for each point, and with a look at each point only.
/// </summary>
internal static class LegsBenchmark
{
    private const double SecondsPerCase = 1;

    private enum Way
    {
        Alone,
        Together,
        TogetherWithoutFrames,
    }

    public static void Run(TextWriter output)
    {
        output.WriteLine("system            steps/frame  frames/leg    legs/s alone  legs/s together    ratio  legs/s, no frames    ratio");
        foreach (ToyPotential potential in new[] { ToyPotential.DoubleWell, ToyPotential.TwoWells })
        {
            MolecularSystem system = new ToyBuilder { Potential = potential, Start = Vec3.Zero }.Build();
            foreach (int stepsPerFrame in new[] { 1, 10 })
            {
                Measure(system, stepsPerFrame, point => Math.Abs(point.Phase.Positions[0].X) > 0.5, output);
            }
        }

        // Legs of a fixed length, since the systems differ in how long they take; boxes have room for the dimer.
        Measure(Chain(), 10, point => point.Step >= 500, output);
        foreach (int count in new[] { 8, 16, 27, 48, 64 })
        {
            Measure(new DoubleWellBuilder { ParticleCount = count, Density = Math.Min(0.6, count / 47.0) }.Build(), 10, point => point.Step >= 500, output);
        }
    }

    // Four beads with all that a molecule has.
    private static MolecularSystem Chain()
    {
        Vec3[] places = [new(0, 0, 0), new(1, 0, 0), new(1.3, 0.95, 0), new(2.3, 0.95, 0.1)];
        return new MolecularSystem
        {
            Name = "Chain of 4",
            Start = new Frame
            {
                Topology = Topology.Uniform(4, 1, "C") with { Bonds = [new Bond(0, 1), new Bond(1, 2), new Bond(2, 3)] },
                Box = Box.Open,
                Units = UnitSystem.Reduced,
                Positions = places,
            },
            Forces =
            [
                new BondForce<HarmonicBond>(new HarmonicBond(100, 1), [new Bond(0, 1), new Bond(1, 2), new Bond(2, 3)]),
                new AngleForce<HarmonicAngle>(new HarmonicAngle(20, 1.9), [new BondAngle(0, 1, 2), new BondAngle(1, 2, 3)]),
                new DihedralForce<PeriodicDihedral>(new PeriodicDihedral(1, 3, 0), [new BondDihedral(0, 1, 2, 3)]),
                new PairForce<LennardJones>(new LennardJones(0.5, 0.9, 2.5)) { ExcludedBonds = 2 },
            ],
            Integrator = new IntegratorSettings
            {
                Kind = IntegratorKind.LangevinBaoab, TimeStep = 0.005, Temperature = 0.5, Friction = 1,
            },
        };
    }

    private static void Measure(MolecularSystem system, int stepsPerFrame, Leg.Stop stop, TextWriter output)
    {
        using BuiltInEngine engine = new(system, stepsPerFrame);
        (double alone, double length) = Rate(engine, stop, Way.Alone);
        (double together, _) = Rate(engine, stop, Way.Together);
        (double bare, _) = Rate(engine, stop, Way.TogetherWithoutFrames);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{system.Name,-16}  {stepsPerFrame,11}  {length,10:f1}  {alone,14:f0}  {together,15:f0}  {together / alone,7:f2}  {bare,17:f0}  {bare / alone,7:f2}"));
    }

    private static (double Legs, double Length) Rate(BuiltInEngine engine, Leg.Stop stop, Way way)
    {
        Run(engine, stop, way, 0.4);
        return Run(engine, stop, way, SecondsPerCase);
    }

    private static (double Legs, double Length) Run(BuiltInEngine engine, Leg.Stop stop, Way way, double seconds)
    {
        Stopwatch clock = Stopwatch.StartNew();
        ulong count = 0;
        long frames = 0;
        void Count(Leg leg) => frames += leg.Length;
        Leg? Next() => clock.Elapsed.TotalSeconds < seconds ? new Leg(Start(engine, count), new RandomKey(count++), stop, way != Way.TogetherWithoutFrames, Count) : null;
        if (way == Way.Alone)
        {
            while (Next() is { } leg)
            {
                Grow(engine, leg);
            }
        }
        else
        {
            engine.RunMany(Next, CancellationToken.None);
        }

        return (count / clock.Elapsed.TotalSeconds, (double)frames / count);
    }

    private static void Grow(BuiltInEngine engine, Leg leg)
    {
        using IEngineRun run = engine.Begin(leg.Start, leg.Key);
        long step = 0;
        for (Frame frame = leg.Start; leg.Add(new ReplicaPoint(frame, step)); step += engine.StepsPerFrame)
        {
            frame = run.Next(CancellationToken.None);
        }
    }

    private static Frame Start(BuiltInEngine engine, ulong n) => engine.System.Start with
    {
        Velocities = MaxwellBoltzmann.Draw(
            engine.System.Topology, engine.System.Units, engine.Integrator.Temperature, new RandomKey(1).Derive(n), removeMomentum: false),
    };

    private sealed class Leg(Frame start, RandomKey key, Leg.Stop stop, bool keepsFrames, Action<Leg> end) : IReplica
    {
        private readonly List<Frame> frames = [];

        public delegate bool Stop(ReplicaPoint point);

        public Frame Start => start;

        public RandomKey Key => key;

        public int Length { get; private set; }

        public bool Add(ReplicaPoint point)
        {
            if (point.Step > 0)
            {
                Length++;
                if (keepsFrames)
                {
                    frames.Add(point.ToFrame());
                }
            }

            if (stop(point))
            {
                end(this);
                return false;
            }

            return true;
        }
    }
}
