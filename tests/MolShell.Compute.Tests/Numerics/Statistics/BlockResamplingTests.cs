using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Numerics.Statistics;
using Xunit;

namespace MolShell.Compute.Tests.Numerics.Statistics;

/// <summary>Errors of functions of sums against the exact ones of chains whose correlation is known.</summary>
public class BlockResamplingTests
{
    [Fact]
    public void JoinedBlocksHoldAllSteps()
    {
        BlockSums sums = new(2, most: 16);
        for (int i = 0; i < 1000; i++)
        {
            sums.Current[0] += i;
            sums.Current[1]++;
            sums.Advance();
        }

        Assert.Equal([499_500.0, 1000], sums.Total());
        Assert.Equal(64, sums.BlockSize);
        Assert.InRange(sums.Blocks.Count, 8, 15);
        Assert.All(sums.Blocks, block => Assert.Equal(64, block[1]));
        Assert.Equal(Enumerable.Range(0, 64).Sum(), sums.Blocks[0][0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => sums.Advance(sums.Room + 1));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.8)]
    [InlineData(0.98)]
    public void ErrorsOfARatioAreThoseOfTheCorrelatedChain(double rho)
    {
        // A two-state chain that is 1 with probability p and forgets with 1 - rho a step has the integrated correlation (1 + rho)/(1 - rho).
        const double p = 0.3;
        const int steps = 100_000;
        double exact = Math.Sqrt(p * (1 - p) * (1 + rho) / (1 - rho) / steps);
        List<double> block = [], bootstrap = [], scores = [];
        int covered = 0;
        const int runs = 60;
        for (int run = 0; run < runs; run++)
        {
            Estimate estimate = BlockResampling.Of(Chain(rho, p, steps, run), s => [s[0] / s[1]], 200, new RandomKey(7))[0];
            block.Add(estimate.StandardError / exact);
            bootstrap.Add(estimate.BootstrapError / exact);
            scores.Add((estimate.Value - p) / estimate.StandardError);
            covered += estimate.Lower <= p && p <= estimate.Upper ? 1 : 0;
            Assert.True(estimate.IsConverged);
        }

        // A block error has about 13 % of noise of its own; blocking has a bias of a few percent.
        Assert.InRange(block.Average(), 0.93, 1.05);
        Assert.InRange(bootstrap.Average(), 0.88, 1.05);
        double spread = Math.Sqrt(scores.Average(z => z * z));
        Sigma.AssertWithin(3.5, 1, 1 / Math.Sqrt(2.0 * runs), spread, FormattableString.Invariant($"rho {rho}: spread of z-scores"));
        Assert.InRange(covered, 50, 60);
    }

    [Fact]
    public void CorrelationBetweenNumeratorAndDenominatorCounts()
    {
        // The ratio of a sum to twice itself is sharp however noisy the sum.
        BlockSums sums = new(2);
        RandomSource random = new(new RandomKey(3));
        for (int i = 0; i < 5000; i++)
        {
            double x = random.NextDouble();
            sums.Current[0] += x;
            sums.Current[1] += 2 * x;
            sums.Advance();
        }

        Estimate ratio = BlockResampling.Of(sums, s => [s[0] / s[1]], 50, new RandomKey(1))[0];
        Assert.Equal(0.5, ratio.Value, 12);
        Assert.True(double.IsNaN(ratio.StandardError) || ratio.StandardError < 1e-12);
    }

    [Fact]
    public void FewBlocksSaySo()
    {
        BlockSums sums = new(1);
        sums.Current[0] = 2;
        sums.Advance();
        Estimate one = BlockResampling.Of(sums, s => [s[0]], 10, new RandomKey(1))[0];
        Assert.Equal((2, false), (one.Value, one.IsConverged));
        Assert.True(double.IsNaN(one.StandardError));
    }

    private static BlockSums Chain(double rho, double p, int steps, int run)
    {
        BlockSums sums = new(2);
        RandomSource random = new(RandomKey.FromSeed((ulong)run, RandomStream.Resampling));
        double state = random.NextDouble() < p ? 1 : 0;
        for (int i = 0; i < steps; i++)
        {
            if (random.NextDouble() >= rho)
            {
                state = random.NextDouble() < p ? 1 : 0;
            }

            sums.Current[0] += state;
            sums.Current[1]++;
            sums.Advance();
        }

        return sums;
    }
}
