namespace MolShell.Compute.Paths.Analysis;

/// <summary>Follows the path of one ensemble through a stream of steps, holding no more than the first and the last path.</summary>
/// <param name="ensemble">Name of the ensemble; null for that of the first step.</param>
public sealed class PathTreeAccumulator(string? ensemble = null)
{
    private readonly List<PathTreeBranch> branches = [];
    private string? name = ensemble;
    private Trajectory? first;
    private Trajectory? current;

    /// <summary>Number of steps so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Whether no step had a path of the ensemble.</summary>
    public bool IsEmpty => branches.Count == 0;

    /// <exception cref="ArgumentException">The run has no such ensemble.</exception>
    public void Add(PathStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        name ??= step.Ensemble;
        if (Steps++ == 0 && !step.Run.Network.Ensembles.Contains(name))
        {
            throw new ArgumentException($"The run has no ensemble {name}; it has {string.Join("; ", step.Run.Network.Ensembles)}.");
        }

        Trajectory? path = step.Samples.FirstOrDefault(s => s.Ensemble == name)?.Trajectory
            ?? (step.Ensemble == name ? step.Trajectory : null);
        if (path is null || ReferenceEquals(path, current))
        {
            return;
        }

        if (current is null)
        {
            first = path;
            branches.Add(new PathTreeBranch
            {
                Generation = 0, Step = 0, Mover = string.Empty, Start = 0, Length = path.Count, NewStart = 0, NewLength = path.Count,
                InitialFrames = path.Count,
            });
        }
        else
        {
            branches.Add(Branch(step, current, path));
        }

        current = path;
    }

    /// <summary>The tree so far.</summary>
    /// <exception cref="InvalidOperationException">There were no paths.</exception>
    public PathTree ToTree() => branches.Count == 0
        ? throw new InvalidOperationException("There were no path sampling steps with a path of the ensemble.")
        : new PathTree { Ensemble = name!, Steps = Steps, Branches = [.. branches] };

    private PathTreeBranch Branch(PathStep step, Trajectory before, Trajectory path)
    {
        (int InFirst, int InSecond, int Count)[] kept = [.. PathOverlap.Of(before, path)];
        PathTreeBranch last = branches[^1];
        bool isReversed = kept.Length > 0 && IsReversed(before, path);
        int start = kept.Length == 0 ? last.Start + (step.ShootingFrame ?? 0) - (step.ShootingFrame is null ? 0 : Backward(path))
            : isReversed ? last.Start
            : last.Start + kept[0].InFirst - kept[0].InSecond;
        (int newFirst, int newCount) = New(kept, path.Count);
        return new PathTreeBranch
        {
            Generation = branches.Count,
            Step = step.Step,
            Mover = step.Ensemble == name ? step.Mover : $"{step.Mover} of {step.Ensemble}",
            Start = start,
            Length = path.Count,
            NewStart = start + newFirst,
            NewLength = newCount,
            InitialFrames = PathOverlap.Count(first!, path),
            Direction = newCount == 0 || kept.Length == 0 ? null : newFirst == 0 ? PathDirection.Backward : PathDirection.Forward,
        };
    }

    // Where two-way shooting changed the velocities no frame is kept; the frames before the shooting point were made backward.
    private static int Backward(Trajectory path) => path.Slices[0].Reversed ? path.Slices[0].Count : 0;

    private static bool IsReversed(Trajectory before, Trajectory path) =>
        path.Count == before.Count && PathOverlap.Count(before, path) == path.Count && PathOverlap.Of(before, path).First().InFirst != 0;

    // The range that holds all frames not kept.
    private static (int First, int Count) New((int InFirst, int InSecond, int Count)[] kept, int length)
    {
        bool[] old = new bool[length];
        foreach ((_, int from, int count) in kept)
        {
            Array.Fill(old, true, from, count);
        }

        int first = Array.IndexOf(old, false);
        return first < 0 ? (0, 0) : (first, Array.LastIndexOf(old, false) - first + 1);
    }
}
