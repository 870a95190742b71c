using System.Globalization;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths;

/// <summary>Finds a first path of an ensemble, among given frames or by hot dynamics.</summary>
public static class InitialPathFinder
{
    private const int ReportInterval = 100;

    /// <summary>
    /// The first part of a trajectory that is in the ensemble; if there is none, the first whose reverse is, reversed.
    /// </summary>
    /// <exception cref="PathSamplingException">No part is; the message says what is missing.</exception>
    public static Trajectory FromFrames(PathEnsemble ensemble, IEnumerable<Frame> frames)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(frames);
        return FromTrajectories([ensemble], [frames as Trajectory ?? Trajectory.FromFrames(frames)]).ToSampleSet()[ensemble];
    }

    /// <summary>
    /// A path for each ensemble of a network from any trajectories. For each it tries, in this order: a whole trajectory, or a path that was
    /// chosen for another ensemble; a part of a trajectory, forward or else backward in time; and, with an engine, such a path or its end,
    /// grown by dynamics until it is a member, or what dynamics from the ends of such paths comes by.
    /// </summary>
    /// <param name="ensembles">The ensembles, such as <see cref="PathNetwork.Ensembles"/>.</param>
    /// <param name="trajectories">Trajectories of the system.</param>
    /// <param name="given">Paths of ensembles that are known already, taken first for ensembles with the same definition; null for none.</param>
    /// <param name="engine">Makes frames, with velocities where it needs them; not disposed here. Null to grow no paths.</param>
    /// <param name="options">Seed, longest path, greatest number of frames to grow for an ensemble, and of trials from a path; null for the defaults.</param>
    /// <param name="cancellation">Stops the growth.</param>
    /// <exception cref="PathSamplingException">A frame is in two states at once.</exception>
    public static InitialConditions FromTrajectories(
        IEnumerable<PathEnsemble> ensembles,
        IEnumerable<Trajectory> trajectories,
        IEnumerable<PathSample>? given = null,
        ISimulationEngine? engine = null,
        InitialPathOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ensembles);
        ArgumentNullException.ThrowIfNull(trajectories);
        options ??= new InitialPathOptions();
        return new InitialConditionsFinder([.. ensembles], [.. trajectories], engine, options, cancellation).Find([.. given ?? []]);
    }

    /// <summary>
    /// A path for each ensemble of a network by dynamics, hotter and hotter, for one ensemble after the other, each time with what was found
    /// so far tried first as <see cref="FromTrajectories"/> does.
    /// </summary>
    /// <param name="ensembles">The ensembles.</param>
    /// <param name="engine">The engine of sampling, for paths to grow from others.</param>
    /// <param name="engineAtFactor">Makes an engine at the sampling temperature times a factor; it is disposed here.</param>
    /// <param name="options">Lengths, temperatures and seed; null for the defaults.</param>
    /// <param name="progress">Gets a report every 100 frames.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="PathSamplingException">No run gave a path of an ensemble; the message says which states were not found.</exception>
    public static InitialConditions FromDynamics(
        IEnumerable<PathEnsemble> ensembles,
        ISimulationEngine engine,
        Func<double, ISimulationEngine> engineAtFactor,
        InitialPathOptions? options = null,
        IProgress<InitialPathProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        PathEnsemble[] all = [.. ensembles];
        List<Trajectory> found = [];
        while (true)
        {
            InitialConditions conditions = FromTrajectories(all, found, null, found.Count > 0 ? engine : null, options, cancellation);
            if (conditions.IsComplete)
            {
                return conditions;
            }

            // Interfaces come outward, and a path over the outer ones is one over the inner ones too; others grow from those.
            PathEnsemble next = conditions.Missing.LastOrDefault(e => e is not MinusEnsemble) ?? conditions.Missing[^1];
            found.Add(FromDynamics(next, engineAtFactor, options, progress, cancellation));
        }
    }

    /// <summary>
    /// Runs dynamics from the system's start, hotter and hotter, until a path of the ensemble, or the reverse of one, appears. Such a
    /// path is only a beginning: leave out of statistics what is sampled before no frame of it is left.
    /// </summary>
    /// <param name="ensemble">What the path has to be in.</param>
    /// <param name="engineAtFactor">Makes an engine at the sampling temperature times a factor; it is disposed here.</param>
    /// <param name="options">Lengths, temperatures and seed; null for the defaults.</param>
    /// <param name="progress">Gets a report every 100 frames.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="PathSamplingException">No run gave a path; the message says which states were not found.</exception>
    public static Trajectory FromDynamics(
        PathEnsemble ensemble,
        Func<double, ISimulationEngine> engineAtFactor,
        InitialPathOptions? options = null,
        IProgress<InitialPathProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(engineAtFactor);
        options ??= new InitialPathOptions();
        RandomKey key = RandomKey.FromSeed(options.Seed, RandomStream.InitialPath);
        double factor = options.FirstFactor;
        string visits = string.Empty;
        for (int attempt = 1; attempt <= options.Attempts; attempt++)
        {
            Search search = new(ensemble, options.MaximumLength);
            using ISimulationEngine engine = engineAtFactor(factor);
            RandomKey attemptKey = key.Derive((ulong)attempt);
            using IEngineRun run = engine.Begin(EngineStart.Of(engine, attemptKey), attemptKey);
            try
            {
                for (int i = 1; i <= options.MaximumFrames; i++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (search.Add(run.Next(cancellation), out _) is Trajectory found)
                    {
                        return found;
                    }

                    if (progress is not null && i % ReportInterval == 0)
                    {
                        progress.Report(search.Progress(attempt, factor, i));
                    }
                }
            }
            catch (SimulationException fault)
            {
                throw new PathSamplingException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The search for a path of the ensemble {ensemble.Name} failed at {factor:g4} times the temperature: ")
                    + fault.Message + " "
                    + "Use a smaller time step, or give an initial path.",
                    fault);
            }

            visits = search.DescribeVisits();
            factor = attempt < options.Attempts ? factor * options.FactorGrowth : factor;
        }

        throw new PathSamplingException(string.Create(
            CultureInfo.InvariantCulture,
            $"No path of the ensemble {ensemble.Name} ({ensemble.Describe()}) appeared in {options.Attempts} runs ")
            + string.Create(CultureInfo.InvariantCulture, $"of {options.MaximumFrames} frames; ")
            + string.Create(CultureInfo.InvariantCulture, $"in the last one, at {factor:g4} times the temperature, {visits}. ")
            + "Allow longer or hotter runs, check the states, or give an initial path.");
    }

    /// <summary>Runs dynamics of one engine, at its own temperature, until a path of the ensemble, or the reverse of one, appears.</summary>
    /// <param name="ensemble">What the path has to be in.</param>
    /// <param name="engine">Makes the frames; not disposed here.</param>
    /// <param name="options">Lengths and seed; null for the defaults.</param>
    /// <param name="progress">Gets a report every 100 frames.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="PathSamplingException">No path appeared; the message says which states were not found.</exception>
    public static Trajectory FromDynamics(
        PathEnsemble ensemble,
        ISimulationEngine engine,
        InitialPathOptions? options = null,
        IProgress<InitialPathProgress>? progress = null,
        CancellationToken cancellation = default) => FromDynamics(
            ensemble,
            _ => new BorrowedEngine(engine),
            (options ?? new InitialPathOptions()) with { FirstFactor = 1, Attempts = 1 },
            progress,
            cancellation);

    /// <summary>
    /// The first part of a trajectory that is in the ensemble and not too long; if there is none, the first whose reverse is, reversed.
    /// </summary>
    internal static Trajectory? Part(PathEnsemble ensemble, Trajectory trajectory, int maximumLength, out string visits)
    {
        Search search = new(ensemble, maximumLength);
        Trajectory? backward = null;
        visits = string.Empty;
        for (int i = 0; i < trajectory.Count; i++)
        {
            if (search.Add(trajectory[i], out bool isForward) is not Trajectory found)
            {
                continue;
            }

            // The same frames as the trajectory has, so that paths share them.
            Trajectory part = trajectory.Slice(i + 1 - found.Count, found.Count);
            if (isForward)
            {
                return part;
            }

            backward ??= part.Reversed();
        }

        visits = search.DescribeVisits();
        return backward;
    }

    /// <summary>The first path of the ensemble that a stream of frames completes, forward or, reversed, backward; null if it ends before.</summary>
    internal static Trajectory? First(PathEnsemble ensemble, IEnumerable<Frame> frames, int maximumLength)
    {
        Search search = new(ensemble, maximumLength);
        foreach (Frame frame in frames)
        {
            if (search.Add(frame, out _) is Trajectory found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Looks for paths in both directions of time and holds the frames that may still be needed.</summary>
    private sealed class Search(PathEnsemble ensemble, int maximumLength)
    {
        private readonly PathSearch forward = ensemble.Search(backward: false);
        private readonly PathSearch backward = ensemble.Search(backward: true);
        private readonly Queue<Frame> frames = new();
        private int firstHeld;

        public Trajectory? Add(Frame frame, out bool isForward)
        {
            frames.Enqueue(frame);
            int? first = forward.Add(frame);
            int? firstOfReverse = backward.Add(frame);
            isForward = first is not null;
            Trajectory? found = null;
            if ((first ?? firstOfReverse) is int index && forward.Count - index <= maximumLength)
            {
                Trajectory path = Trajectory.FromFrames(frames.Skip(index - firstHeld));
                found = isForward ? path : path.Reversed();
            }

            int needed = Math.Max(Math.Min(forward.FirstNeeded, backward.FirstNeeded), forward.Count - maximumLength);
            for (; firstHeld < needed; firstHeld++)
            {
                frames.Dequeue();
            }

            return found;
        }

        public string DescribeVisits() => string.Join(", ", forward.Visits.Select(v => v.Frames == 0
            ? $"state {v.State} was never found"
            : string.Create(CultureInfo.InvariantCulture, $"state {v.State} had {v.Frames} frames")));

        public InitialPathProgress Progress(int attempt, double factor, int count) => new(
            attempt,
            factor,
            count,
            [.. forward.Visits.Where(v => v.Frames > 0).Select(v => v.State)],
            [.. forward.Visits.Where(v => v.Frames == 0).Select(v => v.State)]);
    }
}
