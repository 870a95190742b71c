using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Movers;
using MolShell.Compute.Paths.Selectors;
using MolShell.Compute.Paths.Strategies;
using MolShell.Compute.Variables;
using Xunit;

namespace MolShell.Compute.Tests.Paths;

public class MoveSchemeTests
{
    private static readonly MoveScheme Scheme = MoveScheme.Create(
        Model.BothWays, new MoveSchemeOptions { ReversalWeight = MoveScheme.DefaultReversalWeight });

    [Fact]
    public void WeightsGiveProbabilitiesAndExpectedNumbers()
    {
        PathMover shooting = Scheme.Movers[0].Mover;
        PathMover reversal = Scheme.Movers[1].Mover;
        Assert.Equal(2.0 / 3, Scheme.Probability(shooting), 15);
        Assert.Equal(1.0 / 3, Scheme.Probability(reversal), 15);
        Assert.Equal(200, Scheme.ExpectedTrials(reversal, 600), 10);
        Assert.Equal(1500, Scheme.StepsForTrials(shooting, 1000));
        Assert.Throws<ArgumentException>(() => Scheme.Probability(new PathReversalMover(Model.Tps.Ensembles[0])));
    }

    [Fact]
    public void MoversAreDrawnByWeight()
    {
        using WalkEngine engine = new();
        PathSampler sampler = new(Scheme, engine, Model.Path(0, 2, 3, 9), 3);
        const int Steps = 6000;
        int reversals = sampler.Run(Steps, TestContext.Current.CancellationToken).Count(s => s.Mover == "PathReversal");
        Sigma.AssertWithin(4, Steps / 3.0, Math.Sqrt(Steps * 2 / 9.0), reversals, "reversals");
    }

    [Fact]
    public void DescriptionTellsSchemesApart()
    {
        string[] descriptions =
        [
            Scheme.Describe(),
            MoveScheme.Create(Model.BothWays).Describe(),
            MoveScheme.Create(Model.Tps).Describe(),
            MoveScheme.Create(PathNetwork.FixedLengthTps([Model.A], [Model.B], 10)).Describe(),
            MoveScheme.Create(Model.Tps, new MoveSchemeOptions { Shooting = ShootingKind.TwoWay }).Describe(),
            MoveScheme.Create(Model.Tps, new MoveSchemeOptions { Selector = ShootingSelector.GaussianBias(Model.X, 5, 1) }).Describe(),
            MoveScheme.Create(Model.Tps, new MoveSchemeOptions { Selector = ShootingSelector.GaussianBias(Model.X, 5, 2) }).Describe(),
        ];
        Assert.Equal(descriptions.Length, descriptions.Distinct().Count());
        Assert.Equal(
            Scheme.Describe(),
            MoveScheme.Create(Model.BothWays, new MoveSchemeOptions { ReversalWeight = MoveScheme.DefaultReversalWeight }).Describe());
    }

    [Fact]
    public void BadSchemesAreRefused()
    {
        PathNetwork network = Model.Tps;
        PathMover mover = new PathReversalMover(network.Ensembles[0]);
        Assert.Throws<ArgumentException>(() => new MoveScheme(network, []));
        Assert.Throws<ArgumentException>(() => new MoveScheme(network, [new MoverWeight(mover, 0)]));
        Assert.Throws<ArgumentException>(() => new MoveScheme(network, [new MoverWeight(mover, double.NaN)]));
        Assert.Throws<ArgumentException>(() => new MoveScheme(network, [new MoverWeight(mover, 1), new MoverWeight(mover, 1)]));
        Assert.Throws<ArgumentException>(() => new MoveScheme(Model.Tps, [new MoverWeight(mover, 1)]));
        Assert.Throws<ArgumentException>(() => MoveScheme.Create(network, new MoveSchemeOptions { ReversalWeight = -1 }));
    }

    [Fact]
    public void DefaultSchemeOfThreeStatesHasTheUsualWeights()
    {
        MoveScheme scheme = MoveScheme.Create(ThreeStates());
        Assert.Equal(
            [("Shooting", 9, 1), ("OuterShooting", 1, 1), ("ReplicaExchange", 9, 0.5), ("PathReversal", 10, 0.5), ("Minus", 3, 0.2)],
            scheme.Groups.OrderBy(g => Array.IndexOf(["Shooting", "OuterShooting", "ReplicaExchange", "PathReversal", "Minus"], g.Group))
                .Select(g => (g.Group, g.Count, g.Weight)));
        Assert.Equal(20.1, scheme.Movers.Sum(m => m.Weight), 12);
        Assert.Equal(1, scheme.Groups.Sum(g => g.Share), 12);
        PathMover shooter = scheme.Movers.First(m => m.Group == "Shooting").Mover;
        Assert.Equal(20_100, scheme.StepsForTrials(shooter, 1000));
        Assert.Contains("ReplicaExchange 22", scheme.Moves, StringComparison.Ordinal);
        Assert.Equal(13, scheme.Ensembles.Length);
    }

    [Fact]
    public void OneReplicaHopsInPlaceOfExchange()
    {
        MoveScheme scheme = MoveScheme.Create(ThreeStates(), new MoveSchemeOptions { IsSingleReplica = true, Bias = [1, 5, 20] });
        Assert.Equal(
            ["EnsembleHop", "Minus", "OuterShooting", "PathReversal", "Shooting"], scheme.Groups.Select(g => g.Group).Order(StringComparer.Ordinal));
        Assert.Equal(10, scheme.Ensembles.Length);
        Assert.Throws<ArgumentException>(() => MoveScheme.Create(ThreeStates(), new MoveSchemeOptions { IsSingleReplica = true, Bias = [1, 5] }));
        Assert.Throws<ArgumentException>(() => MoveScheme.Create(ThreeStates(), new MoveSchemeOptions { IsSingleReplica = true, Bias = [1, 5, -2] }));
        Assert.Throws<ArgumentException>(() => MoveScheme.Create(ThreeStates(), new MoveSchemeOptions { Bias = [1, 5, 20] }));
        Assert.Throws<ArgumentException>(() => MoveScheme.Create(Model.Tps, new MoveSchemeOptions { IsSingleReplica = true }));
    }

    [Fact]
    public void ExchangeOfAllPairsAllEnsemblesOfATransition()
    {
        MoveScheme all = MoveScheme.Create(ThreeStates(), new MoveSchemeOptions { ReplicaExchange = ReplicaExchangeKind.All });
        Assert.Equal(3 * (3 + 1), all.Movers.Count(m => m.Group == MoveGroups.ReplicaExchange));
        MoveScheme none = MoveScheme.Create(ThreeStates(), new MoveSchemeOptions { ReplicaExchange = ReplicaExchangeKind.None });
        Assert.DoesNotContain(none.Movers, m => m.Group == MoveGroups.ReplicaExchange);
    }

    [Fact]
    public void StrategiesAddReplaceWeighAndRemove()
    {
        PathNetwork network = ThreeStates();
        PathMover mine = new PathReversalMover(network.Ensembles[0]);
        MoveScheme scheme = MoveScheme.Create(network, new MoveSchemeOptions
        {
            Strategies =
            [
                new AddMoversStrategy(MoveGroups.PathReversal, [mine], Replaces: true),
                new GroupShareStrategy([MoveGroups.Shooting, MoveGroups.OuterShooting], 0.75),
                new GroupWeightStrategy(MoveGroups.Minus, 0),
                new GroupWeightStrategy("replicaexchange", 2),
                new StateSwapStrategy(),
            ],
        });
        Assert.Equal(0.5, Assert.Single(scheme.Movers, m => m.Group == MoveGroups.PathReversal).Weight);
        Assert.DoesNotContain(scheme.Movers, m => m.Group == MoveGroups.Minus);
        Assert.DoesNotContain(scheme.Ensembles, e => network.Transitions.Any(t => t.Minus == e));
        Assert.All(scheme.Movers.Where(m => m.Group == MoveGroups.ReplicaExchange), m => Assert.Equal(2, m.Weight));
        Assert.Equal(3, scheme.Movers.Count(m => m.Group == MoveGroups.StateSwap));

        // At its level the share held; the strategies of the last level came after it.
        double shooting = scheme.Movers.Where(m => m.Group.EndsWith("Shooting", StringComparison.Ordinal)).Sum(m => m.Weight);
        Assert.Equal(3, shooting / ((9 * 2) + (10 * 0.5) + 3), 12);
        Assert.Throws<ArgumentException>(() => With(new GroupWeightStrategy("Nonsense", 1)));
        Assert.Throws<ArgumentException>(() => With(new GroupWeightStrategy(MoveGroups.Minus, -1)));
        Assert.Throws<ArgumentException>(() => With(new GroupShareStrategy([MoveGroups.Minus], 1)));

        MoveScheme With(MoveStrategy strategy) => MoveScheme.Create(network, new MoveSchemeOptions { Strategies = [strategy] });
    }

    [Fact]
    public void ConstrainedShootingWithoutReversalIsRefusedWithTheReason()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => MoveScheme.Create(
            ThreeStates(), new MoveSchemeOptions { Shooting = ShootingKind.InterfaceConstrained, ReversalWeight = 0 }));
        Assert.Contains("needs path reversal", error.Message, StringComparison.Ordinal);
        Assert.Contains("without reversal the frames before it would never change", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => MoveScheme.Create(Model.Tps, new MoveSchemeOptions { Shooting = ShootingKind.InterfaceConstrained }));
    }

    [Fact]
    public void PartsOfMovesAreNoMoversByThemselves()
    {
        PathNetwork network = ThreeStates();
        PathTransition transition = network.Transitions[0];
        PathMover extension = new ExtensionMover(transition.Ensembles[0], transition.Minus, PathDirection.Forward);
        Assert.Throws<ArgumentException>(() => new MoveScheme(network, [new MoverWeight(extension, 1)]));
        Assert.Throws<ArgumentException>(() => new MoveScheme(network, [new MoverWeight(new RandomChoiceMover([extension]), 1)]));
    }

    [Fact]
    public void ComposedMovesTellTheirParts()
    {
        PathNetwork network = Model.BothWays;
        PathMover shot = new OneWayShootingMover(network.Ensembles[0], ShootingSelector.Uniform);
        PathMover reversal = new PathReversalMover(network.Ensembles[0]);
        MoveScheme scheme = new(network, [new MoverWeight(new SequenceMover(SequenceRule.Each, [shot, reversal], "Both"), 1)]);
        using WalkEngine engine = new();
        PathStep[] steps = [.. new PathSampler(scheme, engine, Model.Path(0, 2, 3, 9), 3).Run(50, TestContext.Current.CancellationToken)];
        Assert.All(steps, s => Assert.Equal("Both", s.Mover));
        Assert.All(steps, s => Assert.Equal(["OneWayShooting", "PathReversal"], s.Inner.Select(i => i.Mover)));
        Assert.Contains(steps, s => !s.Inner[0].Accepted && s.Inner[1].Accepted && s.Accepted);
        Assert.Contains(steps, s => s.Inner[0].Accepted && s.Trajectory.SharesFrames(s.Trial!));
    }

    private static PathNetwork ThreeStates()
    {
        double[] values = [0.2, 0.3, 0.4];
        return PathNetwork.Mstis(Enumerable.Range(0, 3).Select(k =>
        {
            TestDistance distance = new(k);
            return new InterfaceSet(StateVolume.Interval(distance, null, 0.2, $"{(char)('A' + k)}"), values, distance);
        }));
    }

    private sealed record TestDistance(int State) : TestVariable
    {
        public override double Evaluate(PhasePoint point) => Math.Abs(point.Positions[0].X - State);

        public override string Describe() => $"distance from {State}";
    }
}
