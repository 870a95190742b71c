using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace MolShell.Compute.Devices;

/// <summary>
/// Threads that wait for work all the time, so that handing it out costs a fraction of a microsecond and allocates nothing. The caller is
/// one of the team. Waiting threads spin for a short while and then sleep.
/// </summary>
internal sealed class ThreadTeam : IDisposable
{
    // About a millisecond, and 50 microseconds.
    private const int SpinsBeforeSleep = 30_000;
    private const int SpinsBeforeYield = 1500;

    private readonly Worker[] workers;
    private Action<int>? work;
    private ExceptionDispatchInfo? fault;
    private bool stopped;
    private LineOfItsOwn round;
    private LineOfItsOwn running;

    /// <param name="size">Number of threads, the caller's included.</param>
    public ThreadTeam(int size)
    {
        Size = size;
        workers = new Worker[size - 1];
        for (int w = 0; w < workers.Length; w++)
        {
            workers[w] = new Worker(this, w + 1);
        }
    }

    public int Size { get; }

    /// <summary>Runs the work for each part 0 ... <see cref="Size"/> - 1 at the same time, and returns when all are done.</summary>
    public void Run(Action<int> part)
    {
        if (workers.Length == 0)
        {
            part(0);
            return;
        }

        work = part;
        Volatile.Write(ref running.Value, workers.Length);
        Interlocked.Increment(ref round.Value);
        foreach (Worker worker in workers)
        {
            worker.Wake();
        }

        try
        {
            part(0);
        }
        finally
        {
            SpinWait wait = default;
            for (int spin = 0; Volatile.Read(ref running.Value) > 0; spin++)
            {
                if (spin < SpinsBeforeYield)
                {
                    Thread.SpinWait(1);
                }
                else
                {
                    wait.SpinOnce(sleep1Threshold: -1);
                }
            }

            work = null;
        }

        if (fault is { } found)
        {
            fault = null;
            found.Throw();
        }
    }

    public void Dispose()
    {
        if (!stopped)
        {
            Volatile.Write(ref stopped, true);
            Interlocked.Increment(ref round.Value);
            foreach (Worker worker in workers)
            {
                worker.Wake();
            }
        }
    }

    // What one thread writes while another waits for something else, apart from that in memory.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct LineOfItsOwn
    {
        [FieldOffset(128)]
        public int Value;
    }

    private sealed class Worker : IDisposable
    {
        private readonly ThreadTeam team;
        private readonly int part;
        private readonly SemaphoreSlim signal = new(0);
        private int asleep;

        public Worker(ThreadTeam team, int part)
        {
            (this.team, this.part) = (team, part);
            Thread thread = new(Loop) { IsBackground = true, Name = $"MolShell worker {part}" };
            thread.Start();
        }

        public void Wake()
        {
            // Changing the round was a full fence: who falls asleep after this look sees the new round.
            if (Volatile.Read(ref asleep) == 1 && Interlocked.CompareExchange(ref asleep, 0, 1) == 1)
            {
                signal.Release();
            }
        }

        public void Dispose() => signal.Dispose();

        private void Loop()
        {
            int done = 0;
            while (true)
            {
                WaitFor(done);
                done++;
                if (Volatile.Read(ref team.stopped))
                {
                    Dispose();
                    return;
                }

                try
                {
                    team.work!(part);
                }
                catch (Exception error)
                {
                    team.fault = ExceptionDispatchInfo.Capture(error);
                }
                finally
                {
                    Interlocked.Decrement(ref team.running.Value);
                }
            }
        }

        private void WaitFor(int done)
        {
            for (int spin = 0; spin < SpinsBeforeSleep; spin++)
            {
                if (Volatile.Read(ref team.round.Value) != done)
                {
                    return;
                }

                Thread.SpinWait(1);
            }

            while (true)
            {
                Interlocked.Exchange(ref asleep, 1);
                if (Volatile.Read(ref team.round.Value) != done && Interlocked.CompareExchange(ref asleep, 0, 1) == 1)
                {
                    return;
                }

                signal.Wait();
                if (Volatile.Read(ref team.round.Value) != done)
                {
                    return;
                }
            }
        }
    }
}
