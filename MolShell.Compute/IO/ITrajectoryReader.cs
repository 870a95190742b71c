using MolShell.Compute.Systems;

namespace MolShell.Compute.IO;

/// <summary>Reads a trajectory frame by frame and holds no more than one. Belongs to one thread at a time.</summary>
public interface ITrajectoryReader : IDisposable
{
    /// <summary>Number of frames where the file tells without being read as a whole; null otherwise.</summary>
    long? FrameCount { get; }

    /// <summary>The next frame; null after the last one, and where the last one is not complete yet in a file that is still being written.</summary>
    /// <exception cref="InvalidDataException">The frame is damaged; names file, line or byte, what was found and what was expected.</exception>
    Frame? Read();

    /// <summary>Passes over the next frame, faster than reading it; false after the last one.</summary>
    /// <exception cref="InvalidDataException">The frame is damaged.</exception>
    bool Skip();

    /// <summary>Makes frame <paramref name="index"/>, from 0, the next one; false where the format or the stream cannot do so at once.</summary>
    bool TrySeek(long index);
}
