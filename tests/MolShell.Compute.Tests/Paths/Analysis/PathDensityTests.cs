using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis;
using MolShell.Compute.Plots;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Analysis;

public class PathDensityTests
{
    [Fact]
    public void PathsCountOnceInABinAndAsOftenAsTheyStay()
    {
        PathDensityAccumulator accumulator = new(new DensityAxis(Model.X, 1));
        Trajectory first = Model.Path(0, 1.5, 1.6, 3.2, 9);
        Trajectory second = Model.Path(0.5, 2.5, 9.5);
        foreach (Trajectory path in new[] { first, first, first, second })
        {
            accumulator.Add(Step(path));
        }

        PathDensity density = accumulator.ToDensity();
        Assert.Equal(4, density.Steps);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], density.XEdges);
        Assert.Equal([1, 0.75, 0.25, 0.75, 0, 0, 0, 0, 0, 1], Enumerable.Range(0, 10).Select(i => density.Values[i, 0]));
        Assert.Null(density.YEdges);
    }

    [Fact]
    public void RunningValuesDoNotDisturbTheCount()
    {
        PathDensityAccumulator accumulator = new(new DensityAxis(Model.X, 1));
        Trajectory path = Model.Path(0, 1.5, 9);
        accumulator.Add(Step(path));
        Assert.Equal(1, accumulator.ToDensity().Values[1, 0]);
        accumulator.Add(Step(path));
        accumulator.Add(Step(Model.Path(0, 2.5, 9)));
        PathDensity density = accumulator.ToDensity();
        Assert.Equal(2.0 / 3, density.Values[1, 0], 15);
        Assert.Equal(1.0 / 3, density.Values[2, 0], 15);
        Assert.Equal(1, density.Values[0, 0], 15);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(400)]
    public void BinsFitTheRangeOfManyPathsAndNotThatOfTheFirst(int later)
    {
        PathDensityAccumulator accumulator = new(new DensityAxis(Model.X));
        accumulator.Add(Step(Model.Path(0, 0.01, 0.02)));
        for (int i = 0; i < later; i++)
        {
            accumulator.Add(Step(Model.Path(0, 5, 10)));
        }

        PathDensity density = accumulator.ToDensity();
        Assert.Equal(0.2, density.XEdges[1] - density.XEdges[0], 12);
        Assert.Equal(1, density.Values[0, 0]);
        Assert.Equal(later / (later + 1.0), density.Values[25, 0], 12);
    }

    [Fact]
    public void TwoVariablesGiveAMap()
    {
        PathDensityAccumulator accumulator = new(new DensityAxis(Model.X, 2), new DensityAxis(Model.V, 0.5));
        Trajectory path = Trajectory.FromFrames([Model.Frame(0, 0.1), Model.Frame(3, -0.7), Model.Frame(9, 0.1)]);
        accumulator.Add(Step(path));
        accumulator.Add(Step(path.Reversed()));
        PathDensity density = accumulator.ToDensity();
        Assert.Equal([0, 2, 4, 6, 8, 10], density.XEdges);
        Assert.Equal([-1, -0.5, 0, 0.5, 1], density.YEdges!);
        Assert.Equal(0.5, density.Values[0, 2]);
        Assert.Equal(0.5, density.Values[1, 0]);
        Assert.Equal(0.5, density.Values[0, 1]);
        Assert.Equal(0.5, density.Values[1, 3]);
        Assert.Equal(0, density.Values[2, 2]);
        HeatMapSeries map = Assert.IsType<HeatMapSeries>(density.ToFigure().Series.Single());
        Assert.True(double.IsNaN(map.Values[2, 2]));
        Assert.Equal(0.5, map.Values[0, 2]);
    }

    [Fact]
    public void BinsSuitTheFirstPathWhereNoWidthIsGiven()
    {
        PathDensityAccumulator accumulator = new(new DensityAxis(Model.X));
        accumulator.Add(Step(Model.Path(0, 1, 9)));
        PathDensity density = accumulator.ToDensity();
        Assert.Equal(0.2, density.XEdges[1] - density.XEdges[0], 12);
        HistogramSeries series = Assert.IsType<HistogramSeries>(density.ToFigure().Series.Single());
        Assert.Equal(density.XEdges, series.Edges);
        Assert.Equal(Model.X.Name, density.ToFigure().XAxis.Label);
    }

    // Every transition path of the walk passes every site, and none between.
    [Fact]
    public void WalkPassesEverySite()
    {
        using WalkEngine engine = new();
        PathSampler sampler = new(MoveScheme.Create(Model.Tps), engine, Model.Path(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), 5);
        PathDensityAccumulator accumulator = new(new DensityAxis(Model.X, 1));
        foreach (PathStep step in sampler.Run(300, TestContext.Current.CancellationToken))
        {
            accumulator.Add(step);
        }

        PathDensity density = accumulator.ToDensity();
        Assert.Equal(10, density.Values.Length);
        Assert.All(density.Values.Cast<double>(), v => Assert.Equal(1, v));
    }

    [Fact]
    public void BadBinsAreRefused()
    {
        Assert.Throws<ArgumentException>(() => new DensityAxis(Model.X, 0));
        Assert.Throws<ArgumentException>(() => new PathDensityAccumulator());
        PathDensityAccumulator fine = new(new DensityAxis(Model.X, 1e-4));
        fine.Add(Step(Model.Path(0, 9)));
        Assert.Contains("bin width", Assert.Throws<InvalidOperationException>(() => fine.ToDensity()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new PathDensityAccumulator(new DensityAxis(Model.X)).ToDensity());
    }

    [Fact]
    public void EnsemblesCountWithTheWeightsOfTheirPaths()
    {
        // One path stays, the other changes its ensemble: it counts where it was asked for only.
        PathRunInfo run = Model.Run with { Network = PathNetwork.Tis(new Compute.Paths.InterfaceSet(Model.A, [1.0, 3]), Model.B).Summarize() };
        string inner = run.Network.Ensembles[0], outer = run.Network.Ensembles[1];
        Trajectory a = Model.Path("0 2 0"), b = Model.Path("0 4 0");
        PathStep[] steps = [Both(a, b, 1), Both(a, b, 1), Both(b, a, 1), Both(b, b, 0.5)];
        PathDensityAccumulator all = new([new DensityAxis(Model.X, 1)], null);
        PathDensityAccumulator one = new([new DensityAxis(Model.X, 1)], [inner]);
        foreach (PathStep step in steps)
        {
            all.Add(step);
            one.Add(step);
        }

        // Bins begin at 0: a passes 0 and 2, b passes 0 and 4.
        Assert.Equal([1, 0, 3 / 7.0, 0, 4 / 7.0], Column(all.ToDensity()), new ToleranceComparer());
        Assert.Equal([1, 0, 2 / 3.5, 0, 1.5 / 3.5], Column(one.ToDensity()), new ToleranceComparer());
        Assert.Contains("no ensemble", Assert.Throws<ArgumentException>(() => new PathDensityAccumulator([new DensityAxis(Model.X)], ["x"]).Add(steps[0])).Message, StringComparison.Ordinal);

        PathStep Both(Trajectory first, Trajectory second, double weight) => Step(first) with
        {
            Run = run,
            Samples = [Sample(inner, first, weight), Sample(outer, second, weight)],
        };

        static SampledPath Sample(string ensemble, Trajectory path, double weight) =>
            new() { Ensemble = ensemble, Replica = 0, Weight = weight, Summary = new PathSummary(path.Count), Trajectory = path };

        static double[] Column(PathDensity density) => [.. Enumerable.Range(0, density.Values.GetLength(0)).Select(i => density.Values[i, 0])];
    }

    private sealed class ToleranceComparer : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) < 1e-12;

        public int GetHashCode(double obj) => 0;
    }

    private static PathStep Step(Trajectory path) => new()
    {
        Step = 1,
        Mover = "Made",
        Ensemble = "A -> B",
        Accepted = true,
        AcceptanceProbability = 1,
        Reason = RejectionReason.None,
        TrialLength = path.Count,
        Trajectory = path,
        Samples = [new SampledPath { Ensemble = "A -> B", Replica = 0, Summary = new PathSummary(path.Count), Trajectory = path }],
        Run = Model.Run,
    };
}
