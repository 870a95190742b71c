using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis.Rates;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Analysis.Rates;

/// <summary>Counts in hand-written trajectories of plain dynamics, with A below 1 and B from 9 on.</summary>
public class DynamicsRateTests
{
    private static readonly InterfaceSet FromA = new(Model.A, [1.0, 3, 5]);
    private static readonly InterfaceSet FromB = new(Model.B, [8.0, 6]);

    [Fact]
    public void ExcursionsPassagesAndTimesAreCounted()
    {
        // Frames:            0 1 2 3 4 5 6 7 8 9 10  overall A for 9 frames, B for 6, A for 1.
        double[] positions = [0, 2, 0, 0, 4, 2, 0, 3, 7, 9, 7, 9, 9, 8.5, 7, 0];
        TransitionRateEstimate result = Measure(positions, [FromA, FromB]);
        Assert.Equal(["A", "B"], result.Transitions.Select(t => t.Name));
        TransitionEstimate a = result.Transitions[0];

        // Three excursions of A: to 2, to 4, and to 9 in B; 10 frames of 0.5 have A as the last state.
        Assert.Equal(3 / (10 * 0.5), a.Flux.Value, 12);
        Assert.Equal([1, 2.0 / 3, 1.0 / 3], a.Interfaces.Select(i => i.Probability.Value));
        Assert.Equal((3.0 + 4 + 4) / 3, a.Interfaces[0].MeanLength.Value, 12);
        Assert.Equal([3.0, 2, 1], a.Interfaces.Select(i => i.Weight));
        Assert.Equal((4.0 + 4) / 2, a.Interfaces[1].MeanLength.Value, 12);
        Assert.Equal(0.5, a.Interfaces[1].Ends[1].Value, 12);

        // From B: to 7 and back, then to A; the interface at 8 is reached by both, that at 6 by one.
        TransitionEstimate b = result.Transitions[1];
        Assert.Equal(2 / (6 * 0.5), b.Flux.Value, 12);
        Assert.Equal(0.5, b.Interfaces[1].Probability.Value, 12);
        Assert.Equal(1, b.Interfaces[1].Ends[0].Value, 12);

        Assert.Equal(1 / (10 * 0.5), result.Rates.Single(r => r.From == "A").Rate, 12);
        Assert.Equal(1 / (6 * 0.5), result.Rates.Single(r => r.From == "B").Rate, 12);
        Assert.Equal(5, result.LifeTimes[0].Value, 12);

        // Stays in A of 1, 2 and 1 frames that ended, and one that did not; in B of 1 and 2.
        Assert.Equal(5.0 / 3 * 0.5, result.StayTimes[0].Value, 12);
        Assert.Equal(3.0 / 2 * 0.5, result.StayTimes[1].Value, 12);
    }

    [Fact]
    public void RatesAreCountedWithoutInterfaces()
    {
        TransitionRateEstimate result = Measure([0, 4, 9, 4, 0, 9], []);
        Assert.Empty(result.Transitions);
        Assert.Equal(2 / (3 * 0.5), result.Rates.Single(r => r.From == "A").Rate, 12);
    }

    [Fact]
    public void EarlierFramesBeginAnotherTrajectory()
    {
        DynamicsRateAccumulator accumulator = new([Model.A, Model.B], [FromA]);
        foreach (double x in (double[])[0, 4, 4])
        {
            accumulator.Add(Model.Frame(x) with { Time = accumulator.Frames });
        }

        foreach (double x in (double[])[9, 4, 0, 0])
        {
            accumulator.Add(Model.Frame(x) with { Time = accumulator.Frames - 3 });
        }

        TransitionRateEstimate result = accumulator.ToEstimate();
        Assert.Equal(0, result.Rates.Single(r => r.From == "A").Rate);
        Assert.Equal(0.5, result.Rates.Single(r => r.From == "B").Rate, 12);
    }

    [Fact]
    public void FramesInTwoStatesAndStrangeInterfacesAreRefused()
    {
        DynamicsRateAccumulator accumulator = new([Model.A, StateVolume.Interval(Model.X, 0.5, null, "C")], []);
        Assert.Contains("at once", Assert.Throws<PathSamplingException>(() => accumulator.Add(Model.Frame(0.7))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new DynamicsRateAccumulator([Model.A], []));
        Assert.Contains(
            "not among",
            Assert.Throws<ArgumentException>(() => new DynamicsRateAccumulator([Model.A, Model.B.WithName("C")], [FromB])).Message,
            StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new DynamicsRateAccumulator([Model.A, Model.B], []).ToEstimate());
    }

    private static TransitionRateEstimate Measure(double[] positions, InterfaceSet[] interfaces)
    {
        DynamicsRateAccumulator accumulator = new([Model.A, Model.B], interfaces);
        for (int i = 0; i < positions.Length; i++)
        {
            accumulator.Add(Model.Frame(positions[i]) with { Time = 0.5 * i });
        }

        return accumulator.ToEstimate();
    }
}
