using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Ensembles;
using Xunit;

namespace MolShell.Compute.Tests.Paths;

public sealed class InitialConditionsTests
{
    private static readonly InterfaceSet FromA = new(Model.A, [3.0, 5]);
    private static readonly StateVolume[] States = [Model.A, Model.B];
    private static readonly PathEnsemble Inner = new InterfaceEnsemble("A 3", States, new InterfaceOrigin(FromA, 0));
    private static readonly PathEnsemble Outer = new InterfaceEnsemble("A 5", States, new InterfaceOrigin(FromA, 1));
    private static readonly PathEnsemble Minus = new MinusEnsemble("A minus", States, FromA);
    private static readonly PathEnsemble Transition = new TransitionEnsemble([Model.A], [Model.B]);

    [Fact]
    public void AWholeTrajectoryOrOneChosenForAnotherEnsembleIsTaken()
    {
        Trajectory path = Model.Path("0 2 6 0");
        InitialConditions found = Find([Inner, Outer], [path]);
        Assert.True(found.IsComplete);
        Assert.Same(path, found.ToSampleSet()[Inner]);
        Assert.Same(path, found.ToSampleSet()[Outer]);
        Assert.Equal([0, 1], found.Samples.Select(s => s.Replica));
    }

    [Fact]
    public void PartsAreTakenForwardOrElseBackward()
    {
        Trajectory run = Model.Path("2 0 0 2 4 0 2 6 9 9 4 0");
        SampleSet found = Find([Inner, Transition], [run]).ToSampleSet();
        Assert.Equal([0, 2, 4, 0], Model.Positions(found[Inner]));
        Assert.Equal([0, 2, 6, 9], Model.Positions(found[Transition]));
        Assert.True(found[Transition].SharesFrames(run));

        SampleSet backward = Find([Transition], [Model.Path("5 9 4 0")]).ToSampleSet();
        Assert.Equal([0, 4, 9], Model.Positions(backward[Transition]));
        Assert.All(Model.Velocities(backward[Transition]), v => Assert.Equal(-1, v));
    }

    // The end of a run that visits both states has one frame in B, where nothing grows from: dynamics from there comes by.
    [Fact]
    public void DynamicsFromAnEndFindsWhatDoesNotGrow()
    {
        using WalkEngine engine = new();
        PathNetwork network = PathNetwork.Mstis(new InterfaceSet(Model.A, [1.0, 3, 5]), new InterfaceSet(Model.B, [9.0, 7, 5]));
        InitialConditions found = InitialPathFinder.FromTrajectories(
            network.Ensembles, [Model.Path(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)], null, engine, cancellation: TestContext.Current.CancellationToken);
        Assert.True(found.IsComplete, found.ToString());
        Assert.All(found.Samples, s => Assert.True(s.Ensemble.Contains(s.Path)));
    }

    [Fact]
    public void TheMinusPathGrowsFromTheInnermostOne()
    {
        PredestinedEngine engine = new(_ => [0, 2, 4, 0, 9]);
        InitialConditions found = Find([Minus, Inner], [Model.Path("2 0 4 0")], engine);
        Assert.True(found.IsComplete, found.ToString());
        Assert.Equal([0, 4, 0, 0, 2, 4, 0], Model.Positions(found.ToSampleSet()[Minus]));
        Assert.Equal(4, engine.Frames);
    }

    // The run ends on its way, or begins on it: what is missing is made, backward in time with the velocities of the dynamics negated.
    [Theory]
    [InlineData("0 0 2 4", "0 2 4 6 9", 1)]
    [InlineData("4 6 9 9", "0 2 4 6 9", -1)]
    public void AnEndOfATrajectoryGrowsToAMember(string run, string expected, double velocity)
    {
        PredestinedEngine engine = new([6, 9], [2, 0]);
        SampleSet found = Find([Transition], [Model.Path(run)], engine).ToSampleSet();
        Assert.Equal(Model.Positions(Model.Path(expected)), Model.Positions(found[Transition]));
        Assert.Contains(engine.Starts, s => s.Start.Velocities![0].X == velocity);
    }

    [Fact]
    public void WhatIsMissingAndWhatIsOfNoUseIsTold()
    {
        PathSample other = new(new TransitionEnsemble([Model.B], [Model.A]), Model.Path("9 4 0"));
        PathSample wrong = new(new TransitionEnsemble([Model.A], [Model.B]), Model.Path("0 4 0"), 1);
        PathSample right = new(new InterfaceEnsemble("same", States, new InterfaceOrigin(FromA, 0)), Model.Path("0 4 0"), 2);
        InitialConditions found = InitialPathFinder.FromTrajectories(
            [Inner, Transition], [Model.Path("0 2 3 4")], [other, wrong, right], cancellation: TestContext.Current.CancellationToken);
        Assert.Equal([Inner], found.Samples.Select(s => s.Ensemble));
        Assert.Equal([Transition], found.Missing);
        Assert.Equal([other, wrong], found.Extra);
        Assert.Equal("1 paths; missing: A -> B; extra: B -> A, A -> B", found.ToString());
        PathSamplingException error = Assert.Throws<PathSamplingException>(() => found.ToSampleSet());
        Assert.Contains("The 4 given frames hold no path of the ensemble A -> B", error.Message, StringComparison.Ordinal);
        Assert.Contains("state A had 1 frames, state B was never found", error.Message, StringComparison.Ordinal);
        Assert.Same(right.Path, found.Samples[0].Path);
    }

    [Fact]
    public void GrowthEndsWithItsAllowance()
    {
        PredestinedEngine engine = new(_ => [.. Enumerable.Repeat(5.0, 1000)]);
        InitialConditions found = InitialPathFinder.FromTrajectories(
            [Transition],
            [Model.Path("0 2 4")],
            engine: engine,
            options: new InitialPathOptions { MaximumFrames = 120, MaximumLength = 50 },
            cancellation: TestContext.Current.CancellationToken);
        Assert.Equal([Transition], found.Missing);

        // The allowance once to grow the path, and once for dynamics from its ends.
        Assert.Equal(240, engine.Frames);
    }

    [Fact]
    public void DynamicsFindsPathsForAWholeNetworkAndDependsOnTheSeedOnly()
    {
        PathNetwork network = PathNetwork.Tis(new InterfaceSet(Model.A, [1.0, 3, 5]), Model.B);
        string first = Find(4);
        Assert.Equal(first, Find(4));
        Assert.NotEqual(first, Find(5));

        string Find(ulong seed)
        {
            using WalkEngine engine = new();
            SampleSet found = InitialPathFinder.FromDynamics(
                network.Ensembles,
                engine,
                _ => new WalkEngine(),
                new InitialPathOptions { Seed = seed },
                cancellation: TestContext.Current.CancellationToken).ToSampleSet();
            Assert.All(network.Ensembles, e => Assert.True(e.Contains(found[e]), e.Name));
            return string.Join(';', network.Ensembles.Select(e => string.Join(' ', Model.Positions(found[e]))));
        }
    }

    private static InitialConditions Find(PathEnsemble[] ensembles, Trajectory[] trajectories, PredestinedEngine? engine = null) =>
        InitialPathFinder.FromTrajectories(ensembles, trajectories, engine: engine, cancellation: TestContext.Current.CancellationToken);
}
