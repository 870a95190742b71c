using MolShell.Compute.Paths;
using Xunit;

namespace MolShell.Compute.Tests.Paths;

public class InitialPathTests
{
    private static readonly PathEnsemble Ensemble = Model.Tps.Ensembles[0];

    [Fact]
    public void GivenFramesAreCutToAPath()
    {
        Trajectory found = InitialPathFinder.FromFrames(Ensemble, Model.Path(5, 0, 0, 2, 0, 3, 4, 9, 9).ToArray());
        Assert.Equal([0, 3, 4, 9], Model.Positions(found));
        Assert.True(Ensemble.Contains(found));
    }

    [Fact]
    public void PathTheOtherWayIsReversed()
    {
        Trajectory found = InitialPathFinder.FromFrames(Ensemble, Model.Path(5, 9, 5, 4, 0, 2));
        Assert.Equal([0, 4, 5, 9], Model.Positions(found));
        Assert.All(Model.Velocities(found), v => Assert.Equal(-1, v));
    }

    [Fact]
    public void PathInTheRightDirectionIsPreferred()
    {
        Trajectory found = InitialPathFinder.FromFrames(Ensemble, Model.Path(9, 5, 0, 7, 9));
        Assert.Equal([0, 7, 9], Model.Positions(found));
        Assert.All(Model.Velocities(found), v => Assert.Equal(1, v));
    }

    [Theory]
    [InlineData("0 2 3 0 5", "state A had 2 frames, state B was never found")]
    [InlineData("2 3 9 9 5", "state A was never found, state B had 2 frames")]
    [InlineData("3", "The 1 given frames hold no path")]
    public void MissingStatesAreNamed(string positions, string expected)
    {
        PathSamplingException error = Assert.Throws<PathSamplingException>(() => InitialPathFinder.FromFrames(Ensemble, Model.Path(positions)));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FixedLengthPathIsAWindow()
    {
        PathEnsemble five = PathNetwork.FixedLengthTps([Model.A], [Model.B], 5).Ensembles[0];
        Trajectory found = InitialPathFinder.FromFrames(five, Model.Path(0, 0, 2, 3, 5, 9, 9));
        Assert.Equal([0, 2, 3, 5, 9], Model.Positions(found));
    }

    [Fact]
    public void DynamicsGetsHotterUntilAPathAppears()
    {
        List<double> factors = [];
        Trajectory found = InitialPathFinder.FromDynamics(
            Ensemble,
            factor =>
            {
                factors.Add(factor);
                return new PredestinedEngine(_ => factor < 2 ? [2, 0, 3, 2, 1] : [2, 0, 3, 5, 9]);
            },
            new InitialPathOptions { MaximumFrames = 5, FactorGrowth = 1.5 },
            cancellation: TestContext.Current.CancellationToken);
        Assert.Equal([1, 1.5, 2.25], factors);
        Assert.Equal([0, 3, 5, 9], Model.Positions(found));
    }

    [Fact]
    public void FailureSaysWhichStatesWereMissing()
    {
        PathSamplingException error = Assert.Throws<PathSamplingException>(() => InitialPathFinder.FromDynamics(
            Ensemble,
            _ => new PredestinedEngine(_ => [2, 0, 3, 2, 1]),
            new InitialPathOptions { MaximumFrames = 5, Attempts = 2 },
            cancellation: TestContext.Current.CancellationToken));
        Assert.Contains("2 runs of 5 frames", error.Message, StringComparison.Ordinal);
        Assert.Contains("at 1.5 times the temperature", error.Message, StringComparison.Ordinal);
        Assert.Contains("state B was never found", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SearchByDynamicsDependsOnTheSeedOnly()
    {
        double[] first = Find(5);
        Assert.Equal(first, Find(5));
        Assert.NotEqual(first, Find(6));

        static double[] Find(ulong seed) => Model.Positions(InitialPathFinder.FromDynamics(
            Ensemble, _ => new WalkEngine(), new InitialPathOptions { Seed = seed }, cancellation: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void LongPathsAreLeftOut()
    {
        Trajectory found = InitialPathFinder.FromDynamics(
            Ensemble,
            _ => new PredestinedEngine(_ => [0, 2, 2, 2, 2, 9, 0, 2, 2, 2, 9]),
            new InitialPathOptions { MaximumFrames = 11, MaximumLength = 5 },
            cancellation: TestContext.Current.CancellationToken);
        Assert.Equal([0, 2, 2, 2, 9], Model.Positions(found));
    }

    [Fact]
    public void ProgressNamesStates()
    {
        List<InitialPathProgress> reports = [];
        Assert.Throws<PathSamplingException>(() => InitialPathFinder.FromDynamics(
            Ensemble,
            _ => new PredestinedEngine(_ => [.. Enumerable.Repeat(0.0, 250)]),
            new InitialPathOptions { MaximumFrames = 250, Attempts = 1 },
            new Collector(reports),
            TestContext.Current.CancellationToken));
        Assert.Equal([100, 200], reports.Select(r => r.Frames));
        Assert.Equal(["A"], reports[0].Found);
        Assert.Equal(["B"], reports[0].Missing);
    }

    private sealed class Collector(List<InitialPathProgress> reports) : IProgress<InitialPathProgress>
    {
        public void Report(InitialPathProgress value) => reports.Add(value);
    }
}
