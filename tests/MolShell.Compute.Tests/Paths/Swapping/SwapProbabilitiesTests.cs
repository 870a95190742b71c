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
    public void SolvesInterfacesOfSeveralStates()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            AreClose(ByPermutations(States(2, 3, seed)), SwapProbabilities.Of(States(2, 3, seed)), 1e-13);
            AreClose(ByPermutations(Crossing(8, seed)), SwapProbabilities.Of(Crossing(8, seed)), 1e-13);
        }

        // 22 ensembles that are all connected, without drawing permutations.
        double[,] large = SwapProbabilities.Of(States(3, 7, 5));
        for (int i = 0; i < 22; i++)
        {
            Assert.Equal(1, Enumerable.Range(0, 22).Sum(j => large[i, j]), 1e-12);
            Assert.Equal(1, Enumerable.Range(0, 22).Sum(j => large[j, i]), 1e-12);
        }
    }

    [Fact]
    public void SolvesEqualColumns()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            Random random = new(seed);
            double[][] kinds = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 7).Select(_ => random.NextDouble()).ToArray())];
            int[] kindOf = [.. Enumerable.Range(0, 7).Select(_ => random.Next(3))];
            double[,] weights = new double[7, 7];
            for (int i = 0; i < 7; i++)
            {
                for (int j = 0; j < 7; j++)
                {
                    weights[i, j] = kinds[kindOf[j]][i];
                }
            }

            AreClose(ByPermutations(weights), SwapProbabilities.Of(weights), 1e-12);
        }
    }

    [Fact]
    public void SamplesBlocksThatAreTooLarge()
    {
        // Factors of whole columns do not change P, but make all of them different.
        const int n = 16;
        double[,] weights = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                weights[i, j] = (1 + ((i + j) % 2)) * Math.ScaleB(1, j - 8);
            }
        }

        Assert.Throws<PathSamplingException>(() => SwapProbabilities.Of(weights));
        double[,] sampled = SwapProbabilities.Of(weights, () => new RandomSource(RandomKey.FromSeed(1, RandomStream.Mover)));

        // Without the factors two kinds of columns are left, whose sets are few.
        double[,] exact = SwapProbabilities.Of(Columns(weights, j => Math.ScaleB(1, 8 - j)));

        // By symmetry P is p where i + j is even and q where it is odd, p + q = 2/n. Exact by the counts of permutations with k odd places
        // in the even rows: 2^(2 k) C(8, k)^2 (8!)^2, whose mean k is that of the odd ones.
        int half = n / 2;
        double[] share = [.. Enumerable.Range(0, half + 1).Select(k => Math.Pow(4, k) * Math.Pow(Binomial(half, k), 2))];
        double odd = share.Select((s, k) => s * k).Sum() / share.Sum() / half;
        Assert.Equal(odd * 2 / n, exact[0, 1], 1e-12);
        Assert.Equal((1 - odd) * 2 / n, exact[0, 0], 1e-12);
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

    // Ensembles of each state, with one outer ensemble of all; each has a path that reaches it, and some reach further.
    private static double[,] States(int states, int interfaces, int seed)
    {
        Random random = new(seed);
        int n = (states * interfaces) + 1;
        double[,] weights = new double[n, n];
        for (int j = 0; j < n; j++)
        {
            int state = j < n - 1 ? j / interfaces : random.Next(states);
            int reached = j < n - 1 ? random.Next(j % interfaces, interfaces + 1) : interfaces;
            for (int i = 0; i < interfaces; i++)
            {
                weights[(state * interfaces) + i, j] = i <= reached ? 1 : 0;
            }

            weights[n - 1, j] = reached == interfaces ? 1 : 0;
        }

        return weights;
    }

    // Two lines of interfaces of one state: a path may have crossed some of both, so that the sets are not nested.
    private static double[,] Crossing(int n, int seed)
    {
        Random random = new(seed);
        double[,] weights = new double[n, n];
        for (int j = 0; j < n; j++)
        {
            int first = j < n / 2 ? random.Next(j, n / 2) : random.Next(n / 2);
            int second = j < n / 2 ? random.Next(n / 2) : random.Next(j - (n / 2), n / 2);
            for (int i = 0; i < n / 2; i++)
            {
                weights[i, j] = i <= first ? 1 : 0;
                weights[(n / 2) + i, j] = i <= second ? 1 : 0;
            }
        }

        return weights;
    }

    private static double[,] Columns(double[,] weights, Func<int, double> factor)
    {
        double[,] scaled = (double[,])weights.Clone();
        for (int i = 0; i < scaled.GetLength(0); i++)
        {
            for (int j = 0; j < scaled.GetLength(1); j++)
            {
                scaled[i, j] *= factor(j);
            }
        }

        return scaled;
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
