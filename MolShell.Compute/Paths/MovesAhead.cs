using MolShell.Compute.Paths.Movers;

namespace MolShell.Compute.Paths;

/// <summary>
/// Makes the moves of coming steps at the same time, each as soon as those before it that touch the same ensembles have ended, and hands them
/// out in the order of the steps. Which moves come is known ahead, and moves of different ensembles do not see each other, so that the
/// outcomes are those of moves made one after the other. Belongs to one thread, besides those that it works with.
/// </summary>
internal sealed class MovesAhead : IDisposable
{
    // Enough to find work for each worker behind moves that wait for a slow one.
    private const int AheadOfEach = 32;

    private readonly Func<long, PathMover> pick;
    private readonly Func<long, PathMover, SampleSet, CancellationToken, MoveOutcome> make;
    private readonly CancellationTokenSource stop;
    private readonly TaskScheduler scheduler;
    private readonly int most;
    private readonly long last;
    private readonly Queue<Move> open = [];
    private readonly Dictionary<PathEnsemble, Task<Result>> latest;
    private long planned;

    /// <param name="active">The active path of each ensemble before the first of the moves.</param>
    /// <param name="first">Number of the first step.</param>
    /// <param name="count">Number of steps.</param>
    /// <param name="workers">Number of moves at the same time.</param>
    /// <param name="pick">The mover of a step.</param>
    /// <param name="make">The move of a step; called on several threads at the same time.</param>
    /// <param name="cancellation">Ends the moves under way.</param>
    public MovesAhead(
        SampleSet active,
        long first,
        long count,
        int workers,
        Func<long, PathMover> pick,
        Func<long, PathMover, SampleSet, CancellationToken, MoveOutcome> make,
        CancellationToken cancellation)
    {
        (this.pick, this.make, planned, last) = (pick, make, first - 1, first - 1 + count);
        most = AheadOfEach * workers;
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, workers).ConcurrentScheduler;
        latest = active.ToDictionary(s => s.Ensemble, _ => Task.FromResult(new Result(null, active)));
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
        MoveOutcome outcome = move.Task.GetAwaiter().GetResult().Outcome!;
        open.Dequeue();
        return (move.Mover, outcome);
    }

    /// <summary>Ends the moves that nobody asked for.</summary>
    public void Dispose()
    {
        stop.Cancel();
        Task.WhenAll(open.Select(m => m.Task)).ContinueWith(static _ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        stop.Dispose();
    }

    private void Plan(long step)
    {
        PathMover mover = pick(step);
        PathEnsemble[] touched = [.. mover.Touched.Where(latest.ContainsKey)];
        Task<Result>[] before = [.. touched.Select(e => latest[e])];
        Task<Result> task = Task.WhenAll(before).ContinueWith(
            results => Make(step, mover, new SampleSet(touched.Select((e, i) => results.Result[i].After.Find(e)!))),
            stop.Token,
            TaskContinuationOptions.OnlyOnRanToCompletion,
            scheduler);
        foreach (PathEnsemble ensemble in touched)
        {
            latest[ensemble] = task;
        }

        open.Enqueue(new Move(mover, task));
    }

    private Result Make(long step, PathMover mover, SampleSet before)
    {
        MoveOutcome outcome = make(step, mover, before, stop.Token);
        return new Result(outcome, outcome.Accepted ? before.With(outcome.Changes) : before);
    }

    private sealed record Move(PathMover Mover, Task<Result> Task);

    /// <summary>What came of a move, and the paths of its ensembles after it; at the beginning, those of all ensembles.</summary>
    private sealed record Result(MoveOutcome? Outcome, SampleSet After);
}
