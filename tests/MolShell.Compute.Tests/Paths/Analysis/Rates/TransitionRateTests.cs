using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis.Rates;
using MolShell.Compute.Plots;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Analysis.Rates;

/// <summary>Rates of told paths against what their counts give by hand and by an independent solution of the WHAM equations.</summary>
public class TransitionRateTests
{
    private static readonly string[] Names = [.. SyntheticRun.Tis.Network.Transitions[0].Ensembles];
    private static readonly string MinusName = SyntheticRun.Tis.Network.Transitions[0].MinusEnsemble;

    [Fact]
    public void TheRateIsFluxTimesCrossingTimesEnds()
    {
        // Ensemble 0: 4 of 10 reach 3; ensemble 1: 3 of 10 reach 5; ensemble 2: half of the paths end in B.
        List<SampledPath[]> steps = [];
        for (int i = 0; i < 10; i++)
        {
            steps.Add(
            [
                SyntheticRun.Path(Names[0], 5 + (i % 2), 0, 0, i < 4 ? 4 : 2),
                SyntheticRun.Path(Names[1], 9, 0, 0, i < 3 ? 6 : 4),
                SyntheticRun.Path(Names[2], 20, 0, i % 2, i % 2 == 1 ? 9 : 7),
                SyntheticRun.Minus(MinusName, 10 + i, 8),
            ]);
        }

        RateOptions chained = new() { Estimator = CrossingEstimator.Chained };
        TransitionRateEstimate result = SyntheticRun.Measure(SyntheticRun.Tis, steps, chained);
        TransitionEstimate transition = Assert.Single(result.Transitions);
        Assert.Equal(14.5 * 0.5, transition.InsideTime.Value, 12);
        Assert.Equal(4.5 * 0.5, transition.OutsideTime.Value, 12);
        Assert.Equal(1 / (19 * 0.5), transition.Flux.Value, 12);
        Assert.Equal(1 / ((14.5 + 4) * 0.5), transition.MinusFlux.Value, 12);
        Assert.Equal([1, 0.4, 0.4 * 0.3], transition.Interfaces.Select(i => i.Probability.Value));
        Assert.Equal([5.5, 9, 20], transition.Interfaces.Select(i => i.MeanLength.Value));
        Assert.Equal([10.0, 10, 10], transition.Interfaces.Select(i => i.Weight));
        Assert.Equal(0.5, transition.Interfaces[2].Ends[1].Value, 12);
        Assert.Equal(0.15, transition.Interfaces[1].Ends[1].Value, 12);
        TransitionRate rate = Assert.Single(result.Rates);
        Assert.Equal(("A", "B", "1/ps"), (rate.From, rate.To, rate.Unit));
        Assert.Equal(0.4 * 0.3 * 0.5 / (19 * 0.5), rate.Rate, 12);
        Assert.Equal(1 / rate.Rate, result.LifeTimes[0].Value, 10);
        Assert.Equal(rate.Rate, result.RateMatrix[0, 1]);
        Assert.True(double.IsNaN(result.RateMatrix[1, 0]));
    }

    [Fact]
    public void PooledProbabilitiesSolveTheEquationsOfWham()
    {
        // Paths of 4 nested ensembles, with fractional weights as of infinite swapping.
        PathRunInfo run = SyntheticRun.InfoOf(PathNetwork.Tis(new InterfaceSet(Model.A, [1.0, 2, 4, 7]), Model.B));
        string[] names = [.. run.Network.Transitions[0].Ensembles];
        double[] values = [.. run.Network.Transitions[0].Values];
        RandomSource random = new(RandomKey.FromSeed(1, RandomStream.Resampling));
        List<SampledPath[]> steps = [];
        double[,] histogram = new double[4, 4];
        for (int n = 0; n < 3000; n++)
        {
            SampledPath[] samples = new SampledPath[4];
            for (int i = 0; i < 4; i++)
            {
                double reached = values[i] - (2 * Math.Log(1 - random.NextDouble()));
                double weight = 0.2 + random.NextDouble();
                samples[i] = SyntheticRun.Path(names[i], 5, 0, 0, reached, weight);
                histogram[i, Array.FindLastIndex(values, v => reached >= v)] += weight;
            }

            steps.Add(samples);
        }

        double[] expected = Wham(histogram);
        TransitionEstimate transition = SyntheticRun.Measure(run, steps, new RateOptions { Fluxes = [new InterfaceFlux(1)] }).Transitions[0];
        for (int j = 0; j < 4; j++)
        {
            Assert.Equal(expected[j], transition.Interfaces[j].Probability.Value, 1e-10);
            Assert.Equal(expected[j], transition.Curve.At(values[j]), 1e-10);
        }

        // The truth is exp(-(value - 1)/2), also between and beyond the interfaces.
        foreach (double value in new[] { 1.5, 3, 5.5, 9 })
        {
            Assert.InRange(transition.Curve.At(value) / Math.Exp(-(value - 1) / 2), 0.85, 1.15);
        }

        Assert.All(transition.Curve.Probabilities.Zip(transition.Curve.Probabilities.Skip(1)), pair => Assert.True(pair.First >= pair.Second));
    }

    [Fact]
    public void TheCutoffLeavesOutThinTails()
    {
        RandomSource random = new(RandomKey.FromSeed(2, RandomStream.Resampling));
        List<SampledPath[]> steps = [.. Enumerable.Range(0, 200).Select(_ => Names.Select((name, i) =>
            SyntheticRun.Path(name, 5, 0, 0, 1 + (2 * i) - (2 * Math.Log(1 - random.NextDouble())))).ToArray())];
        RateOptions options = new() { Fluxes = [new InterfaceFlux(1)] };
        double[] all = Probabilities(options with { Cutoff = 1 });
        Assert.Equal(Probabilities(options with { Estimator = CrossingEstimator.Chained }), all);
        Assert.NotEqual(Probabilities(options), all);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateOptions { Cutoff = 1.5 });

        double[] Probabilities(RateOptions o) => [.. SyntheticRun.Measure(SyntheticRun.Tis, steps, o).Transitions[0].Interfaces.Select(i => i.Probability.Value)];
    }

    [Fact]
    public void OuterPathsCountForTheStateTheyBeginIn()
    {
        PathNetwork network = PathNetwork.Mstis(new InterfaceSet(Model.A, [1.0, 3]), new InterfaceSet(Model.B, [9.0, 6]));
        PathRunInfo run = SyntheticRun.InfoOf(network);
        TransitionSummary a = run.Network.Transitions[0], b = run.Network.Transitions[1];
        SampledPath[][] steps = [.. Enumerable.Range(0, 40).Select(i => new[]
        {
            SyntheticRun.Path(a.Ensembles[0], 5, 0, 0, i % 4 == 0 ? 3 : 2),
            SyntheticRun.Path(b.Ensembles[0], 5, 1, 1, i % 2 == 0 ? 6 : 7),
            SyntheticRun.Path(a.Ensembles[1], 5, 0, 0, 4),
            SyntheticRun.Path(b.Ensembles[1], 5, 1, 0, 0),
            i % 2 == 0 ? SyntheticRun.Path("outer", 5, 0, 1, 9) : SyntheticRun.Path("outer", 5, 1, 1, 5),
        })];
        TransitionRateEstimate result = SyntheticRun.Measure(
            run, steps, new RateOptions { Fluxes = [new InterfaceFlux(2), new InterfaceFlux(3)], Estimator = CrossingEstimator.Chained });
        Assert.Equal([60.0, 60.0], result.Transitions.Select(t => t.Interfaces[1].Weight));
        Assert.Equal(2 * 0.25 * (20.0 / 60), result.Rates.Single(r => r.From == "A").Rate, 12);
        Assert.Equal(3 * 0.5 * (40.0 / 60), result.Rates.Single(r => r.From == "B").Rate, 12);
    }

    [Fact]
    public void SkippedAndRunningStepsCountAsTheyShould()
    {
        SampledPath[] early = [SyntheticRun.Path(Names[0], 99, 0, 1, 9)];
        SampledPath[] late = [SyntheticRun.Path(Names[0], 5, 0, 0, 2)];
        RateOptions options = new() { Fluxes = [new InterfaceFlux(1)] };
        TransitionRateEstimate result = SyntheticRun.Measure(SyntheticRun.Tis, [early, early, late, late, late], options, skip: 2);
        Assert.Equal((3, 2, 5.0), (result.Steps, result.Skipped, result.Transitions[0].Interfaces[0].MeanLength.Value));
        Assert.Contains(
            "5 were to be skipped",
            Assert.Throws<InvalidOperationException>(() => SyntheticRun.Measure(SyntheticRun.Tis, [early], options, skip: 5)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AGivenFluxBringsItsErrorAlong()
    {
        List<SampledPath[]> steps = [.. Enumerable.Range(0, 1000).Select(i => new[] { SyntheticRun.Path(Names[2], 5, 0, i % 3 == 0 ? 1 : 0, 9), SyntheticRun.Path(Names[0], 5, 0, 0, 6), SyntheticRun.Path(Names[1], 5, 0, 0, 6) })];
        TransitionRate plain = SyntheticRun.Measure(SyntheticRun.Tis, steps, new RateOptions { Fluxes = [new InterfaceFlux(2)] }).Rates[0];
        TransitionRate wide = SyntheticRun.Measure(SyntheticRun.Tis, steps, new RateOptions { Fluxes = [new InterfaceFlux(2, 0.5)] }).Rates[0];
        Assert.Equal(plain.Rate, wide.Rate, 12);
        Assert.Equal(double.Hypot(plain.StandardError, plain.Rate * 0.25), wide.StandardError, 12);
        Assert.True(wide.Lower < plain.Lower && wide.Upper > plain.Upper);
    }

    [Fact]
    public void WithoutFluxOrCrossingThereIsNoRate()
    {
        SampledPath[][] steps = [.. Enumerable.Range(0, 50).Select(i => new[] { SyntheticRun.Path(Names[0], 5, 0, 0, 2) })];
        TransitionRateEstimate noFlux = SyntheticRun.Measure(SyntheticRun.Tis, steps);
        Assert.True(double.IsNaN(noFlux.Transitions[0].Flux.Value) && double.IsNaN(noFlux.Rates[0].Rate));
        TransitionRateEstimate noCrossing = SyntheticRun.Measure(SyntheticRun.Tis, steps, new RateOptions { Fluxes = [new InterfaceFlux(1)] });
        Assert.Equal(0, noCrossing.Rates[0].Rate);
        Assert.True(double.IsNaN(noCrossing.Rates[0].StandardError), "No crossing says nothing about the error of the rate.");
        Assert.False(noCrossing.IsConverged);
        Assert.Contains(
            "no interfaces",
            Assert.Throws<ArgumentException>(() => new TransitionRateAccumulator(Model.Run)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "2 fluxes for the 1 transitions",
            Assert.Throws<ArgumentException>(() => new TransitionRateAccumulator(
                SyntheticRun.Tis, 0, new RateOptions { Fluxes = [new InterfaceFlux(1), new InterfaceFlux(1)] })).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new InterfaceFlux(0));
    }

    [Fact]
    public void FiguresShowCurvesAndRates()
    {
        SampledPath[][] steps = [.. Enumerable.Range(0, 50).Select(i => Names.Select((n, k) => SyntheticRun.Path(n, 5, 0, i % 2, 3 + (2 * k) + (0.1 * (i % 7)))).ToArray())];
        TransitionRateEstimate result = SyntheticRun.Measure(SyntheticRun.Tis, steps, new RateOptions { Fluxes = [new InterfaceFlux(1)] });
        Figure curve = result.Transitions[0].ToFigure();
        Assert.Equal(5, curve.Series.Length);
        LineSeries interfaces = Assert.IsType<LineSeries>(curve.Series[^1]);
        Assert.Equal(result.Transitions[0].Interfaces.Select(i => i.Value), interfaces.X);
        Assert.Equal(result.Transitions[0].Interfaces.Select(i => i.Probability.StandardError), interfaces.YError!);
        Assert.Equal(AxisScale.Logarithmic, curve.YAxis.Scale);
        Figure matrix = result.ToFigure();
        Assert.Equal(["A", "B"], matrix.YAxis.Categories);
        Assert.True(matrix.YAxis.IsReversed);
        HeatMapSeries map = Assert.IsType<HeatMapSeries>(matrix.Series.Single());
        Assert.Equal(result.Rates[0].Rate, map.Values[1, 0]);
        Assert.Equal("0.5", map.CellTexts![1, 0]);
        Assert.True(double.IsNaN(map.Values[0, 1]));
    }

    // The textbook equations, iterated: weights of bins from counts and biases, and biases from weights.
    private static double[] Wham(double[,] histogram)
    {
        int n = histogram.GetLength(0);
        double[] z = [.. Enumerable.Repeat(1.0, n)];
        for (double change = 1; change > 1e-14;)
        {
            double[] p = new double[n];
            for (int bin = 0; bin < n; bin++)
            {
                double counts = 0, bias = 0;
                for (int i = 0; i < n; i++)
                {
                    counts += histogram[i, bin];
                    bias += bin >= i ? Enumerable.Range(0, n).Sum(b => histogram[i, b]) / z[i] : 0;
                }

                p[bin] = counts / bias;
            }

            double[] next = [.. Enumerable.Range(0, n).Select(i => p.Skip(i).Sum() / p.Sum())];
            change = next.Zip(z, (a, b) => Math.Abs(a - b)).Max();
            z = next;
        }

        return z;
    }
}
