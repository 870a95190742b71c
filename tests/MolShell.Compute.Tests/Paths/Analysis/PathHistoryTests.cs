using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis;
using MolShell.Compute.Plots;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Analysis;

/// <summary>Trees, replica flow, channels and forgetting, on told and on sampled steps.</summary>
public class PathHistoryTests
{
    private static readonly PathRunInfo Tis = Model.Run with { Network = PathNetwork.Tis(new InterfaceSet(Model.A, [1.0, 3, 5]), Model.B).Summarize() };

    [Fact]
    public void TheTreeTellsWhereEachPathIsNew()
    {
        Trajectory first = Segment(0, 0, 2, 3, 4, 9);

        // Forward from frame 2, then backward from frame 3 of that path, then reversed, then without any common frame.
        Trajectory forward = Trajectory.Concat(first.Slice(0, 3), Segment(1, 5, 6, 7, 9));
        Trajectory backward = Trajectory.Concat(Segment(2, 0, 1), forward.Slice(3, 4));
        Trajectory reversed = backward.Reversed();
        Trajectory other = Trajectory.Concat(Segment(3, 8, 1, 0).Reversed(), Segment(4, 4, 9));
        PathTreeAccumulator accumulator = new();
        accumulator.Add(Told(1, first));
        accumulator.Add(Told(2, first, accepted: false));
        accumulator.Add(Told(3, forward));
        accumulator.Add(Told(4, backward));
        accumulator.Add(Told(5, reversed));
        accumulator.Add(Told(6, other) with { ShootingFrame = 4 });
        PathTree tree = accumulator.ToTree();
        Assert.Equal((4, 6L), (tree.Generations, tree.Steps));
        Assert.Equal(
            [(0, 5, 0, 5), (0, 7, 3, 4), (1, 6, 1, 2), (1, 6, 1, 0), (2, 5, 2, 5)],
            tree.Branches.Select(b => (b.Start, b.Length, b.NewStart, b.NewLength)));
        Assert.Equal([5, 3, 0, 0, 0], tree.Branches.Select(b => b.InitialFrames));
        Assert.Equal([null, PathDirection.Forward, PathDirection.Backward, null, null], tree.Branches.Select(b => b.Direction));
        Assert.Equal((0, 4L), (tree.Surviving, tree.FirstDecorrelatedStep));
        Figure figure = tree.ToFigure();
        Assert.Equal(["first path", "forward", "backward", "other moves", "shooting point"], figure.Series.Select(s => s.Name));
        Assert.True(figure.YAxis.IsReversed);
        Assert.All(figure.Series.Cast<LineSeries>().SelectMany(s => s.Y).Where(double.IsFinite), y => Assert.InRange(y, 0, 4));
        Assert.Contains("no ensemble", Assert.Throws<ArgumentException>(() => new PathTreeAccumulator("nowhere").Add(Told(1, first))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new PathTreeAccumulator().ToTree());
    }

    [Fact]
    public void TreesOfSampledPathsHoldTogether()
    {
        using WalkEngine engine = new();
        PathSampler sampler = new(Storage.RunFiles.Scheme, engine, Storage.RunFiles.Initial, 5, 0);
        PathTreeAccumulator accumulator = new();
        Trajectory? before = null;
        foreach (PathStep step in sampler.Run(300, TestContext.Current.CancellationToken))
        {
            accumulator.Add(step);
            PathTreeBranch branch = accumulator.ToTree().Branches[^1];
            Assert.Equal(step.PathLength, branch.Length);
            if (before is not null && !ReferenceEquals(before, step.Trajectory))
            {
                Assert.Equal(step.PathLength - PathOverlap.Count(before, step.Trajectory), branch.NewLength);
                Assert.Equal(step.Direction, branch.Direction);
                Assert.True(branch.NewLength == 0 || (branch.NewStart >= branch.Start && branch.NewStart + branch.NewLength <= branch.Start + branch.Length));
            }

            before = step.Trajectory;
        }
    }

    [Fact]
    public void ReplicasAreFollowedThroughEnsembles()
    {
        // Places of replicas 0, 1 and 2 after each step; ensemble 0 is the innermost, 2 the outermost, 3 the minus one.
        int[][] places = [[0, 1, 2], [1, 0, 2], [2, 0, 1], [2, 0, 1], [1, 0, 2], [0, 1, 2], [0, 2, 1], [3, 2, 1]];
        PathStatisticAccumulator accumulator = new();
        SampledPath[] last = [];
        for (int step = 0; step < places.Length; step++)
        {
            last = step > 0 && places[step].SequenceEqual(places[step - 1]) ? last : [.. places[step].Select((place, replica) => Sample(place, replica))];
            accumulator.Add(Told(step + 1, last[0].Trajectory) with { Run = Tis, Ensemble = Tis.Network.Ensembles[0], Samples = last });
        }

        ReplicaFlow flow = accumulator.ToStatistic().Flow;
        Assert.Equal([0, 1, 2], flow.Replicas);
        Assert.Equal([3.0, 2, 2, 1], Enumerable.Range(0, 4).Select(e => flow.Visits[0, e]));
        Assert.Equal(places.Length, Enumerable.Range(0, 4).Sum(e => flow.Visits[1, e]));
        Assert.Equal(1, flow.RoundTrips);
        Assert.Equal(5, flow.StepsPerRoundTrip);
        Assert.Equal(2, flow.Passages[1, 0]);
        Assert.Equal(11, flow.PassageCount);
        Figure figure = flow.ToFigure();
        Assert.Equal(Tis.Network.Ensembles, figure.XAxis.Categories);
        Assert.Equal("2", Assert.IsType<HeatMapSeries>(figure.Series.Single()).CellTexts![1, 0]);

        static SampledPath Sample(int place, int replica) => new()
        {
            Ensemble = Tis.Network.Ensembles[place], Replica = replica, Summary = new PathSummary(3), Trajectory = Model.Path("0 2 0"),
        };
    }

    [Fact]
    public void EnsemblesHaveLengthsOfTheirOwn()
    {
        PathStatisticAccumulator accumulator = new();
        for (int step = 1; step <= 100; step++)
        {
            SampledPath[] samples = [Sample(1, step % 2 == 0 ? 10 : 20, 0.5), Sample(1, 30, 0.25), Sample(0, 5, 1)];
            accumulator.Add(Told(step, samples[0].Trajectory) with { Run = Tis, Ensemble = Tis.Network.Ensembles[0], Samples = samples });
        }

        PathStatistic statistic = accumulator.ToStatistic();
        Assert.Equal(Tis.Network.Ensembles.Take(2), statistic.Ensembles.Select(e => e.Ensemble));
        Assert.Equal([5, 20.0], statistic.Ensembles.Select(e => e.MeanLength));
        Assert.Equal([100, 75.0], statistic.Ensembles.Select(e => e.Weight));
        Assert.Equal([5, 30], statistic.Ensembles.Select(e => e.MaximumLength));

        static SampledPath Sample(int place, int length, double weight) => new()
        {
            Ensemble = Tis.Network.Ensembles[place], Replica = 0, Weight = weight, Summary = new PathSummary(length), Trajectory = Model.Path("0 2 0"),
        };
    }

    [Fact]
    public void ChannelsAreWhatPathsPass()
    {
        StateVolume low = StateVolume.Interval(Model.X, 2, 3, "low"), high = StateVolume.Interval(Model.X, 5, 6, "high");
        ChannelAccumulator accumulator = new([low, high]);
        Trajectory l = Model.Path("0 2 9"), h = Model.Path("0 5 9"), both = Model.Path("0 2 5 9"), none = Model.Path("0 4 9"), l2 = Model.Path("0 2.5 9");
        foreach (Trajectory path in (Trajectory[])[l, l, l2, h, h, both, l, none, none, none])
        {
            accumulator.Add(Told(1, path));
        }

        ChannelStatistic statistic = accumulator.ToStatistic();
        Assert.Equal(["low", "high", "low + high", "none"], statistic.Channels);
        Assert.Equal([0.4, 0.2, 0.1, 0.3], statistic.Fractions.Select(f => Math.Round(f, 12)));
        Assert.Equal([2, 2, 1, 3], statistic.Residences.Select(r => Math.Round(r, 12)));
        Assert.Equal(4, statistic.SwitchCount);
        Assert.Equal(1, statistic.Switches[2, 0]);
        Assert.Throws<ArgumentException>(() => new ChannelAccumulator([low, low]));
    }

    [Fact]
    public void RunsEndWhenTheirBeginningIsForgotten()
    {
        using WalkEngine engine = new();
        PathStep[] all = [.. new PathSampler(Storage.RunFiles.Scheme, engine, Storage.RunFiles.Initial, 5, 0).Run(2000, TestContext.Current.CancellationToken)];
        int forgotten = Array.FindIndex(all, s => !s.Trajectory.SharesFrames(all[0].Trajectory)) + 1;
        Assert.InRange(forgotten, 2, 500);
        Assert.Equal(forgotten, DecorrelationStop.Until(all, 1).Count());
        Assert.Equal((int)Math.Ceiling(2.5 * forgotten), DecorrelationStop.Until(all, 2.5).Count());
        Assert.Equal(forgotten - 1, DecorrelationStop.Until(all.Take(forgotten - 1), 1).Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => DecorrelationStop.Until(all, 0.5));
    }

    private static Trajectory Segment(int step, params double[] x) => Trajectory.FromFrames(x.Select(value => Model.Frame(value)), new SegmentId(step, 0));

    private static PathStep Told(long step, Trajectory path, bool accepted = true) => new()
    {
        Step = step,
        Mover = "Told",
        Ensemble = Model.Run.Network.Ensembles[0],
        Accepted = accepted,
        AcceptanceProbability = 1,
        Reason = accepted ? RejectionReason.None : RejectionReason.Metropolis,
        TrialLength = path.Count,
        Trajectory = path,
        Run = Model.Run,
    };
}
