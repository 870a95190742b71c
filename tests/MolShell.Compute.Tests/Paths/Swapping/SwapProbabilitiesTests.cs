using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Swapping;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Swapping;

/// <summary>Probabilities of infinite swapping against sums over all permutations.</summary>
public sealed class SwapProbabilitiesTests
{
    [Fact]
    public void SolvesAnyWeights()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            Random random = new(seed);
            int n = 1 + (seed % 6);
            double[,] weights = new double[n, n];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    weights[i, j] = i == j || random.Next(3) > 0 ? Math.Pow(10, (random.NextDouble() * 8) - 4) : 0;
                }
            }

            AreClose(ByPermutations(weights), SwapProbabilities.Of(weights), 1e-12);
        }
    }

    [Fact]
    public void SolvesNestedInterfaces()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            AreClose(ByPermutations(Staircase(6, seed)), SwapProbabilities.Of(Staircase(6, seed)), 1e-14);
        }

        // Far more than sums over sets could do.
        double[,] large = SwapProbabilities.Of(Staircase(60, 1));
        for (int i = 0; i < 60; i++)
        {
            Assert.Equal(1, Enumerable.Range(0, 60).Sum(j => large[i, j]), 1e-12);
            Assert.Equal(1, Enumerable.Range(0, 60).Sum(j => large[j, i]), 1e-12);
        }
    }

    [Fact]
    public void SamplesBlocksThatAreTooLarge()
    {
        int n = SwapProbabilities.ExactSize + 2;
        double[,] weights = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                weights[i, j] = 1 + ((i + j) % 2);
            }
        }

        Assert.Throws<PathSamplingException>(() => SwapProbabilities.Of(weights));
        double[,] sampled = SwapProbabilities.Of(weights, new RandomSource(RandomKey.FromSeed(1, RandomStream.Mover)));

        // By symmetry P is p where i + j is even and q where it is odd, p + q = 2/n. Exact by the counts of permutations with k odd places
        // in the even rows: 2^(2 k) C(8, k)^2 (8!)^2, whose mean k is that of the odd ones.
        int half = n / 2;
        double[] share = [.. Enumerable.Range(0, half + 1).Select(k => Math.Pow(4, k) * Math.Pow(Binomial(half, k), 2))];
        double odd = share.Select((s, k) => s * k).Sum() / share.Sum() / half;
        double mean = Enumerable.Range(0, n).Sum(i => Enumerable.Range(0, n).Where(j => (i + j) % 2 == 1).Sum(j => sampled[i, j])) / n;

        // 3200 sweeps of 16 exchanges; the deviation of the mean share of one sweep is about 0.05, and a few sweeps are correlated.
        Assert.True(Math.Abs(mean - odd) < 5 * 0.05 * Math.Sqrt(4 / 3200.0), $"sampled {mean}, exact {odd}, allowed 5 sigma");
    }

    [Fact]
    public void RefusesEnsemblesWithoutPaths()
    {
        Assert.Throws<PathSamplingException>(() => SwapProbabilities.Of(new double[,] { { 1, 0 }, { 1, 0 } }));
        Assert.Throws<PathSamplingException>(() => SwapProbabilities.Of(new double[,] { { 0.5, 1, 1 }, { 0, 0, 1 }, { 0, 0, 0.5 } }));
        Assert.Throws<ArgumentException>(() => SwapProbabilities.Of(new double[1, 2]));
    }

    private static double Binomial(int n, int k) => Enumerable.Range(0, k).Aggregate(1.0, (c, i) => c * (n - i) / (i + 1));

    // Path j is in all ensembles up to some i >= j.
    private static double[,] Staircase(int n, int seed)
    {
        Random random = new(seed);
        double[,] weights = new double[n, n];
        for (int j = 0; j < n; j++)
        {
            int last = random.Next(j, n);
            for (int i = 0; i <= last; i++)
            {
                weights[i, j] = 1;
            }
        }

        return weights;
    }

    private static double[,] ByPermutations(double[,] weights)
    {
        int n = weights.GetLength(0);
        double[,] sums = new double[n, n];
        double total = 0;
        int[] column = new int[n];
        Visit(0, 0, 1);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                sums[i, j] /= total;
            }
        }

        return sums;

        void Visit(int row, int used, double product)
        {
            if (row == n)
            {
                total += product;
                for (int i = 0; i < n; i++)
                {
                    sums[i, column[i]] += product;
                }

                return;
            }

            for (int j = 0; j < n; j++)
            {
                if ((used & (1 << j)) == 0 && weights[row, j] > 0)
                {
                    column[row] = j;
                    Visit(row + 1, used | (1 << j), product * weights[row, j]);
                }
            }
        }
    }

    private static void AreClose(double[,] expected, double[,] actual, double tolerance)
    {
        for (int i = 0; i < expected.GetLength(0); i++)
        {
            for (int j = 0; j < expected.GetLength(0); j++)
            {
                Assert.Equal(expected[i, j], actual[i, j], tolerance);
            }
        }
    }
}
