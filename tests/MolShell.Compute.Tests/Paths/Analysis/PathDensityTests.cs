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
        Run = Model.Run,
    };
}
