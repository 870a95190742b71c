using System.Collections.Concurrent;
using MolShell.Compute.Systems;

namespace MolShell.Commands.Plots;

/// <summary>
/// Joins a pipeline, which pushes frames, to a writer, which pulls them: the writer runs on a thread of its own, some frames behind, so
/// that a trajectory is never in memory as a whole.
/// </summary>
internal sealed class FrameStream : IDisposable
{
    private const int Capacity = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly BlockingCollection<Frame> frames = new(Capacity);
    private readonly CancellationTokenSource stop;
    private readonly Task writer;

    /// <param name="write">Writes all frames of the enumeration, which ends when <see cref="Complete"/> is called.</param>
    /// <param name="cancellation">Stops the writer.</param>
    public FrameStream(Action<IEnumerable<Frame>, CancellationToken> write, CancellationToken cancellation)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        writer = Task.Run(() => write(frames.GetConsumingEnumerable(stop.Token), stop.Token), CancellationToken.None);
    }

    /// <summary>Hands a frame on; throws what the writer threw, if it has failed.</summary>
    public void Add(Frame frame)
    {
        while (!frames.TryAdd(frame, (int)Patience.TotalMilliseconds, stop.Token))
        {
            if (writer.IsCompleted)
            {
                writer.GetAwaiter().GetResult();
            }
        }
    }

    /// <summary>Waits until the last frame is written; throws what the writer threw, if it has failed.</summary>
    public void Complete()
    {
        frames.CompleteAdding();
        writer.GetAwaiter().GetResult();
    }

    /// <summary>Stops the writer where it has not ended, and waits for it.</summary>
    public void Dispose()
    {
        stop.Cancel();
        ((IAsyncResult)writer).AsyncWaitHandle.WaitOne();
        frames.Dispose();
        stop.Dispose();
    }
}
