namespace MolShell.Compute.Numerics.Statistics;

/// <summary>
/// Sums of a stream of vectors over blocks of equal numbers of steps. When there are too many blocks, neighbours are joined, so that a stream
/// of any length takes the same memory.
/// </summary>
/// <param name="width">Length of the vectors.</param>
/// <param name="most">Largest number of blocks, even.</param>
public sealed class BlockSums(int width, int most = 2048)
{
    private readonly List<double[]> blocks = [];
    private double[] current = new double[width];
    private long filled;

    /// <summary>Number of steps of a whole block.</summary>
    public long BlockSize { get; private set; } = 1;

    /// <summary>Number of steps that the block under way still takes, at least 1.</summary>
    public long Room => BlockSize - filled;

    /// <summary>Sums of the block under way, to add to, shape [width].</summary>
    public Span<double> Current => current;

    /// <summary>Whole blocks in their order, each of shape [width].</summary>
    public IReadOnlyList<double[]> Blocks => blocks;

    /// <summary>Counts steps whose vectors were added to <see cref="Current"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are more steps than <see cref="Room"/>.</exception>
    public void Advance(long steps = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, Room);
        filled += steps;
        if (filled < BlockSize)
        {
            return;
        }

        blocks.Add(current);
        current = new double[width];
        filled = 0;
        if (blocks.Count == most)
        {
            Join();
        }
    }

    /// <summary>Sums over all steps, the block under way included, shape [width].</summary>
    public double[] Total()
    {
        double[] total = [.. current];
        foreach (double[] block in blocks)
        {
            for (int i = 0; i < width; i++)
            {
                total[i] += block[i];
            }
        }

        return total;
    }

    private void Join()
    {
        int half = blocks.Count / 2;
        for (int b = 0; b < half; b++)
        {
            double[] joined = blocks[2 * b];
            double[] second = blocks[(2 * b) + 1];
            for (int i = 0; i < width; i++)
            {
                joined[i] += second[i];
            }

            blocks[b] = joined;
        }

        blocks.RemoveRange(half, blocks.Count - half);
        BlockSize *= 2;
    }
}
