using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Numerics.Statistics;

/// <summary>
/// Values and errors of smooth functions of sums over a correlated series, such as ratios and products of means.
/// </summary>
/// <remarks>
/// <para>
/// With B blocks and theta(-b) the function of the sums without block b, the pseudo-values theta + (B - 1)(theta - theta(-b)) are a series
/// whose mean has, to first order, the error of theta; <see cref="BlockAverage"/> joins them until their correlation no longer shows. This keeps
/// all correlation between the sums, within and between chains that share the blocks. Künsch 1989, doi:10.1214/aos/1176347265.
/// </para>
/// <para>
/// The bootstrap draws runs of neighbouring blocks, as long as the plateau of the block averages, from the series closed to a ring, until
/// they make up its length.
/// </para>
/// </remarks>
public static class BlockResampling
{
    private const double TailOfInterval = 0.025;

    /// <summary>Values and errors of several functions.</summary>
    /// <param name="sums">The series.</param>
    /// <param name="function">Gives all values from sums, of which it uses ratios only; NaN where they do not tell one.</param>
    /// <param name="resamples">Number of bootstrap samples; 0 for none.</param>
    /// <param name="key">Decides the bootstrap samples.</param>
    public static Estimate[] Of(BlockSums sums, Func<double[], double[]> function, int resamples, RandomKey key)
    {
        ArgumentNullException.ThrowIfNull(sums);
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfNegative(resamples);
        double[] values = function(sums.Total());
        int blocks = sums.Blocks.Count;
        if (blocks < 2)
        {
            return Array.ConvertAll(values, value => new Estimate(value));
        }

        double[][] running = RunningSums(sums.Blocks);
        double[][] pseudo = PseudoValues(running, function);
        Estimate[] estimates = new Estimate[values.Length];
        Dictionary<int, double[][]> bootstraps = [];
        for (int q = 0; q < estimates.Length; q++)
        {
            estimates[q] = new Estimate(values[q]);
            BlockAverage average = BlockAverage.Of(pseudo[q]);

            // Without any scatter there was no event, and no event says nothing about the error.
            if (!(average.StandardError > 0))
            {
                continue;
            }

            if (!bootstraps.TryGetValue(average.BlockSize, out double[][]? samples))
            {
                samples = Bootstrap(running, function, average.BlockSize, resamples, key.Derive((ulong)average.BlockSize));
                bootstraps.Add(average.BlockSize, samples);
            }

            double[] sorted = [.. samples.Select(sample => sample[q]).Where(double.IsFinite).Order()];
            estimates[q] = estimates[q] with
            {
                StandardError = average.StandardError,
                IsConverged = average.IsConverged,
                BootstrapError = sorted.Length < 2 ? double.NaN : Deviation(sorted),
                Lower = Quantile(sorted, TailOfInterval),
                Upper = Quantile(sorted, 1 - TailOfInterval),
            };
        }

        return estimates;
    }

    // Entry b holds the sums over the blocks before b, so that any run of blocks is one difference.
    private static double[][] RunningSums(IReadOnlyList<double[]> blocks)
    {
        double[][] running = new double[blocks.Count + 1][];
        running[0] = new double[blocks[0].Length];
        for (int b = 0; b < blocks.Count; b++)
        {
            running[b + 1] = new double[blocks[b].Length];
            for (int i = 0; i < blocks[b].Length; i++)
            {
                running[b + 1][i] = running[b][i] + blocks[b][i];
            }
        }

        return running;
    }

    // Shape [quantity][block].
    private static double[][] PseudoValues(double[][] running, Func<double[], double[]> function)
    {
        int blocks = running.Length - 1;
        double[] total = running[blocks];
        double[] all = function(total);
        double[] rest = new double[total.Length];
        double[][] pseudo = [.. all.Select(_ => new double[blocks])];
        for (int b = 0; b < blocks; b++)
        {
            for (int i = 0; i < rest.Length; i++)
            {
                rest[i] = total[i] - (running[b + 1][i] - running[b][i]);
            }

            double[] without = function(rest);
            for (int q = 0; q < all.Length; q++)
            {
                pseudo[q][b] = all[q] + ((blocks - 1) * (all[q] - without[q]));
            }
        }

        return pseudo;
    }

    private static double[][] Bootstrap(double[][] running, Func<double[], double[]> function, int length, int resamples, RandomKey key)
    {
        int blocks = running.Length - 1;
        RandomSource random = new(key);
        double[][] samples = new double[resamples][];
        double[] sums = new double[running[0].Length];
        for (int r = 0; r < resamples; r++)
        {
            Array.Clear(sums);
            for (int drawn = 0; drawn < blocks;)
            {
                int take = Math.Min(length, blocks - drawn);
                int first = random.NextInt(blocks);
                int inside = Math.Min(take, blocks - first);
                Add(first, first + inside);
                Add(0, take - inside);
                drawn += take;
            }

            samples[r] = function(sums);
        }

        return samples;

        void Add(int from, int to)
        {
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += running[to][i] - running[from][i];
            }
        }
    }

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
    }

    // Linear between the order statistics.
    private static double Quantile(double[] sorted, double fraction)
    {
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        double place = fraction * (sorted.Length - 1);
        int below = (int)place;
        return below + 1 < sorted.Length
            ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]))
            : sorted[below];
    }
}
