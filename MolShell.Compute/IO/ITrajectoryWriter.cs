using MolShell.Compute.Systems;

namespace MolShell.Compute.IO;

/// <summary>Writes a trajectory frame by frame. Disposing completes the file.</summary>
public interface ITrajectoryWriter : IDisposable
{
    /// <summary>Appends a frame.</summary>
    /// <exception cref="ArgumentException">The format cannot hold the frame; the message says what it cannot hold.</exception>
    void Write(Frame frame);
}
