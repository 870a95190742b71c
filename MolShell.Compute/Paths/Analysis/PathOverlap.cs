namespace MolShell.Compute.Paths.Analysis;

/// <summary>The frames that two paths have in common.</summary>
internal static class PathOverlap
{
    /// <summary>Runs of common frames: index in either path of the first frame of the run in the second path, and its length.</summary>
    public static IEnumerable<(int InFirst, int InSecond, int Count)> Of(Trajectory first, Trajectory second)
    {
        int startB = 0;
        foreach (PathSlice b in second.Slices)
        {
            int startA = 0;
            foreach (PathSlice a in first.Slices)
            {
                int from = Math.Max(a.First, b.First);
                int to = Math.Min(a.First + a.Count, b.First + b.Count);
                if (a.Segment.Id == b.Segment.Id && from < to)
                {
                    int place = b.Reversed ? to - 1 : from;
                    yield return (startA + IndexOf(a, place), startB + IndexOf(b, place), to - from);
                }

                startA += a.Count;
            }

            startB += b.Count;
        }
    }

    /// <summary>Number of frames of the second path that are in the first.</summary>
    public static int Count(Trajectory first, Trajectory second) => Of(first, second).Sum(run => run.Count);

    private static int IndexOf(PathSlice slice, int place) =>
        slice.Reversed ? slice.First + slice.Count - 1 - place : place - slice.First;
}
