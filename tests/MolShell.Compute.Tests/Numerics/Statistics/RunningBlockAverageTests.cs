using MolShell.Compute.Numerics.Statistics;
using Xunit;

namespace MolShell.Compute.Tests.Numerics.Statistics;

public class RunningBlockAverageTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(999)]
    [InlineData(4096)]
    public void StreamGivesTheAverageOfTheSeries(int count)
    {
        System.Random random = new(3);
        double[] series = new double[count];
        RunningBlockAverage running = new();
        for (int i = 0; i < count; i++)
        {
            series[i] = (i == 0 ? 0 : 0.9 * series[i - 1]) + random.NextDouble();
            running.Add(series[i]);
        }

        BlockAverage expected = BlockAverage.Of(series);
        BlockAverage actual = running.ToAverage();
        Assert.Equal(count, running.Count);
        Assert.Equal(expected.Mean, actual.Mean, 1e-12);
        Assert.Equal(expected.BlockSize, actual.BlockSize);
        Assert.Equal(expected.IsConverged, actual.IsConverged);
        Assert.Equal(expected.Levels.Length, actual.Levels.Length);
        if (count > 1)
        {
            Assert.Equal(expected.StandardError, actual.StandardError, 1e-12);
        }
    }

    [Fact]
    public void EmptyStreamHasNoMean() => Assert.True(double.IsNaN(new RunningBlockAverage().ToAverage().Mean));
}
