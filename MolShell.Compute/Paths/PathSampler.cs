using System.Collections.Immutable;
using System.Globalization;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths.Movers;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths;

/// <summary>
/// Samples path ensembles by a Markov chain of moves. What a step does depends only on the seed, its number and the active paths, so
/// that a run goes on from its last step as if it had never stopped. With several workers, moves of coming steps whose ensembles no unfinished
/// step before them moves are made ahead; the steps are the same. Belongs to one thread at a time.
/// </summary>
public sealed class PathSampler : IPathSampler, IMoveSource
{
    private readonly MoveScheme scheme;
    private readonly ISimulationEngine engine;
    private readonly ulong seed;
    private readonly PathSamplingOptions options;
    private readonly RandomKey choices;
    private readonly PathRunInfo info;
    private SampledPath[] records;

    /// <summary>Prepares a run from one initial path, for networks with one ensemble.</summary>
    /// <param name="scheme">What is sampled and how.</param>
    /// <param name="engine">Makes the frames; not disposed here.</param>
    /// <param name="initial">A path of the ensemble.</param>
    /// <param name="seed">Seed of all random numbers.</param>
    /// <param name="options">Further choices; null for the defaults.</param>
    /// <exception cref="ArgumentException">A mover is not meaningful with this engine.</exception>
    /// <exception cref="PathSamplingException">The initial path is not in the ensemble, or does not fit the engine.</exception>
    public PathSampler(MoveScheme scheme, ISimulationEngine engine, Trajectory initial, ulong seed, PathSamplingOptions? options = null)
        : this(scheme, engine, Single(scheme, initial), seed, 0, options)
    {
    }

    /// <summary>Prepares a run that goes on after a number of steps.</summary>
    /// <param name="scheme">What is sampled and how.</param>
    /// <param name="engine">Makes the frames; not disposed here.</param>
    /// <param name="active">The active path of each ensemble of the network after <paramref name="step"/> steps.</param>
    /// <param name="seed">Seed of all random numbers.</param>
    /// <param name="step">Number of steps made so far.</param>
    /// <param name="options">Further choices; null for the defaults.</param>
    /// <exception cref="ArgumentException">A mover is not meaningful with this engine.</exception>
    /// <exception cref="PathSamplingException">A path is not in its ensemble, or does not fit the engine.</exception>
    public PathSampler(
        MoveScheme scheme, ISimulationEngine engine, SampleSet active, ulong seed, long step, PathSamplingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(active);
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        this.scheme = scheme;
        this.engine = engine;
        this.seed = seed;
        this.options = options ?? new PathSamplingOptions();
        choices = RandomKey.FromSeed(seed, RandomStream.MoverChoice);
        info = InfoOf(scheme, engine);
        Active = step == 0 ? active.AsInitial() : active;
        Step = step;
        scheme.Check(engine);
        CheckPaths();
        records = Active.ToRecords();
    }

    /// <summary>Number of steps made.</summary>
    public long Step { get; private set; }

    /// <summary>The active paths.</summary>
    public SampleSet Active { get; private set; }

    public IReadOnlyList<SampledPath> ToRecords() => records;

    /// <summary>Makes steps, one each time the enumeration asks for one; several workers make moves ahead of it.</summary>
    /// <param name="steps">Number of steps.</param>
    /// <param name="cancellation">
    /// Stops the run; a step under way is then not made, and <see cref="Step"/> and <see cref="Active"/> stay as after the last one.
    /// </param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    /// <exception cref="Dynamics.SimulationException">
    /// The dynamics of a trial left the finite numbers, and the options do not reject it; the step is not made.
    /// </exception>
    public IEnumerable<PathStep> Run(long steps, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        int workers = scheme.IsSingleReplica ? 1 : Math.Min(options.Workers, scheme.Ensembles.Length);
        return workers == 1 ? Alone(steps, cancellation) : Together(steps, workers, cancellation);
    }

    private static SampleSet Single(MoveScheme scheme, Trajectory initial)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(initial);
        return scheme.Ensembles.Length == 1
            ? new SampleSet([new PathSample(scheme.Ensembles[0], initial)])
            : throw new PathSamplingException($"The scheme moves paths of {scheme.Ensembles.Length} ensembles and needs a path for each.");
    }

    internal static PathRunInfo InfoOf(MoveScheme scheme, ISimulationEngine engine) => new()
    {
        Network = scheme.Network.Summarize(),
        FrameInterval = engine.FrameInterval,
        TimeUnit = engine.System.Units.Symbol(Dimension.Time),
    };

    private IEnumerable<PathStep> Alone(long steps, CancellationToken cancellation)
    {
        IMoveSource source = this;
        for (long last = Step + steps; Step < last;)
        {
            cancellation.ThrowIfCancellationRequested();
            PathMover mover = source.Pick(Step + 1);
            yield return End(Step + 1, mover, source.Make(Step + 1, mover, Active.Of(mover.Touched), cancellation));
        }
    }

    private IEnumerable<PathStep> Together(long steps, int workers, CancellationToken cancellation)
    {
        using MovesAhead moves = new(Active, Step + 1, steps, workers, this, cancellation);
        for (long last = Step + steps; Step < last;)
        {
            cancellation.ThrowIfCancellationRequested();
            (PathMover mover, MoveOutcome outcome) = moves.Next();
            yield return End(Step + 1, mover, outcome);
        }
    }

    PathMover IMoveSource.Pick(long step) => scheme.Pick(Active, new RandomSource(choices.Derive((ulong)step)));

    MoveContext IMoveSource.ContextOf(long step, CancellationToken cancellation) => ContextOf(step, cancellation);

    MoveOutcome IMoveSource.Make(long step, PathMover mover, SampleSet samples, CancellationToken cancellation) =>
        MoveAttempts.Try(mover, samples, ContextOf(step, cancellation), options).Trimmed();

    private MoveContext ContextOf(long step, CancellationToken cancellation) => new(engine, scheme, seed, step, options, cancellation);

    private PathStep End(long step, PathMover mover, MoveOutcome outcome)
    {
        PathEnsemble ensemble = mover.Ensembles[0];
        SampledPath[] changes = outcome.Accepted ? Apply(outcome.Changes) : [];
        Step = step;
        PathSample current = Active.Find(ensemble) ?? Active.First(s => outcome.Changes.IsEmpty || s.Replica == outcome.Changes[0].Replica);
        return PathStep.Of(step, mover, outcome, current, records, changes, info);
    }

    private SampledPath[] Apply(ImmutableArray<PathSample> changes)
    {
        SampledPath[] made = [.. changes.Select(SampleSet.ToRecord)];
        SampledPath[] updated = [.. records];
        foreach (SampledPath record in made)
        {
            updated[Array.FindIndex(records, r => r.Replica == record.Replica)] = record;
        }

        Active = Active.With(changes);
        records = updated;
        return made;
    }

    private void CheckPaths()
    {
        if (scheme.IsSingleReplica)
        {
            if (Active.Count != 1 || !scheme.Ensembles.Contains(Active.First().Ensemble))
            {
                throw new PathSamplingException("A scheme of a single replica begins with one path, in one of its ensembles.");
            }
        }
        else
        {
            string[] missing = [.. scheme.Ensembles.Where(e => Active.Find(e) is null).Select(e => e.Name)];
            if (missing.Length > 0)
            {
                throw new PathSamplingException($"There is no initial path for {string.Join("; ", missing)}.");
            }
        }

        foreach (PathSample sample in Active)
        {
            CheckPath(sample.Ensemble, sample.Path);
        }
    }

    private void CheckPath(PathEnsemble ensemble, Trajectory path)
    {
        if (ensemble.Diagnose(path) is string complaint)
        {
            throw new PathSamplingException($"The initial path is not in the ensemble {ensemble.Name}: {complaint}.");
        }

        if (path.Count > options.MaximumLength)
        {
            throw new PathSamplingException(string.Create(
                CultureInfo.InvariantCulture,
                $"The initial path has {path.Count} frames, more than the maximum path length {options.MaximumLength}: raise it."));
        }

        if (path[0].ParticleCount != engine.System.ParticleCount)
        {
            throw new PathSamplingException(
                $"The initial path has {path[0].ParticleCount} particles, the system {engine.System.Name} {engine.System.ParticleCount}.");
        }

        if (engine.NeedsVelocities && path[0].Velocities is null)
        {
            throw new PathSamplingException("The frames of the initial path have no velocities, which shooting needs.");
        }
    }
}
