using System.Threading.Channels;
using MolShell.Compute.Engines;
using MolShell.Compute.Paths.Movers;

namespace MolShell.Compute.Paths.Swapping;

/// <summary>
/// Samples path ensembles with infinite replica exchange and workers that do not wait for each other: each takes an idle ensemble and a path
/// of it, moves it, and puts the result back, while all idle paths are in all their ensembles with the probabilities of infinitely many
/// exchanges. One worker gives the same steps in every run; the steps of several come in the order in which they end.
/// Roet, Zhang, van Erp 2022, doi:10.1021/acs.jpca.2c06004.
/// </summary>
public sealed class SwappingSampler : IPathSampler
{
    // Enough for workers to go on while the caller looks at a step, few enough to hold in memory.
    private const int AheadOfEach = 8;

    private readonly MoveScheme scheme;
    private readonly ISimulationEngine engine;
    private readonly ulong seed;
    private readonly PathSamplingOptions options;
    private readonly int workers;
    private readonly PathRunInfo info;
    private readonly SwapState state;
    private readonly object gate = new();
    private long begun;

    /// <summary>Prepares a run that goes on after a number of steps.</summary>
    /// <param name="scheme">What is sampled and how; every ensemble has a path. Its replica exchanges are left out.</param>
    /// <param name="engine">Makes the frames, on several threads at the same time; not disposed here.</param>
    /// <param name="active">The active path of each ensemble.</param>
    /// <param name="seed">Seed of all random numbers.</param>
    /// <param name="step">Number of steps made so far.</param>
    /// <param name="begun">Greatest number of a move so far; numbers are never used twice.</param>
    /// <param name="options">Further choices; null for the defaults. No more workers work than there are ensembles.</param>
    /// <exception cref="ArgumentException">A mover is not meaningful with this engine, or the scheme has a single replica.</exception>
    /// <exception cref="PathSamplingException">A path is not in its ensemble, or does not fit the engine.</exception>
    public SwappingSampler(
        MoveScheme scheme,
        ISimulationEngine engine,
        SampleSet active,
        ulong seed,
        long step = 0,
        long begun = 0,
        PathSamplingOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(begun, step);

        // The plain sampler checks paths, scheme and engine, and names the frames of the beginning.
        PathSampler plain = new(scheme, engine, active, seed, step, options);
        if (scheme.IsSingleReplica)
        {
            throw new ArgumentException("A scheme of a single replica has nothing to exchange.", nameof(scheme));
        }

        this.scheme = scheme;
        this.engine = engine;
        this.seed = seed;
        this.options = options ?? new PathSamplingOptions();
        workers = Math.Min(this.options.Workers, scheme.Ensembles.Length);
        this.begun = begun;
        info = PathSampler.InfoOf(scheme, engine);
        state = new SwapState(scheme, plain.Active, seed);
        Step = step;
    }

    /// <summary>Number of steps made.</summary>
    public long Step { get; private set; }

    /// <summary>The active paths, each in one of the ensembles that it is a member of.</summary>
    public SampleSet Active
    {
        get
        {
            lock (gate)
            {
                return state.ToSamples();
            }
        }
    }

    public IReadOnlyList<SampledPath> ToRecords()
    {
        lock (gate)
        {
            return state.ToRecords();
        }
    }

    /// <summary>Makes steps, one each time the enumeration asks for one, ahead of it by a few for each worker.</summary>
    /// <param name="steps">Number of steps.</param>
    /// <param name="cancellation">Stops the run; moves under way are then not made.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    /// <exception cref="Dynamics.SimulationException">The dynamics of a trial left the finite numbers; the step is not made.</exception>
    public IEnumerable<PathStep> Run(long steps, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        return workers == 1 ? Alone(steps, cancellation) : Together(steps, cancellation);
    }

    private IEnumerable<PathStep> Alone(long steps, CancellationToken cancellation)
    {
        for (long last = Step + steps; Step < last;)
        {
            cancellation.ThrowIfCancellationRequested();
            SwapMove move = state.Begin(++begun)!;
            MoveOutcome outcome = Make(move, cancellation);
            yield return End(move, outcome, Enter(outcome));
        }
    }

    private IEnumerable<PathStep> Together(long steps, CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using SemaphoreSlim room = new(AheadOfEach * workers);
        Channel<PathStep> made = Channel.CreateUnbounded<PathStep>();
        long open = steps;
        Task[] running = [.. Enumerable.Range(0, workers).Select(_ => Task.Factory.StartNew(
            Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        Task all = Task.WhenAll(running).ContinueWith(
            t => made.Writer.Complete(FaultOf(t)), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            while (made.Reader.WaitToReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
            {
                while (made.Reader.TryRead(out PathStep? step))
                {
                    yield return step;
                    room.Release();
                }
            }
        }
        finally
        {
            // A caller that wants no more steps leaves moves under way behind; they end here, unused.
            stop.Cancel();
            all.Wait(CancellationToken.None);
        }

        cancellation.ThrowIfCancellationRequested();

        void Work()
        {
            try
            {
                while (Next() is SwapMove move)
                {
                    MoveOutcome outcome = Make(move, stop.Token);
                    SwapPath[] entered = Enter(outcome);
                    lock (gate)
                    {
                        made.Writer.TryWrite(End(move, outcome, entered));
                        Monitor.PulseAll(gate);
                    }
                }
            }
            catch
            {
                stop.Cancel();
                lock (gate)
                {
                    Monitor.PulseAll(gate);
                }

                throw;
            }
        }

        // Where the movers left need an ensemble that is under way, the end of that move is waited for.
        SwapMove? Next()
        {
            room.Wait(stop.Token);
            lock (gate)
            {
                while (open > 0)
                {
                    stop.Token.ThrowIfCancellationRequested();
                    if (state.Begin(begun + 1) is SwapMove move)
                    {
                        open--;
                        begun++;
                        return move;
                    }

                    Monitor.Wait(gate);
                }

                return null;
            }
        }
    }

    // When one worker fails the others are cancelled, so that theirs is not the fault to tell.
    private static Exception? FaultOf(Task workers) =>
        workers.Exception?.InnerExceptions.OrderBy(e => e is OperationCanceledException).First();

    private MoveOutcome Make(SwapMove move, CancellationToken cancellation) =>
        MoveAttempts.Try(
            move.Mover, move.Samples, new MoveContext(engine, scheme, seed, move.Number, options, cancellation), options);

    // What a changed path is to each ensemble takes time that grows with its length, so the others are not held up by it.
    private SwapPath[] Enter(MoveOutcome outcome) =>
        outcome.Accepted ? [.. outcome.Changes.Select(c => state.Enter(c.Replica, c.Path.Trimmed()))] : [];

    private PathStep End(SwapMove move, MoveOutcome outcome, SwapPath[] entered)
    {
        PathSample[] changes = [.. entered.Select((path, i) => outcome.Changes[i] with { Path = path.Path })];
        IReadOnlyList<SampledPath> records = state.End(move, entered.Select((path, i) => (outcome.Changes[i].Ensemble, path)));
        Step++;
        PathSample current = move.Samples.With(changes).Find(move.Mover.Ensembles[0])!;
        return PathStep.Of(Step, move.Mover, outcome, current, state.Sample(Step), records, info) with { Move = move.Number };
    }
}
