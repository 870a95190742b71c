using System.Collections.Immutable;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths;

/// <summary>
/// Finds a first path for each of several ensembles. For each it tries, in this order: a whole trajectory, or a path that was already chosen
/// for another ensemble; a part of a trajectory, forward or else backward in time; and such a path or its end, grown by dynamics until
/// it is a member, as the minus ensemble's grows from one of the innermost interface; and dynamics from the ends of such paths.
/// </summary>
internal sealed class InitialConditionsFinder
{
    private readonly ImmutableArray<PathEnsemble> ensembles;
    private readonly ImmutableArray<Trajectory> trajectories;
    private readonly ISimulationEngine? engine;
    private readonly InitialPathOptions options;
    private readonly CancellationToken cancellation;
    private readonly Trajectory?[] chosen;

    public InitialConditionsFinder(
        ImmutableArray<PathEnsemble> ensembles,
        ImmutableArray<Trajectory> trajectories,
        ISimulationEngine? engine,
        InitialPathOptions options,
        CancellationToken cancellation)
    {
        this.ensembles = ensembles;
        this.trajectories = trajectories;
        this.engine = engine;
        this.options = options;
        this.cancellation = cancellation;
        chosen = new Trajectory?[ensembles.Length];
    }

    private IEnumerable<Trajectory> Chosen => chosen.OfType<Trajectory>().Distinct();

    public InitialConditions Find(ImmutableArray<PathSample> given)
    {
        ImmutableArray<PathSample>.Builder extra = ImmutableArray.CreateBuilder<PathSample>();
        foreach (PathSample sample in given)
        {
            int index = ensembles.ToList().FindIndex(e => e.Describe() == sample.Ensemble.Describe());
            if (index < 0 || chosen[index] is not null || !Fits(ensembles[index], sample.Path))
            {
                extra.Add(sample);
            }
            else
            {
                chosen[index] = sample.Path;
            }
        }

        string[] visits = new string[ensembles.Length];
        ForEachMissing(i => Get(ensembles[i]) ?? Split(ensembles[i], out visits[i]));
        if (engine is not null)
        {
            ForEachMissing(i => Get(ensembles[i]) ?? Extend(i) ?? RunOn(i));
        }

        // A path that was chosen late may fit an ensemble that came early.
        ForEachMissing(i => Get(ensembles[i]));
        int[] missing = [.. Enumerable.Range(0, ensembles.Length).Where(i => chosen[i] is null)];
        return new InitialConditions
        {
            Samples = [.. Enumerable.Range(0, ensembles.Length).Except(missing).Select((i, replica) => new PathSample(ensembles[i], chosen[i]!, replica))],
            Missing = [.. missing.Select(i => ensembles[i])],
            Extra = extra.DrainToImmutable(),
            Visits = [.. missing.Select(i => visits[i])],
            FrameCount = trajectories.Sum(t => t.Count),
        };
    }

    private void ForEachMissing(Func<int, Trajectory?> find)
    {
        for (int i = 0; i < ensembles.Length; i++)
        {
            chosen[i] ??= find(i);
        }
    }

    private bool Fits(PathEnsemble ensemble, Trajectory path) => path.Count <= options.MaximumLength && ensemble.Contains(path);

    private Trajectory? Get(PathEnsemble ensemble) => trajectories.Concat(Chosen).FirstOrDefault(path => Fits(ensemble, path));

    private Trajectory? Split(PathEnsemble ensemble, out string visits)
    {
        visits = "no frames were given";
        foreach (Trajectory trajectory in trajectories)
        {
            if (InitialPathFinder.Part(ensemble, trajectory, options.MaximumLength, out visits) is Trajectory part)
            {
                return part;
            }
        }

        return null;
    }

    private Trajectory? Extend(int index)
    {
        PathEnsemble ensemble = ensembles[index];
        RandomKey key = RandomKey.FromSeed(options.Seed, RandomStream.InitialPath).Derive((ulong)index);
        ulong trial = 0;
        int left = options.MaximumFrames;

        // Without noise, one trial from a point says all.
        int attempts = engine!.Temperature is null ? 1 : options.Attempts;
        Trajectory[] paths = [.. Chosen, .. trajectories];
        for (int attempt = 0; attempt < attempts; attempt++)
        {
            foreach (Trajectory path in paths.Concat(paths.Select(p => p.Reversed())))
            {
                foreach (PathDirection direction in (ReadOnlySpan<PathDirection>)[PathDirection.Forward, PathDirection.Backward])
                {
                    if (Growing(ensemble, path, direction) is Trajectory kept
                        && Grow(ensemble, kept, direction, key.Derive(trial++), ref left) is Trajectory grown)
                    {
                        return grown;
                    }
                }
            }
        }

        return null;
    }

    // A few frames from each end, then more from each, since only some ends are near what is looked for.
    private Trajectory? RunOn(int index)
    {
        RandomKey key = RandomKey.FromSeed(options.Seed, RandomStream.InitialPath).Derive((ulong)index).Derive(1);
        Frame[] starts = [.. Chosen.Concat(trajectories).SelectMany(p => new[] { p[^1], p[0].Reversed() }).Where(IsComplete)];
        ulong trial = 0;
        int left = options.MaximumFrames;
        for (int most = Math.Max(left / 100, 1); left > 0 && starts.Length > 0; most *= 10)
        {
            foreach (Frame start in starts)
            {
                int count = Math.Min(most, left);
                left -= count;
                if (InitialPathFinder.First(ensembles[index], Dynamics(start, key.Derive(trial++), count), options.MaximumLength) is Trajectory found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private IEnumerable<Frame> Dynamics(Frame start, RandomKey key, int count)
    {
        yield return start;
        using IEngineRun run = engine!.Begin(start, key);
        for (int i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return run.Next(cancellation);
        }
    }

    private bool IsComplete(Frame frame) => !engine!.NeedsVelocities || frame.Velocities is not null;

    // The longest end of a path that longer members begin with, or beginning that they end with.
    private static Trajectory? Growing(PathEnsemble ensemble, Trajectory path, PathDirection direction)
    {
        bool backward = direction == PathDirection.Backward;
        Trajectory ordered = backward ? path.Reversed() : path;
        PathSearch search = ensemble.Search(backward);
        foreach (Frame frame in ordered)
        {
            search.Add(frame);
        }

        int first = search.FirstNeeded;
        Trajectory? part = first < ordered.Count ? ordered.Slice(first, ordered.Count - first) : null;
        return backward ? part?.Reversed() : part;
    }

    private Trajectory? Grow(PathEnsemble ensemble, Trajectory kept, PathDirection direction, RandomKey key, ref int left)
    {
        bool backward = direction == PathDirection.Backward;
        PathGrowth growth = ensemble.Grow(direction, kept, pending: 0);
        List<Frame> frames = [];
        Frame start = backward ? kept[0].Reversed() : kept[^1];
        if (engine is null || !IsComplete(start))
        {
            return null;
        }

        using IEngineRun run = engine.Begin(start, key);
        while (!growth.IsOver)
        {
            cancellation.ThrowIfCancellationRequested();
            if (left <= 0 || kept.Count + frames.Count >= options.MaximumLength)
            {
                return null;
            }

            left--;
            frames.Add(run.Next(cancellation));
            growth.Add(frames[^1]);
        }

        Trajectory made = Trajectory.FromFrames(frames);
        Trajectory whole = backward ? Trajectory.Concat(made.Reversed(), kept) : Trajectory.Concat(kept, made);
        return growth.Succeeded && ensemble.Contains(whole) ? whole : null;
    }
}
