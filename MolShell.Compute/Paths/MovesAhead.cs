using System.Diagnostics.CodeAnalysis;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Paths.Movers;

namespace MolShell.Compute.Paths;

/// <summary>
/// Makes the moves of coming steps at the same time, each as soon as those before it that touch the same ensembles have ended, and hands them
/// out in the order of the steps. Which moves come is known ahead, and moves of different ensembles do not see each other, so that the
/// outcomes are those of moves made one after the other. Belongs to one thread, besides those that it works with.
/// </summary>
/// <remarks>
/// Minus moves, which take most of the time, are taken to be accepted, as they nearly always are: what one gives the innermost interface is known
/// without its dynamics, and so what follows there is made already. Where one is rejected, all after it is made anew.
/// </remarks>
internal sealed class MovesAhead : IDisposable
{
    // Enough to find work for each worker behind moves that wait for a slow one, as long as memory holds the paths made: particles times frames.
    private const int AheadOfEach = 128;
    private const long MostNumbers = 1 << 22;

    private readonly IMoveSource source;
    private readonly CancellationToken cancellation;
    private readonly TaskScheduler scheduler;
    private readonly int most;
    private readonly long last;
    private readonly Queue<Move> open = [];
    private readonly Dictionary<PathEnsemble, Task<PathSample>> latest = [];
    private readonly Dictionary<PathEnsemble, GivenPath> given = [];
    private CancellationTokenSource stop;
    private SampleSet active;
    private long planned;

    /// <param name="active">The active path of each ensemble before the first of the moves.</param>
    /// <param name="first">Number of the first step.</param>
    /// <param name="count">Number of steps.</param>
    /// <param name="workers">Number of moves at the same time.</param>
    /// <param name="source">Says what the moves are, and makes them.</param>
    /// <param name="cancellation">Ends the moves under way.</param>
    public MovesAhead(SampleSet active, long first, long count, int workers, IMoveSource source, CancellationToken cancellation)
    {
        (this.active, this.source, this.cancellation) = (active, source, cancellation);
        last = first - 1 + count;
        long numbers = active.Sum(s => (long)s.Path.Count * s.Path[0].ParticleCount) / active.Count;
        most = (int)Math.Clamp(MostNumbers / numbers, 2 * workers, AheadOfEach * workers);
        scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, workers).ConcurrentScheduler;
        BeginAfter(first - 1);
    }

    /// <summary>The outcome of the next step, which is waited for.</summary>
    /// <exception cref="OperationCanceledException">The moves were ended.</exception>
    public (PathMover Mover, MoveOutcome Outcome) Next()
    {
        while (open.Count < most && planned < last)
        {
            Plan(++planned);
        }

        Move move = open.Peek();
        MoveOutcome outcome = move.Outcome.GetAwaiter().GetResult();
        open.Dequeue();
        if (outcome.Accepted)
        {
            active = active.With(outcome.Changes);
        }
        else if (move.Mover is MinusMover)
        {
            long step = planned - open.Count;
            End();
            BeginAfter(step);
        }

        return (move.Mover, outcome);
    }

    /// <summary>Ends the moves that nobody asked for.</summary>
    public void Dispose() => End();

    [MemberNotNull(nameof(stop))]
    private void BeginAfter(long step)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        planned = step;
        given.Clear();
        foreach (PathSample sample in active)
        {
            latest[sample.Ensemble] = Task.FromResult(sample);
        }
    }

    private void End()
    {
        stop.Cancel();
        Task.WhenAll(open.Select(m => m.Outcome)).ContinueWith(static _ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        open.Clear();
        stop.Dispose();
    }

    private void Plan(long step)
    {
        PathMover mover = source.Pick(step);
        CancellationToken token = stop.Token;
        PathEnsemble[] touched = [.. mover.Touched.Where(latest.ContainsKey)];
        if (mover is not MinusMover minus)
        {
            Task<SampleSet> before = AllAsync([.. touched.Select(e => latest[e])]);
            Task<MoveOutcome> outcome = MakeAsync(step, mover, before, token);
            foreach (PathEnsemble ensemble in touched)
            {
                latest[ensemble] = AfterAsync(ensemble, before, outcome);
                given.Remove(ensemble);
            }

            open.Enqueue(new Move(mover, outcome));
            return;
        }

        MoveContext context = source.ContextOf(step, token);
        Task<PathSample> around = latest[minus.Around];
        Task<PathSample> inner = latest[minus.Innermost];
        Task<MoveOutcome> whole = MakeAsync(step, minus, around, inner, context, token);

        // The last minus move made its path of one of the innermost interface and of frames at the end that is grown; the former is known.
        latest[minus.Innermost] = given.GetValueOrDefault(minus.Around) is { } path && MinusMover.TakesEnd(context) != path.Grown
            ? path.Sample
            : ExcursionAsync(minus, around, context);
        latest[minus.Around] = AfterAsync(minus.Around, AllAsync([around, inner]), whole);
        given[minus.Around] = new GivenPath(inner, MinusMover.Grows(context));
        open.Enqueue(new Move(minus, whole));
    }

    private async Task<MoveOutcome> MakeAsync(long step, PathMover mover, Task<SampleSet> before, CancellationToken token)
    {
        SampleSet samples = await before.ConfigureAwait(false);
        return await Work(() => source.Make(step, mover, samples, token), token).ConfigureAwait(false);
    }

    // The dynamics does not need the path around the state, which may still be under way.
    private async Task<MoveOutcome> MakeAsync(
        long step, MinusMover minus, Task<PathSample> around, Task<PathSample> inner, MoveContext context, CancellationToken token)
    {
        PathSample innermost = await inner.ConfigureAwait(false);
        PathTrial? trial = await Work(() => Grow(minus, innermost, context), token).ConfigureAwait(false);
        PathSample outside = await around.ConfigureAwait(false);
        return trial is null
            ? await Work(() => source.Make(step, minus, new SampleSet([outside, innermost]), token), token).ConfigureAwait(false)
            : minus.Decide(outside, innermost, trial, context).Trimmed();
    }

    private Task<T> Work<T>(Func<T> work, CancellationToken token) =>
        Task.Factory.StartNew(work, token, TaskCreationOptions.DenyChildAttach, scheduler);

    // What is to be done about dynamics that fails is up to the whole move, made anew.
    private static PathTrial? Grow(MinusMover minus, PathSample innermost, MoveContext context)
    {
        try
        {
            return minus.Grow(innermost, context);
        }
        catch (SimulationException)
        {
            return null;
        }
    }

    private static async Task<PathSample> ExcursionAsync(MinusMover minus, Task<PathSample> around, MoveContext context) =>
        minus.Excursion(await around.ConfigureAwait(false), context);

    private static async Task<SampleSet> AllAsync(Task<PathSample>[] samples) => new(await Task.WhenAll(samples).ConfigureAwait(false));

    private static async Task<PathSample> AfterAsync(PathEnsemble ensemble, Task<SampleSet> before, Task<MoveOutcome> move)
    {
        MoveOutcome outcome = await move.ConfigureAwait(false);
        SampleSet samples = await before.ConfigureAwait(false);
        return (outcome.Accepted ? samples.With(outcome.Changes) : samples).Find(ensemble)!;
    }

    private sealed record Move(PathMover Mover, Task<MoveOutcome> Outcome);

    /// <summary>What the last minus move around a state began with, and the end that it grew.</summary>
    private sealed record GivenPath(Task<PathSample> Sample, PathDirection Grown);
}
