namespace MolShell.Compute.Numerics.Statistics;

/// <summary>
/// The mean of a correlated series with its standard error by blocking, as <see cref="BlockAverage"/> gives it, for a stream: it holds a
/// few numbers for each doubling of the block size, however long the stream.
/// </summary>
public sealed class RunningBlockAverage
{
    private readonly List<RunningMoments> levels = [];
    private readonly List<double?> halves = [];

    /// <summary>Number of values so far.</summary>
    public long Count => levels.Count == 0 ? 0 : levels[0].Count;

    /// <summary>Adds the next value of the series.</summary>
    public void Add(double value)
    {
        for (int level = 0; ; level++)
        {
            if (level == levels.Count)
            {
                levels.Add(new RunningMoments());
                halves.Add(null);
            }

            levels[level].Add(value);
            if (halves[level] is not double first)
            {
                halves[level] = value;
                return;
            }

            halves[level] = null;
            value = 0.5 * (first + value);
        }
    }

    /// <summary>Mean and error of the series so far.</summary>
    public BlockAverage ToAverage()
    {
        List<BlockLevel> errors = [];
        for (int level = 0; level < levels.Count && levels[level].Count >= 2; level++)
        {
            errors.Add(new BlockLevel(1 << level, checked((int)levels[level].Count), levels[level].StandardError));
        }

        return BlockAverage.FromLevels(checked((int)Count), levels.Count == 0 ? double.NaN : levels[0].Mean, errors);
    }
}
