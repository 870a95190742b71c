using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Numerics.Statistics;
using Xunit;

namespace MolShell.Compute.Tests.Numerics.Statistics;

public sealed class StatisticsTests
{
    private const double Phi = 0.9;

    [Fact]
    public void Moments_agree_with_their_definition_and_do_not_cancel()
    {
        double[] values = [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16];
        RunningMoments moments = new();
        foreach (double value in values)
        {
            moments.Add(value);
        }

        Assert.Equal(4, moments.Count);
        Assert.Equal(1e9 + 10, moments.Mean, 1e-6);
        Assert.Equal(30, moments.Variance, 1e-9);
        Assert.Equal(Math.Sqrt(7.5), moments.StandardError, 1e-9);
        Assert.Equal((1e9 + 4, 1e9 + 16), (moments.Minimum, moments.Maximum));
    }

    [Fact]
    public void Moments_merge_to_those_of_all_values()
    {
        double[] series = Series(1000, 1);
        RunningMoments all = new(), first = new(), second = new(), merged = new();
        for (int i = 0; i < series.Length; i++)
        {
            all.Add(series[i]);
            (i < 300 ? first : second).Add(series[i]);
        }

        merged.Add(first);
        merged.Add(second);
        merged.Add(new RunningMoments());
        Assert.Equal(all.Count, merged.Count);
        Assert.Equal(all.Mean, merged.Mean, 1e-13);
        Assert.Equal(all.Variance, merged.Variance, 1e-12);
        Assert.Equal((all.Minimum, all.Maximum), (merged.Minimum, merged.Maximum));
    }

    [Fact]
    public void Moments_of_too_few_values_are_not_numbers()
    {
        RunningMoments moments = new();
        Assert.True(double.IsNaN(moments.Mean));
        moments.Add(3);
        Assert.Equal(3, moments.Mean);
        Assert.True(double.IsNaN(moments.Variance));
    }

    // AR(1) with coefficient phi and unit variance: variance of the mean of B values is
    // (1 + 2 sum_t (1 - t/B) phi^t)/B.
    [Fact]
    public void Each_block_level_has_the_error_of_theory()
    {
        const int n = 1 << 14, runs = 200;
        BlockAverage[] all = [.. Enumerable.Range(0, runs).Select(run => BlockAverage.Of(Series(n, (ulong)run)))];
        for (int level = 0; level <= 9; level++)
        {
            int size = 1 << level, count = n / size;
            double expected = VarianceOfMean(size) / count;
            double[] estimates = [.. all.Select(average => Math.Pow(average.Levels[level].StandardError, 2))];
            double mean = estimates.Average();
            double sigma = Math.Sqrt(estimates.Sum(e => (e - mean) * (e - mean)) / (runs - 1.0) / runs);

            // The mean of the series is taken from the series itself, which lowers the estimate by the variance of that mean.
            double known = (expected - (VarianceOfMean(n) / count)) * count / (count - 1);
            Sigma.AssertWithin(4, known, sigma, mean, $"squared error at block size {size}");
        }
    }

    [Fact]
    public void Error_bars_cover_the_truth_as_often_as_they_say()
    {
        const int n = 1 << 14, runs = 400;
        BlockAverage[] all = [.. Enumerable.Range(0, runs).Select(run => BlockAverage.Of(Series(n, (ulong)run)))];
        Assert.All(all, average => Assert.True(average.IsConverged));

        // 3.7 % is the bias of theory at the block size of 256 that the plateau rule chooses here.
        double exact = Math.Sqrt(VarianceOfMean(n));
        Assert.InRange(all.Average(average => average.StandardError) / exact, 0.95, 1.02);
        double within = all.Count(average => Math.Abs(average.Mean) < average.StandardError) / (double)runs;
        Sigma.AssertWithin(4, 0.683, Math.Sqrt(0.683 * 0.317 / runs), within, "share of runs within one standard error");
        Assert.InRange(all.Average(average => average.StatisticalInefficiency), 16.5, 19.5);
    }

    [Fact]
    public void Independent_values_need_no_blocks()
    {
        RandomSource random = new(RandomKey.FromSeed(1, RandomStream.Resampling));
        BlockAverage average = BlockAverage.Of([.. Enumerable.Range(0, 4096).Select(_ => random.NextNormal())]);
        Assert.True(average.IsConverged);
        Assert.InRange(average.StandardError, 0.85 / 64, 1.3 / 64);
    }

    [Fact]
    public void Short_and_constant_series_are_honest()
    {
        Assert.False(BlockAverage.Of(Series(32, 1)).IsConverged);
        Assert.True(double.IsNaN(BlockAverage.Of([1.0]).StandardError));
        BlockAverage constant = BlockAverage.Of([2.0, 2, 2, 2]);
        Assert.Equal((2.0, 0.0, true), (constant.Mean, constant.StandardError, constant.IsConverged));
    }

    [Fact]
    public void Autocorrelation_of_a_known_process()
    {
        const int n = 1 << 17;
        double exact = 0.5 + (Phi / (1 - Phi));
        Autocorrelation result = Autocorrelation.Of(Series(n, 3));
        Assert.True(result.IsConverged);
        Sigma.AssertWithin(4, exact, result.IntegratedTimeError, result.IntegratedTime, "integrated autocorrelation time");
        Assert.Equal(1, result.Function[0], 1e-12);
        Sigma.AssertWithin(4, Phi, Math.Sqrt(1 - (Phi * Phi)) / Math.Sqrt(n), result.Function[1], "rho(1)");
    }

    [Fact]
    public void Autocorrelation_agrees_with_direct_sums()
    {
        double[] series = Series(301, 8);
        double mean = series.Average();
        double variance = series.Sum(x => (x - mean) * (x - mean)) / series.Length;
        double[] function = Autocorrelation.Of(series).Function;
        foreach (int t in new[] { 1, 2, 50, 300 })
        {
            double direct = Enumerable.Range(0, series.Length - t).Average(i => (series[i] - mean) * (series[i + t] - mean)) / variance;
            Assert.Equal(direct, function[t], 1e-10);
        }
    }

    [Fact]
    public void Error_of_the_integrated_time_is_its_scatter()
    {
        const int runs = 100;
        Autocorrelation[] all = [.. Enumerable.Range(0, runs).Select(run => Autocorrelation.Of(Series(1 << 14, (ulong)run)))];
        RunningMoments times = new();
        foreach (Autocorrelation one in all)
        {
            times.Add(one.IntegratedTime);
        }

        // The scatter of 100 runs is known to 7 %.
        Assert.InRange(all.Average(one => one.IntegratedTimeError) / times.StandardDeviation, 0.75, 1.35);
    }

    [Fact]
    public void Autocorrelation_of_a_constant_is_that_of_independent_values()
    {
        Autocorrelation result = Autocorrelation.Of([3.0, 3, 3]);
        Assert.Equal(0.5, result.IntegratedTime);
        Assert.Empty(result.Function);
        Assert.Equal(0.5, Autocorrelation.Of([]).IntegratedTime);
        Assert.False(Autocorrelation.Of(Series(60, 1)).IsConverged);
    }

    [Fact]
    public void Histogram_counts_in_half_open_bins()
    {
        Histogram histogram = new(0, 2, 4);
        foreach (double value in new[] { 0, 0.49, 0.5, 1.99, 2, 2.01, -0.01, double.NaN })
        {
            histogram.Add(value);
        }

        Assert.Equal([2, 1, 0, 2], histogram.Counts);
        Assert.Equal(3, histogram.Outside);
        Assert.Equal([0, 0.5, 1, 1.5, 2], histogram.Edges);
        Assert.Equal([0.25, 0.75, 1.25, 1.75], histogram.Centers);
        Assert.Equal(5 / 8.0, histogram.Density.Sum() * histogram.BinWidth, 1e-15);
    }

    [Fact]
    public void Histogram_weighs()
    {
        Histogram histogram = new(0, 1, 2);
        histogram.Add(0.25, 3);
        histogram.Add(0.75, 1);
        Assert.Equal([1.5, 0.5], histogram.Density);
        Assert.Equal([1, 1], histogram.Counts);
    }

    [Theory]
    [InlineData(1, 1, 5)]
    [InlineData(2, 1, 5)]
    [InlineData(0, double.NaN, 5)]
    [InlineData(0, double.PositiveInfinity, 5)]
    [InlineData(0, 1, 0)]
    public void Histogram_refuses_an_empty_range(double minimum, double maximum, int bins)
    {
        Assert.Throws<ArgumentException>(() => new Histogram(minimum, maximum, bins));
    }

    private static double VarianceOfMean(int size)
    {
        double sum = 0.5;
        for (int t = 1; t < size; t++)
        {
            sum += (1 - ((double)t / size)) * Math.Pow(Phi, t);
        }

        return 2 * sum / size;
    }

    private static double[] Series(int count, ulong seed)
    {
        RandomSource random = new(RandomKey.FromSeed(seed, RandomStream.Resampling));
        double[] series = new double[count];
        double x = random.NextNormal();
        for (int i = 0; i < count; i++)
        {
            series[i] = x;
            x = (Phi * x) + (Math.Sqrt(1 - (Phi * Phi)) * random.NextNormal());
        }

        return series;
    }
}
