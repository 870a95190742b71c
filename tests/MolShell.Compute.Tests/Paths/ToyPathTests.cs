using System.Collections.Concurrent;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Numerics.Statistics;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Modifiers;
using MolShell.Compute.Paths.Selectors;
using MolShell.Compute.Systems;
using MolShell.Compute.Systems.Builders;
using MolShell.Compute.Variables;
using Xunit;

namespace MolShell.Compute.Tests.Paths;

/// <summary>Transition paths of toys sampled by each move against the transition paths of a long run of plain dynamics.</summary>
public class ToyPathTests
{
    private const int Bins = 8;

    private static readonly Coordinate X = new(0);
    private static readonly ConcurrentDictionary<(Toy, long), Lazy<BruteForce>> BruteForces = new();

    public enum Toy
    {
        /// <summary>1-D double well, kT 0.4, gamma 2.5, dt 0.02, 2 steps a frame; A x &lt; -0.7, B x &gt;= 0.7.</summary>
        DoubleWell,

        /// <summary>2-D simple toy of OpenPathSampling, kT 0.2, gamma 2.5, dt 0.02, 2 steps a frame; A x &lt; -0.5, B x &gt;= 0.5.</summary>
        TwoWells,

        /// <summary>1-D double well, overdamped, kT 0.4, gamma 2.5, dt 0.005, 4 steps a frame, states as above; frames have no velocities.</summary>
        OverdampedDoubleWell,
    }

    public enum Move
    {
        OneWay,
        OneWayBiased,
        OneWayAndReversal,
        TwoWayNewVelocities,
        TwoWayDirections,
        TwoWayBiased,
    }

    public static TheoryData<Toy, Move> Cases
    {
        get
        {
            TheoryData<Toy, Move> cases = [];
            foreach (Toy toy in Enum.GetValues<Toy>())
            {
                foreach (Move move in Enum.GetValues<Move>().Where(m => toy != Toy.OverdampedDoubleWell || m < Move.TwoWayNewVelocities))
                {
                    cases.Add(toy, move);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void SampledPathsAreThoseOfPlainDynamics(Toy toy, Move move) => Compare(toy, move, frames: 1_000_000, steps: 12_000);

    [Theory]
    [MemberData(nameof(Cases))]
    [Trait("Category", "Validation")]
    public void SampledPathsAreThoseOfPlainDynamicsSharply(Toy toy, Move move) => Compare(toy, move, frames: 40_000_000, steps: 500_000);

    private static void Compare(Toy toy, Move move, long frames, int steps)
    {
        BruteForce brute = BruteForces.GetOrAdd((toy, frames), key => new Lazy<BruteForce>(() => RunBruteForce(key.Item1, key.Item2))).Value;
        bool twoWay = move is Move.TwoWayNewVelocities or Move.TwoWayDirections or Move.TwoWayBiased;
        (StateVolume a, StateVolume b) = States(toy);
        PathNetwork network = move == Move.OneWayAndReversal ? PathNetwork.Tps([a, b], [a, b]) : PathNetwork.Tps([a], [b]);
        MoveScheme scheme = MoveScheme.Create(network, new MoveSchemeOptions
        {
            Shooting = twoWay ? ShootingKind.TwoWay : ShootingKind.OneWay,
            Selector = move is Move.OneWayBiased or Move.TwoWayBiased ? ShootingSelector.GaussianBias(X, 0.1, 3) : ShootingSelector.Uniform,
            Modifier = !twoWay ? null : move == Move.TwoWayDirections ? VelocityModifier.Direction(0.3) : VelocityModifier.Random(),
            ReversalWeight = move == Move.OneWayAndReversal ? 0.5 : 0,
        });
        using BuiltInEngine engine = CreateEngine(toy);
        PathSampler sampler = new(scheme, engine, brute.Example, 3);
        List<double> lengths = [];
        List<double> speeds = [];
        foreach (PathStep step in sampler.Run(steps, TestContext.Current.CancellationToken).Skip(steps / 50))
        {
            bool reversed = X.Evaluate(step.Trajectory[0]) > 0;
            Frame last = reversed ? step.Trajectory[0] : step.Trajectory[step.PathLength - 1];
            lengths.Add(step.PathLength);
            speeds.Add(Speed(last) * (reversed ? -1 : 1));
        }

        AssertSameMean(brute.Lengths, lengths, $"{toy} {move}: mean length");
        if (toy != Toy.OverdampedDoubleWell)
        {
            AssertSameMean(brute.Speeds, speeds, $"{toy} {move}: mean speed at the end in B");
        }

        AssertSameHistogram(brute.Lengths, lengths, $"{toy} {move}");
    }

    private static void AssertSameMean(List<double> brute, List<double> sampled, string what)
    {
        BlockAverage a = BlockAverage.Of([.. brute]);
        BlockAverage b = BlockAverage.Of([.. sampled]);
        Sigma.AssertWithin(4, a.Mean, Math.Sqrt((a.StandardError * a.StandardError) + (b.StandardError * b.StandardError)), b.Mean, what);
    }

    // Bins of about equal probability; each is a mean of indicators, whose error by blocking takes the correlation of the chain in.
    private static void AssertSameHistogram(List<double> brute, List<double> sampled, string what)
    {
        double[] sorted = [.. brute.Order()];
        double[] edges = [double.NegativeInfinity, .. Enumerable.Range(1, Bins - 1).Select(i => sorted[i * sorted.Length / Bins]), double.PositiveInfinity];
        double chiSquare = 0;
        for (int bin = 0; bin < Bins; bin++)
        {
            BlockAverage a = Inside(brute, bin);
            BlockAverage b = Inside(sampled, bin);
            double sigma = Math.Sqrt((a.StandardError * a.StandardError) + (b.StandardError * b.StandardError));
            Sigma.AssertWithin(4, a.Mean, sigma, b.Mean, FormattableString.Invariant($"{what}: fraction of lengths from {edges[bin]} to {edges[bin + 1]}"));
            chiSquare += Math.Pow((a.Mean - b.Mean) / sigma, 2);
        }

        Sigma.AssertWithin(4, Bins - 1, Math.Sqrt(2 * (Bins - 1)), Math.Max(chiSquare, Bins - 1), $"{what}: chi-square of the histogram of lengths");

        BlockAverage Inside(List<double> values, int bin) =>
            BlockAverage.Of([.. values.Select(v => v >= edges[bin] && v < edges[bin + 1] ? 1.0 : 0.0)]);
    }

    // Both directions are pooled: the potentials and states are mirror images of themselves.
    private static BruteForce RunBruteForce(Toy toy, long frames)
    {
        (StateVolume a, StateVolume b) = States(toy);
        List<double> lengths = [];
        List<double> speeds = [];
        List<Frame> since = [];
        Trajectory? example = null;
        bool? lastInA = null;
        using BuiltInEngine engine = CreateEngine(toy);
        RandomKey key = RandomKey.FromSeed(99, RandomStream.Thermostat);
        Frame start = engine.System.Start with { Velocities = [default] };
        using IEngineRun run = engine.Begin(start, key);
        for (long i = 0; i < frames; i++)
        {
            Frame frame = run.Next(TestContext.Current.CancellationToken);
            since.Add(frame);
            bool inA = a.Contains(frame);
            if (!inA && !b.Contains(frame))
            {
                continue;
            }

            if (lastInA is bool from && from != inA)
            {
                lengths.Add(since.Count);
                speeds.Add(Speed(frame) * (inA ? -1 : 1));
                example ??= inA ? null : Trajectory.FromFrames(since);
            }

            lastInA = inA;
            since.Clear();
            since.Add(frame);
        }

        Assert.True(lengths.Count > frames / 10_000, $"{toy}: {lengths.Count} transitions in {frames} frames");
        return new BruteForce(lengths, speeds, example!);
    }

    private static double Speed(Frame frame) => frame.Velocities is null ? 0 : frame.Velocities[0].X;

    private static BuiltInEngine CreateEngine(Toy toy) => toy switch
    {
        Toy.DoubleWell => new(new ToyBuilder { Potential = ToyPotential.DoubleWell, Temperature = 0.4, Friction = 2.5, TimeStep = 0.02 }.Build(), 2),
        Toy.TwoWells => new(new ToyBuilder { Potential = ToyPotential.TwoWells, Temperature = 0.2, Friction = 2.5, TimeStep = 0.02 }.Build(), 2),
        _ => new(
            new ToyBuilder
            {
                Potential = ToyPotential.DoubleWell, Temperature = 0.4, Friction = 2.5, TimeStep = 0.005, Integrator = IntegratorKind.Overdamped,
            }.Build(),
            4),
    };

    private static (StateVolume A, StateVolume B) States(Toy toy)
    {
        double border = toy == Toy.TwoWells ? 0.5 : 0.7;
        return (StateVolume.Interval(X, null, -border, "A"), StateVolume.Interval(X, border, null, "B"));
    }

    private sealed record BruteForce(List<double> Lengths, List<double> Speeds, Trajectory Example);
}
