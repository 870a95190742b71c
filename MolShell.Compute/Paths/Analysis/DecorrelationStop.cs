namespace MolShell.Compute.Paths.Analysis;

/// <summary>Ends a run once its paths have forgotten those that it began with.</summary>
public static class DecorrelationStop
{
    /// <summary>
    /// The steps up to a multiple of the number after which no active path has a frame of any of the paths after the first step. Exchanges between
    /// ensembles do not count as forgetting.
    /// </summary>
    /// <param name="steps">The run; no more of it is made than needed.</param>
    /// <param name="multiple">Number of steps to make over the number of steps to forget, at least 1.</param>
    public static IEnumerable<PathStep> Until(IEnumerable<PathStep> steps, double multiple)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return multiple >= 1
            ? Steps(steps, multiple)
            : throw new ArgumentOutOfRangeException(nameof(multiple), multiple, "A run ends no earlier than it has forgotten its beginning; expected 1 or more.");
    }

    private static IEnumerable<PathStep> Steps(IEnumerable<PathStep> steps, double multiple)
    {
        Trajectory[]? initial = null;
        IReadOnlyList<SampledPath>? known = null;
        double last = double.PositiveInfinity;
        long count = 0;
        foreach (PathStep step in steps)
        {
            count++;
            yield return step;
            initial ??= [.. step.Samples.Select(s => s.Trajectory).Distinct()];
            if (double.IsPositiveInfinity(last) && !ReferenceEquals(step.Samples, known))
            {
                known = step.Samples;
                last = known.Any(s => initial.Any(s.Trajectory.SharesFrames)) ? last : Math.Ceiling(multiple * count);
            }

            if (count >= last)
            {
                yield break;
            }
        }
    }
}
