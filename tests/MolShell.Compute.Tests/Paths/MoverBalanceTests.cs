using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Paths.Movers;
using MolShell.Compute.Paths.Selectors;
using MolShell.Compute.Paths.Strategies;
using Xunit;

namespace MolShell.Compute.Tests.Paths;

/// <summary>
/// The walk on the integers has exact path ensembles. Each mover, beside those that make the chain ergodic, has to sample exactly the
/// lengths and ends of paths of every ensemble, and for a single replica the time in each ensemble.
/// </summary>
public class MoverBalanceTests
{
    private const int Blocks = 50;
    private static readonly int[] Reach = [1, 3, 5];
    private static readonly int[] Edges = [3, 5, 10, 20, 30, 45, 70, 10_000];

    public enum Case
    {
        ReplicaExchange,
        ReplicaExchangeOfAll,
        MinusOnly,
        Spring,
        InterfaceConstrained,
        InterfaceConstrainedAndOneWay,
        WireFencing,
        WireFencingWithCap,
        WireFencingOfOuterEnsemble,
        ForwardAndBackwardShooting,
        OuterEnsemble,
        OuterEnsembleConstrained,
        StateSwap,
        SequenceOfEach,
        SequenceUntilRejected,
        SequenceOfAll,
        RandomChoice,
        FirstAllowed,
        LastAllowed,
    }

    public enum SingleCase
    {
        Hops,
        BiasedHops,
        HopsOverOuterEnsemble,
        MinusOfParts,
        HopsInSequence,
    }

    public static TheoryData<Case> Cases => [.. Enum.GetValues<Case>()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void PathsOfAllEnsemblesFollowTheExactDistributions(Case scenario) =>
        Check(scenario, scenario == Case.WireFencingOfOuterEnsemble ? 60_000 : 20_000, runs: 1);

    [Theory]
    [MemberData(nameof(Cases))]
    [Trait("Category", "Validation")]
    public void PathsOfManyRunsFollowTheExactDistributions(Case scenario) => Check(scenario, 20_000, runs: 6);

    [Theory]
    [InlineData(SingleCase.Hops)]
    [InlineData(SingleCase.BiasedHops)]
    [InlineData(SingleCase.HopsOverOuterEnsemble)]
    [InlineData(SingleCase.MinusOfParts)]
    [InlineData(SingleCase.HopsInSequence)]
    public void OnePathPassesThroughAllEnsemblesByTheirWeight(SingleCase scenario)
    {
        bool outer = scenario == SingleCase.HopsOverOuterEnsemble;
        double[] bias = scenario == SingleCase.Hops ? [1, 1, 1] : [1, 3, 4];
        PathNetwork network = WalkPaths.Network(outer);
        MoveScheme scheme = MoveScheme.Create(network, new MoveSchemeOptions
        {
            IsSingleReplica = true,
            Bias = scenario == SingleCase.Hops ? [] : [.. bias],
            Strategies = scenario switch
            {
                SingleCase.MinusOfParts => [new AddMoversStrategy(MoveGroups.Minus, [MinusOfParts(network.Transitions[0])], 1, Replaces: true)],
                SingleCase.HopsInSequence => [new AddMoversStrategy("Hops", [HopsInSequence(network.Transitions[0], bias)], 1)],
                _ => [new GroupWeightStrategy(MoveGroups.Minus, 1)],
            },
        });
        const int steps = 60_000;
        Dictionary<string, Tally> tallies = Sample(scheme, steps);
        PathEnsemble[] ensembles = [.. scheme.Ensembles.Where(e => e is InterfaceEnsemble)];
        double[] weights = [.. ensembles.Cast<InterfaceEnsemble>().Select(e => bias[e.Origins[0].Index] * e.Origins.Length * ExactOf(e).Weight)];
        for (int i = 0; i < ensembles.Length; i++)
        {
            tallies[ensembles[i].Name].AssertTime(weights[i] / weights.Sum(), steps, $"{scenario}: time in {ensembles[i].Name}");
            AssertExact(ensembles[i], tallies[ensembles[i].Name], scenario.ToString());
        }
    }

    [Fact]
    public void ConstrainedShotsAreAllAccepted()
    {
        MoveScheme scheme = SchemeOf(Case.OuterEnsembleConstrained);
        using WalkEngine engine = new();
        PathSampler sampler = new(scheme, engine, WalkPaths.Initial(scheme), 3, 0);
        PathStep[] shots =
            [.. sampler.Run(5000, TestContext.Current.CancellationToken).Where(s => s.Mover == "InterfaceConstrainedShooting")];
        Assert.True(shots.Length > 1000);
        Assert.All(shots, s => Assert.True(s.Accepted));
    }

    private static void Check(Case scenario, int steps, int runs)
    {
        MoveScheme scheme = SchemeOf(scenario);
        Dictionary<string, Tally> tallies = Sample(scheme, steps, runs);
        Assert.Equal(scheme.Ensembles.Length, tallies.Count);
        foreach (PathEnsemble ensemble in scheme.Ensembles)
        {
            AssertExact(ensemble, tallies[ensemble.Name], scenario.ToString());
        }
    }

    private static MoveScheme SchemeOf(Case scenario)
    {
        bool bothWays = scenario is Case.OuterEnsemble or Case.WireFencingOfOuterEnsemble or Case.OuterEnsembleConstrained or Case.StateSwap or Case.LastAllowed;
        PathNetwork network = WalkPaths.Network(bothWays);
        MoveSchemeOptions options = new() { Strategies = [new GroupWeightStrategy(MoveGroups.Minus, 1)] };
        switch (scenario)
        {
            case Case.ReplicaExchangeOfAll:
                return MoveScheme.Create(network, options with { ReplicaExchange = ReplicaExchangeKind.All });
            case Case.MinusOnly:
                // Nothing else moves the innermost path, which the minus move alone renews.
                PathTransition transition = network.Transitions[0];
                return new MoveScheme(network, [new MoverWeight(new MinusMover(transition.Minus, transition.Ensembles[0]), 1), new MoverWeight(new OneWayShootingMover(transition.Ensembles[0], ShootingSelector.Uniform), 0.2)]);
            case Case.Spring:
                return MoveScheme.Create(network, options with { Shooting = ShootingKind.Spring, Spring = 0.1 });
            case Case.InterfaceConstrained or Case.OuterEnsembleConstrained:
                return MoveScheme.Create(network, options with { Shooting = ShootingKind.InterfaceConstrained });
            case Case.InterfaceConstrainedAndOneWay:
                return MoveScheme.Create(network, options with
                {
                    Shooting = ShootingKind.InterfaceConstrained,
                    Strategies = [.. options.Strategies, new OneWayShootingStrategy()],
                });
            case Case.WireFencing or Case.WireFencingWithCap or Case.WireFencingOfOuterEnsemble:
                // Paths of few frames beyond the interface stay for long, so shots are frequent; few paths pass between ensembles.
                return MoveScheme.Create(network, options with
                {
                    Shooting = ShootingKind.WireFencing,
                    ShootingWeight = 4,
                    Jumps = scenario == Case.WireFencingWithCap ? 3 : 1,
                    Cap = scenario == Case.WireFencingWithCap ? 7 : null,
                    Strategies = [.. options.Strategies, new GroupWeightStrategy(MoveGroups.ReplicaExchange, 0.1)],
                });
            case Case.StateSwap:
                return MoveScheme.Create(network, options with { Strategies = [.. options.Strategies, new StateSwapStrategy(), new GroupWeightStrategy(MoveGroups.StateSwap, 3)] });
            case Case.ReplicaExchange or Case.OuterEnsemble:
                return MoveScheme.Create(network, options);
            default:
                return MoveScheme.Create(network, options with
                {
                    Strategies = [new AddMoversStrategy(MoveGroups.Shooting, [.. network.Transitions.SelectMany(t => t.Ensembles).SelectMany(e => Composed(scenario, e))], 1, Replaces: true)],
                });
        }
    }

    private static IEnumerable<PathMover> Composed(Case scenario, PathEnsemble ensemble)
    {
        PathMover forward = new OneWayShootingMover(ensemble, ShootingSelector.Uniform, PathDirection.Forward);
        PathMover backward = new OneWayShootingMover(ensemble, ShootingSelector.Uniform, PathDirection.Backward);
        PathMover reversal = new PathReversalMover(ensemble);
        return scenario switch
        {
            Case.ForwardAndBackwardShooting => [forward, backward],
            Case.SequenceOfEach => [new SequenceMover(SequenceRule.Each, [forward, reversal, backward])],
            Case.SequenceUntilRejected => [new SequenceMover(SequenceRule.UntilRejected, [reversal, backward]), forward, backward],
            Case.SequenceOfAll => [new SequenceMover(SequenceRule.All, [reversal, reversal]), forward, backward],
            Case.RandomChoice => [new RandomChoiceMover([forward, backward, reversal], [2, 3, 1])],
            Case.FirstAllowed => [new AllowedMover([new RandomChoiceMover([forward, backward]), reversal])],
            _ => [new AllowedMover([reversal, new RandomChoiceMover([forward, backward])], last: true)],
        };
    }

    // The minus move of a single replica, put together from its parts.
    private static EnsembleFilterMover MinusOfParts(PathTransition transition)
    {
        (MinusEnsemble minus, PathEnsemble inner) = (transition.Minus, transition.Ensembles[0]);
        SequenceMover forward = new(
            SequenceRule.All,
            [new ExtensionMover(inner, minus, PathDirection.Forward), new SubtrajectoryMover(minus, inner, SubtrajectoryChoice.Final)]);
        SequenceMover backward = new(
            SequenceRule.All,
            [new ExtensionMover(inner, minus, PathDirection.Backward), new SubtrajectoryMover(minus, inner, SubtrajectoryChoice.First)]);
        return new EnsembleFilterMover(new RandomChoiceMover([forward, backward], name: "Minus"), inner);
    }

    private static SequenceMover HopsInSequence(PathTransition transition, double[] bias) => new(
        SequenceRule.Each,
        [
            new EnsembleHopMover(transition.Ensembles[0], transition.Ensembles[1], bias[0], bias[1]),
            new EnsembleHopMover(transition.Ensembles[1], transition.Ensembles[2], bias[1], bias[2]),
        ]);

    // Each run has a seed of its own and as many blocks as the others.
    private static Dictionary<string, Tally> Sample(MoveScheme scheme, int steps, int runs = 1)
    {
        Dictionary<string, Tally> tallies = [];
        for (int run = 0; run < runs; run++)
        {
            using WalkEngine engine = new();
            PathSampler sampler = new(scheme, engine, WalkPaths.Initial(scheme), 20 + (ulong)run, 0);
            long number = (long)run * steps;
            foreach (PathStep step in sampler.Run(steps + 2000, TestContext.Current.CancellationToken).Skip(2000))
            {
                int block = (int)(number++ * Blocks / ((long)runs * steps));
                foreach (SampledPath sample in step.Samples)
                {
                    if (!tallies.TryGetValue(sample.Ensemble, out Tally? tally))
                    {
                        tallies.Add(sample.Ensemble, tally = new Tally());
                    }

                    tally.Add(block, sample.Summary);
                }
            }
        }

        return tallies;
    }

    private static WalkPaths ExactOf(InterfaceEnsemble ensemble) => new(Reach[ensemble.Origins[0].Index]);

    private static void AssertExact(PathEnsemble ensemble, Tally tally, string scenario)
    {
        string what = $"{scenario}, {ensemble.Name}";
        if (ensemble is not InterfaceEnsemble interfaces)
        {
            MinusEnsemble minus = (MinusEnsemble)ensemble;
            WalkPaths excursion = new(1);
            tally.AssertMean(s => s.Outside, 2 * (excursion.MeanReturn - 1), $"{what}: mean length of excursions");
            for (int inside = 0; inside < 4; inside++)
            {
                tally.AssertFraction(s => s.Inside == inside, WalkPaths.Inside(minus.Interfaces.State == Model.A, inside), $"{what}: {inside} intervals inside");
            }

            return;
        }

        WalkPaths exact = ExactOf(interfaces);
        for (int bin = 0; bin + 1 < Edges.Length; bin++)
        {
            (int low, int high) = (Edges[bin], Edges[bin + 1]);
            tally.AssertFraction(s => s.Length >= low && s.Length < high, exact.Lengths(low, high), $"{what}: lengths from {low} to {high}");
        }

        tally.AssertFraction(s => s.FinalState != s.InitialState, exact.Crossing, $"{what}: ends in the other state");
        if (interfaces.Origins.Length > 1)
        {
            tally.AssertFraction(s => s.InitialState == 1, 0.5, $"{what}: begins in the second state");
        }
    }

    /// <summary>Summaries of the paths of an ensemble in the blocks of a run.</summary>
    private sealed class Tally
    {
        private readonly List<PathSummary>[] blocks = [.. Enumerable.Range(0, Blocks).Select(_ => new List<PathSummary>())];

        public void Add(int block, PathSummary summary) => blocks[block].Add(summary);

        public void AssertMean(Func<PathSummary, double> value, double expected, string what)
        {
            (double mean, double error, _) = MeanOf(value);
            Sigma.AssertWithin(4, expected, error, mean, what);
        }

        // Of a rare event blocks may hold none at all: the error is not below that of independent paths.
        public void AssertFraction(Func<PathSummary, bool> isInside, double expected, string what)
        {
            (double mean, double error, double count) = MeanOf(s => isInside(s) ? 1 : 0);
            if (expected == 0)
            {
                Assert.True(mean == 0, $"{what}: there are paths that cannot be.");
                return;
            }

            Sigma.AssertWithin(4, expected, Math.Max(error, Math.Sqrt(expected * (1 - expected) / count)), mean, what);
        }

        public void AssertTime(double expected, int steps, string what)
        {
            double size = (double)steps / Blocks;
            double mean = blocks.Average(b => b.Count / size);
            double error = Math.Sqrt(blocks.Sum(b => Math.Pow((b.Count / size) - mean, 2)) / (Blocks * (Blocks - 1.0)));
            Sigma.AssertWithin(4, expected, error, mean, what);
        }

        // Blocks of a single replica hold different numbers of paths: the error is that of a ratio.
        private (double Mean, double Error, double Count) MeanOf(Func<PathSummary, double> value)
        {
            double count = blocks.Sum(b => b.Count);
            double mean = blocks.Sum(b => b.Sum(value)) / count;
            double error = Math.Sqrt(blocks.Sum(b => Math.Pow(b.Sum(value) - (mean * b.Count), 2)) * Blocks / (Blocks - 1)) / count;
            return (mean, error, count);
        }
    }
}
