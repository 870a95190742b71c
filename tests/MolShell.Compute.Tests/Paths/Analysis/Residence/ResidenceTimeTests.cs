using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis.Residence;
using MolShell.Compute.Plots;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Analysis.Residence;

/// <summary>Stays in hand-written trajectories, with A below 1 and B from 9 on and half a unit of time between frames.</summary>
public class ResidenceTimeTests
{
    private static readonly RandomKey Key = new(3);

    // Stays in A:                         cut   1      2        1   3       1 (open)
    private static readonly double[] Frames = [0, 5, 0, 9, 0, 0, 5, 0, 5, 5, 0, 0, 0, 5, 5, 5, 9, 5, 0];

    [Fact]
    public void ContinuousStaysEndOutside()
    {
        ResidenceTime a = Measure(ResidenceKind.Continuous, 0, Frames)[0];
        Assert.Equal((4L, 1L), (a.Stays, a.Open));
        Assert.Equal(0.5 * (1 + 2 + 1 + 3 + 1) / 4, a.Mean, 12);
        double variance = (2 * 0.75 * 0.75) + (0.25 * 0.25) + (1.25 * 1.25);
        Assert.Equal(0.5 * Math.Sqrt(variance / 3 / 4), a.StandardError, 12);

        // Of four stays two ended after 1, without the open one, which may have too; then one after 2, and the last after 3.
        Assert.Equal([0, 0.5, 1, 1.5], a.Times);
        Assert.Equal([1, 0.5, 0.25, 0], a.Survival.Select(s => Math.Round(s, 12)));
        Assert.Equal(0.5 * Math.Sqrt(2.0 / (4 * 2)), a.SurvivalError[1], 12);
        ResidenceTime b = Measure(ResidenceKind.Continuous, 0, Frames)[1];
        Assert.Equal((2L, 0L, 0.5), (b.Stays, b.Open, b.Mean));
    }

    [Fact]
    public void ShortAbsencesBelongToIntermittentStays()
    {
        // Absences of up to two frames: 0 in B ends the first whole stay; then 0 0 5 0 5 5 0 0 0 is one.
        ResidenceTime a = Measure(ResidenceKind.Intermittent, 1, Frames)[0];
        Assert.Equal((1L, 1L), (a.Stays, a.Open));
        Assert.Equal(0.5 * (9 + 1), a.Mean, 12);
        Assert.Equal(1, a.Absence);
    }

    [Fact]
    public void LastVisitedStaysEndInAnotherState()
    {
        ResidenceTime[] times = [.. Measure(ResidenceKind.LastVisited, 0, Frames)];
        Assert.Equal((1L, 1L), (times[0].Stays, times[0].Open));
        Assert.Equal(0.5 * (12 + 1), times[0].Mean, 12);
        Assert.Equal((2L, 0L), (times[1].Stays, times[1].Open));
        Assert.Equal(0.5 * (1 + 2) / 2, times[1].Mean, 12);
    }

    [Fact]
    public void AnotherTrajectoryBeginsWhereTimeGoesBack()
    {
        ResidenceTimeAccumulator accumulator = new([Model.A]);
        foreach (double[] part in (double[][])[[5, 0, 0], [0, 5, 0, 5]])
        {
            for (int i = 0; i < part.Length; i++)
            {
                accumulator.Add(Model.Frame(part[i]) with { Time = i });
            }
        }

        // Two frames that went on unseen, and a stay of one; the one at the begin was cut.
        ResidenceTime a = accumulator.ToTimes(10, Key).Single();
        Assert.Equal((1L, 1L, 3.0), (a.Stays, a.Open, a.Mean));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(2)]
    public void ExponentialStaysAreFoundSo(double mean)
    {
        // Stays of a chain that leaves with the same probability at every frame; a probability is uniform, so below 0.01 once in 100 seeds.
        ResidenceTime a = Stays(5000, random => 1 + (int)(Math.Log(1 - random.NextDouble()) / Math.Log(1 - (1 / mean))));
        Sigma.AssertWithin(4, mean * 0.5, a.StandardError, a.Mean, "mean stay");
        Assert.InRange(a.Probability, 0.01, 1);
        Assert.Equal(Math.Sqrt(1 - (1 / mean)), a.Variation, 0.06);
        int at = Array.FindIndex(a.Times, t => t >= mean * 0.5);
        double expected = Math.Pow(1 - (1 / mean), a.Times[at] / 0.5);
        Sigma.AssertWithin(4, expected, a.SurvivalError[at], a.Survival[at], "survival at the mean");
    }

    [Fact]
    public void StaysOfTwoKindsAreNot()
    {
        ResidenceTime a = Stays(1000, random => random.NextDouble() < 0.5 ? 1 : 1 + (int)(-Math.Log(1 - random.NextDouble()) * 20));
        Assert.Equal(1.0 / 201, a.Probability, 12);
        Assert.True(a.Variation > 1.2);
        Assert.True(a.Distance > 0.2);
    }

    [Fact]
    public void FigureShowsTheExponentialToo()
    {
        Figure figure = Measure(ResidenceKind.Continuous, 0, Frames)[0].ToFigure();
        Assert.Equal(["stays", "exponential"], figure.Series.Select(s => s.Name));
    }

    [Fact]
    public void FaultsSayWhatIsExpected()
    {
        Assert.Throws<ArgumentException>(() => new ResidenceTimeAccumulator([]));
        Assert.Throws<ArgumentException>(() => new ResidenceTimeAccumulator([Model.A], ResidenceKind.LastVisited));
        Assert.Throws<ArgumentException>(() => new ResidenceTimeAccumulator([Model.A], ResidenceKind.Continuous, 1));
        Assert.Throws<ArgumentException>(() => new ResidenceTimeAccumulator([Model.A], ResidenceKind.Intermittent));
        Assert.Throws<InvalidOperationException>(() => new ResidenceTimeAccumulator([Model.A]).ToTimes(10, Key));
        ResidenceTimeAccumulator twice = new([Model.A, StateVolume.Interval(Model.X, 0.5, null, "C")]);
        Assert.Throws<PathSamplingException>(() => twice.Add(Model.Frame(0.7)));
    }

    private static ResidenceTime Stays(int count, Func<RandomSource, int> length)
    {
        RandomSource random = new(new RandomKey(11));
        List<double> frames = [5];
        for (int stay = 0; stay < count; stay++)
        {
            frames.AddRange(Enumerable.Repeat(0.0, length(random)).Append(5));
        }

        return Measure(ResidenceKind.Continuous, 0, [.. frames])[0];
    }

    private static IReadOnlyList<ResidenceTime> Measure(ResidenceKind kind, double absence, double[] frames)
    {
        ResidenceTimeAccumulator accumulator = new([Model.A, Model.B], kind, absence);
        for (int i = 0; i < frames.Length; i++)
        {
            accumulator.Add(Model.Frame(frames[i]) with { Time = 0.5 * i });
        }

        return accumulator.ToTimes(200, Key);
    }
}
