using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis;
using MolShell.Compute.Plots;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Analysis;

public class PathStatisticTests
{
    [Fact]
    public void CountsMeansAndErrorsAreThoseOfTheSteps()
    {
        PathStep[] steps = Steps(2000);
        PathStatistic statistic = Of(steps);
        Assert.Equal(2000, statistic.Steps);
        Assert.Equal(2, statistic.Movers.Length);
        foreach (MoverStatistic mover in statistic.Movers)
        {
            PathStep[] own = [.. steps.Where(s => s.Mover == mover.Mover)];
            Assert.Equal(own.Length, mover.Trials);
            Assert.Equal(own.Count(s => s.Accepted), mover.Accepted);
            Assert.Equal((double)mover.Accepted / mover.Trials, mover.Acceptance);
            Assert.Equal(own.Average(s => s.TrialLength), mover.MeanTrialLength, 10);
            Assert.Equal(own.Count(s => s.Reason == RejectionReason.Metropolis), mover.Metropolis);
            Assert.Equal(own.Count(s => s.Reason == RejectionReason.NotInEnsemble), mover.NotInEnsemble);
            Assert.Equal(mover.Trials, mover.Accepted + mover.Metropolis + mover.NotInEnsemble + mover.MaximumLength);
        }

        MoverStatistic shooting = statistic.Movers.Single(m => m.Mover == "OneWayShooting");
        Assert.Equal(Math.Sqrt(shooting.Acceptance * (1 - shooting.Acceptance) / shooting.Trials), shooting.AcceptanceError, 4);
        MoverStatistic reversal = statistic.Movers.Single(m => m.Mover == "PathReversal");
        Assert.Equal(1, reversal.Acceptance);
        Assert.InRange(reversal.AcceptanceError, 0.5 / reversal.Trials, 2.0 / reversal.Trials);

        Assert.Equal(steps.Average(s => s.PathLength), statistic.MeanPathLength, 10);
        Assert.Equal(steps.Min(s => s.PathLength), statistic.Lengths.Minimum);
        Assert.Equal(steps.Max(s => s.PathLength), statistic.Lengths.Maximum);
        Assert.Equal(2000, statistic.Lengths.Counts.Sum());
        double naive = Math.Sqrt(steps.Average(s => Math.Pow(s.PathLength - statistic.MeanPathLength, 2)) / 2000);
        Assert.InRange(statistic.Lengths.StandardError, naive, 10 * naive);
        Assert.True(statistic.Lengths.StatisticalInefficiency > 1);
    }

    [Fact]
    public void DecorrelationCountsPathsThatShareNoFrame()
    {
        // Segments: 0 (start), 1, 2, 3 ...; a path is a list of segments.
        PathStatistic statistic = Of(Made(1, [0]), Made(2, [0, 2]), Made(3, [0, 2], accepted: false), Made(4, [2, 4]), Made(5, [4]), Made(6, [6]), Made(7, [6]));
        Assert.Equal(2, statistic.DecorrelatedPaths);
        Assert.Equal(4, statistic.FirstDecorrelatedStep);
        Assert.Equal(((4 - 1) + (6 - 4)) / 2.0, statistic.StepsPerDecorrelatedPath);

        PathStatistic none = Of(Made(1, [0]), Made(2, [0, 2]));
        Assert.Equal(0, none.DecorrelatedPaths);
        Assert.Null(none.FirstDecorrelatedStep);
        Assert.Null(none.StepsPerDecorrelatedPath);
    }

    [Fact]
    public void ReversedPathsStayCorrelated()
    {
        PathStep first = Made(1, [0]);
        PathStep reversed = first with { Step = 2, Trajectory = first.Trajectory.Reversed() };
        Assert.Equal(0, Of(first, reversed).DecorrelatedPaths);
    }

    [Fact]
    public void FiguresShowAcceptanceAndLengths()
    {
        PathStatistic statistic = Of(Steps(500));
        BarSeries bars = Assert.IsType<BarSeries>(statistic.ToFigure().Series.Single());
        Assert.Equal(statistic.Movers.Select(m => m.Mover), bars.Labels);
        Assert.Equal(statistic.Movers.Select(m => m.Acceptance), bars.Values);
        HistogramSeries histogram = Assert.IsType<HistogramSeries>(statistic.Lengths.ToFigure().Series.Single());
        double integral = histogram.Heights.Select((h, i) => h * (histogram.Edges[i + 1] - histogram.Edges[i])).Sum();
        Assert.Equal(1, integral, 10);
        Assert.Equal("path length [frames]", statistic.Lengths.ToFigure().XAxis.Title);
    }

    // Two replicas change places at step 2 and back at step 4; the second gets new frames at step 3, the first none.
    [Fact]
    public void ReplicasForgetByNewFramesAndEnsemblesByExchangesToo()
    {
        PathStatistic statistic = Of(
            Exchanged(1, (0, [0]), (1, [1])), Exchanged(2, (1, [1]), (0, [0])), Exchanged(3, (1, [3]), (0, [0])), Exchanged(4, (0, [0]), (1, [3])));
        Assert.Equal([0, 1], statistic.Replicas.Select(r => r.Replica));
        Assert.Equal([0L, 1], statistic.Replicas.Select(r => r.DecorrelatedPaths));
        Assert.Equal(3, statistic.Replicas[1].FirstDecorrelatedStep);
        Assert.Equal(2, statistic.Replicas[1].StepsPerDecorrelatedPath);
        Assert.Equal([3L, 2], statistic.Ensembles.Select(e => e.Decorrelation.Paths));
        Assert.Equal(2, statistic.Ensembles[0].Decorrelation.FirstStep);
    }

    [Fact]
    public void LengthsOfAnEnsembleHaveTheWeightsOfItsPaths()
    {
        PathStep step = Exchanged(1, (0, [0]), (1, [1, 2]));
        step = step with { Samples = [.. step.Samples.Select((s, i) => s with { Ensemble = "A -> B", Weight = i == 0 ? 0.25 : 0.75 })] };
        EnsembleStatistic ensemble = Of(step, step with { Step = 2 }).Ensembles.Single();
        Assert.Equal([2, 4], ensemble.Lengths.Lengths);
        Assert.Equal([0.5, 1.5], ensemble.Lengths.Counts);
        Assert.Equal((3.5, 4, 2.0), (ensemble.MeanLength, ensemble.MaximumLength, ensemble.Weight));
        Assert.Equal("Path lengths of A -> B", ensemble.ToFigure().Title);
    }

    [Fact]
    public void NothingIsNoStatistic() => Assert.Throws<InvalidOperationException>(() => Of());

    private static PathStatistic Of(params PathStep[] steps)
    {
        PathStatisticAccumulator accumulator = new();
        foreach (PathStep step in steps)
        {
            accumulator.Add(step);
        }

        return accumulator.ToStatistic();
    }

    private static PathStep[] Steps(int count)
    {
        using WalkEngine engine = new();
        PathSampler sampler = new(Storage.RunFiles.Scheme, engine, Storage.RunFiles.Initial, 5, 0);
        return [.. sampler.Run(count, TestContext.Current.CancellationToken)];
    }

    // A step after which the first replica is in the first ensemble and the second in the second.
    private static PathStep Exchanged(long step, params (int Replica, int[] Segments)[] active)
    {
        SampledPath[] samples = [.. active.Select((a, i) => new SampledPath
        {
            Ensemble = i == 0 ? "A -> B" : "other",
            Replica = a.Replica,
            Trajectory = Made(step, a.Segments).Trajectory,
            Summary = new PathSummary(2 * a.Segments.Length),
        })];
        PathRunInfo run = Model.Run with { Network = Model.Run.Network with { Ensembles = ["A -> B", "other"] } };
        return Made(step, active[0].Segments) with { Samples = samples, Run = run };
    }

    private static PathStep Made(long step, int[] segments, bool accepted = true) => new()
    {
        Step = step,
        Mover = "Made",
        Ensemble = "A -> B",
        Accepted = accepted,
        AcceptanceProbability = 1,
        Reason = accepted ? RejectionReason.None : RejectionReason.Metropolis,
        TrialLength = 3,
        Trajectory = Trajectory.Concat([.. segments.Select(s => Trajectory.FromFrames([Model.Frame(s), Model.Frame(s)], new SegmentId(s, 0)))]),
        Run = Model.Run,
    };
}
