using MolShell.Compute.Systems;

namespace MolShell.Compute.IO;

/// <summary>Reads the next frame on another thread while one is at work, so that two frames are in memory and a stop needs not wait.</summary>
public sealed class FrameReadAhead : IDisposable
{
    private readonly ITrajectoryReader reader;
    private readonly Func<ITrajectoryReader, Frame?> read;
    private Task<Frame?>? next;

    /// <param name="reader">Where frames come from; disposed of with this.</param>
    /// <param name="read">Gets the next frame wanted of the reader, null after the last; runs on another thread.</param>
    public FrameReadAhead(ITrajectoryReader reader, Func<ITrajectoryReader, Frame?> read)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(read);
        (this.reader, this.read) = (reader, read);
    }

    /// <summary>The next frame; null after the last, or where there is none yet.</summary>
    /// <exception cref="InvalidDataException">The frame is damaged.</exception>
    /// <exception cref="OperationCanceledException">A stop was asked for; the frame under way is left to itself.</exception>
    public Frame? Read(CancellationToken cancellation)
    {
        Task<Frame?> current = next ?? Start();
        WaitHandle.WaitAny([((IAsyncResult)current).AsyncWaitHandle, cancellation.WaitHandle]);
        cancellation.ThrowIfCancellationRequested();
        next = null;
        Frame? frame = current.GetAwaiter().GetResult();
        next = frame is null ? null : Start();
        return frame;
    }

    /// <summary>Disposes of the reader as soon as it has ended what it does.</summary>
    public void Dispose()
    {
        if (next is null)
        {
            reader.Dispose();
            return;
        }

        _ = next.ContinueWith(
            ended =>
            {
                _ = ended.Exception;
                reader.Dispose();
            },
            TaskScheduler.Default);
    }

    private Task<Frame?> Start() => Task.Run(() => read(reader));
}
