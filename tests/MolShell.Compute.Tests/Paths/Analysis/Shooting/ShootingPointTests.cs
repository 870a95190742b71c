using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis.Shooting;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Plots;
using MolShell.Compute.Tests.Paths.Storage;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Analysis.Shooting;

public class ShootingPointTests
{
    // On the walk, with A at 0 and B from 9 on, dynamics from site i comes to B first with probability i/9, whatever it did before.
    [Theory]
    [InlineData(ShootingKind.OneWay)]
    [InlineData(ShootingKind.TwoWay)]
    public void TrialsOfTheWalkHaveItsCommittor(ShootingKind kind)
    {
        ShootingPointStatistic statistic = Measure(Sampled(kind, 20_000, new PathSamplingOptions { EarlyRejection = false }), 8);
        Assert.Equal((0L, 8), (statistic.Unfinished, statistic.Bins.Length));
        Assert.Equal(["A", "B"], statistic.States);
        for (int i = 0; i < 8; i++)
        {
            double site = i + 1, expected = site / 9;
            ShootingPointBin bin = statistic.Bins[i];
            Sigma.AssertWithin(4, expected, Math.Sqrt(expected * (1 - expected) / bin.Trials), bin.Committor, $"{kind}: committor at {site}");
            Assert.Equal(bin.Committor, statistic.Committor[i, 0]);
            Assert.Equal(bin.StandardError, statistic.StandardError[i, 0]);
        }

        Assert.Equal(statistic.Trials, statistic.Bins.Sum(b => b.Trials));
        Assert.Equal(statistic.Points.Length, statistic.Bins.Sum(b => b.Points));
    }

    [Fact]
    public void TrialsGivenUpEarlyAreUnfinished()
    {
        PathStep[] steps = Sampled(ShootingKind.OneWay, 500, new PathSamplingOptions());
        ShootingPointStatistic statistic = Measure(steps, 8);
        int givenUp = steps.Count(s => s.Reason == RejectionReason.Metropolis && !IsInState(s));
        Assert.Equal(givenUp, statistic.Unfinished);
        Assert.True(givenUp > 0);
        Assert.Equal(steps.Count(s => s.Accepted && s.ShootingFrame is not null), statistic.Points.Sum(p => p.Accepted));

        static bool IsInState(PathStep step) =>
            step.Trial![step.Direction == PathDirection.Forward ? step.Trial.Count - 1 : 0].Positions[0].X is < 1 or >= 9;
    }

    [Fact]
    public void AFrameThatIsShotFromAgainIsOnePoint()
    {
        PathStep[] steps = Sampled(ShootingKind.OneWay, 300, new PathSamplingOptions { EarlyRejection = false });
        ShootingPointStatistic statistic = Measure(steps, 8);
        Assert.Equal(steps.Count(s => s.ShootingFrame is not null), statistic.Trials);
        Assert.InRange(statistic.Points.Length, 1, statistic.Trials - 1);
        Assert.All(statistic.Points, p => Assert.Equal(p.Trials, p.Counts.Sum()));
        Assert.All(statistic.Points, p => Assert.Equal(steps[p.Step - 1].Step, p.Step));

        // A shot of a rejected trial left the frame of the path that stayed.
        PathStep rejected = steps.First(s => !s.Accepted && s.ShootingFrame is not null);
        ShootingPointStatistic one = Measure([rejected], 1);
        Assert.Equal(rejected.Trajectory[rejected.ShootingFrame!.Value].Positions[0].X, one.Points.Single().Values.Single());
    }

    [Fact]
    public void RunFilesGiveTheSameAndNeedRejectedTrials()
    {
        using RunFiles files = new();
        string kept = files.Sample("kept", 200, storage: new PathStoreOptions { KeepRejectedTrials = true });
        ShootingPointStatistic stored = Measure([.. Read(kept)], 8);
        ShootingPointStatistic live = Measure(Sampled(ShootingKind.OneWay, 200, new PathSamplingOptions(), seed: 7, reversal: true), 8);
        Assert.Equal(live.Points.Select(p => p.ToString()), stored.Points.Select(p => p.ToString()));
        Assert.Equal(live.Points.Select(p => p.Values[0]), stored.Points.Select(p => p.Values[0]));

        string bare = files.Sample("bare", 200);
        Assert.Contains(
            "-KeepRejected", Assert.Throws<InvalidOperationException>(() => Measure([.. Read(bare)], 8)).Message, StringComparison.Ordinal);

        static IEnumerable<PathStep> Read(string file)
        {
            using PathStore store = PathStore.OpenToRead(file);
            foreach (PathStep step in store.ReadSteps(1))
            {
                yield return step;
            }
        }
    }

    [Fact]
    public void FiguresAreACurveOrAMap()
    {
        PathStep[] steps = Sampled(ShootingKind.OneWay, 200, new PathSamplingOptions { EarlyRejection = false });
        HistogramSeries curve = Assert.IsType<HistogramSeries>(Measure(steps, 8).ToFigure().Series.Single());
        Assert.Equal(8, curve.Heights.Length);
        ShootingPointAccumulator accumulator = new([Model.X, Model.V], [Model.A, Model.B]);
        Array.ForEach(steps, accumulator.Add);
        ShootingPointStatistic map = accumulator.ToStatistic(4);
        HeatMapSeries series = Assert.IsType<HeatMapSeries>(map.ToFigure().Series.Single());
        Assert.Equal((4, 4), (series.Values.GetLength(0), series.Values.GetLength(1)));
        Assert.Equal(map.Trials, map.Bins.Sum(b => b.Trials));
    }

    [Fact]
    public void FaultsSayWhatIsExpected()
    {
        Assert.Throws<ArgumentException>(() => new ShootingPointAccumulator([], [Model.A, Model.B]));
        Assert.Throws<ArgumentException>(() => new ShootingPointAccumulator([Model.X], [Model.A]));
        Assert.Throws<InvalidOperationException>(() => Measure([], 8));
    }

    private static ShootingPointStatistic Measure(PathStep[] steps, int bins)
    {
        ShootingPointAccumulator accumulator = new([Model.X], [Model.A, Model.B]);
        Array.ForEach(steps, accumulator.Add);
        return accumulator.ToStatistic(bins);
    }

    private static PathStep[] Sampled(ShootingKind kind, int count, PathSamplingOptions options, ulong seed = 5, bool reversal = false)
    {
        using WalkEngine engine = new();
        MoveScheme scheme = reversal ? RunFiles.Scheme : MoveScheme.Create(Model.BothWays, new MoveSchemeOptions { Shooting = kind });
        PathSampler sampler = new(scheme, engine, new SampleSet([new PathSample(scheme.Network.Ensembles[0], Model.Path(0, 2, 3, 4, 5, 9))]), seed, 0, options);
        return [.. sampler.Run(count, TestContext.Current.CancellationToken)];
    }
}
