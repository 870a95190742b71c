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
        Trajectory trajectory = frames as Trajectory ?? Trajectory.FromFrames(frames);
        Search search = new(ensemble, int.MaxValue);
        Trajectory? backward = null;
        foreach (Frame frame in trajectory)
        {
            Trajectory? found = search.Add(frame, out bool isForward);
            if (found is not null && isForward)
            {
                return found;
            }

            backward ??= found;
        }

        return backward ?? throw new PathSamplingException(string.Create(
            CultureInfo.InvariantCulture,
            $"The {trajectory.Count} given frames hold no path of the ensemble {ensemble.Name} ({ensemble.Describe()}): ")
            + $"{search.DescribeVisits()}.");
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
            using IEngineRun run = engine.Begin(StartOf(engine, attemptKey), attemptKey);
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

    private static Frame StartOf(ISimulationEngine engine, RandomKey key)
    {
        Frame start = engine.System.Start;
        if (start.Velocities is not null || !engine.NeedsVelocities)
        {
            return start;
        }

        double temperature = engine.Temperature ?? throw new PathSamplingException(
            $"The start of the system {engine.System.Name} has no velocities, and the engine {engine.Name} has no temperature "
            + "to draw them for: give an initial path, or a system with velocities.");
        RandomKey draw = key.Derive(RandomStream.Velocities);
        return start with { Velocities = MaxwellBoltzmann.Draw(start.Topology, start.Units, temperature, draw) };
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
