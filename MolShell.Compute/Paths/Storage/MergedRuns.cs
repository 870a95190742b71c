namespace MolShell.Compute.Paths.Storage;

/// <summary>
/// Several runs of the same network, such as with other seeds, read as one: their steps follow each other, numbered on, and no path shares
/// frames with one of another run.
/// </summary>
public sealed class MergedRuns
{
    private PathRunHeader? header;
    private PathRunInfo? info;
    private string? path;
    private long last;
    private int runs;

    /// <summary>The steps of the next run, from a number on.</summary>
    /// <exception cref="PathStoreException">The run is of another network, system or dynamics than the first.</exception>
    public IEnumerable<PathStep> ReadSteps(PathStore store, long first = 1)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (header is null)
        {
            header = store.Header;
            info = header.ToRunInfo();
            path = store.FilePath;
        }
        else if (store.Header.DifferenceAsSample(header) is string difference)
        {
            throw new PathStoreException(
                $"The run file '{store.FilePath}' cannot be read as one with '{path}': {difference}. Only runs of the same network, system and "
                + "dynamics are samples of the same paths.");
        }

        return Read(store.ReadSteps(first, info!, runs++), last - first + 1);
    }

    private IEnumerable<PathStep> Read(IEnumerable<PathStep> steps, long offset)
    {
        foreach (PathStep step in steps)
        {
            last = step.Step + offset;
            yield return step with { Step = last };
        }
    }
}
