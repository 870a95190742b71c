using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Movers;
using MolShell.Compute.Paths.Selectors;
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
}
