using System.Collections.Immutable;

namespace MolShell.Compute.Numerics.Statistics;

/// <summary>
/// Mean of a correlated series with its standard error by blocking: neighbours are averaged again and again, until the error of
/// the mean of the blocks no longer grows. Flyvbjerg and Petersen 1989, doi:10.1063/1.457480; the plateau is the smallest block size B
/// with B^3 above 2 n (error(B)/error(1))^4 and at least 16 blocks, Lee et al. 2011, doi:10.1103/PhysRevE.83.066706.
/// </summary>
public sealed record BlockAverage
{
    // Fewer blocks know their error to worse than 20 %, too little to see a plateau.
    private const int FewestBlocks = 16;

    private BlockAverage()
    {
    }

    /// <summary>Number of values n.</summary>
    public required int Count { get; init; }

    public required double Mean { get; init; }

    /// <summary>Standard error of the mean at the plateau, or the largest seen where there is none; NaN below two values.</summary>
    public required double StandardError { get; init; }

    /// <summary>Values in a block at the plateau.</summary>
    public required int BlockSize { get; init; }

    /// <summary>False where the series is too short for a plateau, and the error so a lower bound.</summary>
    public required bool IsConverged { get; init; }

    /// <summary>All block sizes that leave two blocks or more.</summary>
    public required ImmutableArray<BlockLevel> Levels { get; init; }

    /// <summary>Values per independent value: the squared ratio of the error to that of uncorrelated values.</summary>
    public double StatisticalInefficiency =>
        Levels.Length > 0 && Levels[0].StandardError > 0 ? Math.Pow(StandardError / Levels[0].StandardError, 2) : 1;

    public static BlockAverage Of(ReadOnlySpan<double> series)
    {
        int total = series.Length;
        double[] blocks = series.ToArray();
        double mean = Average(blocks);
        List<BlockLevel> levels = [];
        int count = total;
        for (int size = 1; count >= 2; size *= 2)
        {
            levels.Add(Level(blocks.AsSpan(0, count), size));
            count /= 2;
            for (int b = 0; b < count; b++)
            {
                blocks[b] = 0.5 * (blocks[2 * b] + blocks[(2 * b) + 1]);
            }
        }

        return FromLevels(total, mean, levels);
    }

    /// <summary>The average whose errors at growing block sizes are known.</summary>
    internal static BlockAverage FromLevels(int total, double mean, List<BlockLevel> levels)
    {
        int plateau = levels.FindIndex(level => level.BlockCount >= FewestBlocks &&
            Math.Pow(level.BlockSize, 3) > 2.0 * total * Math.Pow(level.StandardError / levels[0].StandardError, 4));
        bool constant = levels.Count > 0 && levels[0].StandardError == 0;
        BlockLevel chosen = plateau >= 0 ? levels[plateau]
            : levels.Count == 0 || constant ? new BlockLevel(1, total, constant ? 0 : double.NaN)
            : levels.MaxBy(level => level.StandardError);
        return new BlockAverage
        {
            Count = total,
            Mean = mean,
            StandardError = chosen.StandardError,
            BlockSize = chosen.BlockSize,
            IsConverged = plateau >= 0 || constant,
            Levels = [.. levels],
        };
    }

    private static BlockLevel Level(ReadOnlySpan<double> blocks, int size)
    {
        double mean = Average(blocks), sum = 0;
        foreach (double block in blocks)
        {
            sum += (block - mean) * (block - mean);
        }

        return new BlockLevel(size, blocks.Length, Math.Sqrt(sum / (blocks.Length - 1.0) / blocks.Length));
    }

    private static double Average(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
