using MolShell.Compute.Numerics.Statistics;

namespace MolShell.Compute.Paths.Analysis;

/// <summary>Follows a series of paths and notes when they have forgotten an earlier one.</summary>
internal sealed class DecorrelationCounter
{
    private readonly RunningMoments steps = new();
    private Trajectory? reference;
    private Trajectory? last;
    private long since;
    private long? first;

    /// <summary>Takes the path after a step.</summary>
    public void Add(long step, Trajectory path)
    {
        if (ReferenceEquals(path, last))
        {
            return;
        }

        last = path;
        if (reference is null)
        {
            (reference, since) = (path, step);
        }
        else if (!path.SharesFrames(reference))
        {
            first ??= step;
            steps.Add(step - since);
            (reference, since) = (path, step);
        }
    }

    public Decorrelation ToDecorrelation() => new(steps.Count, first, steps.Count > 0 ? steps.Mean : null);
}
