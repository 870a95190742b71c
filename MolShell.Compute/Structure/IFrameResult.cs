using MolShell.Compute.Systems;

namespace MolShell.Compute.Structure;

/// <summary>The result of an analysis of one frame, with values of its particles.</summary>
public interface IFrameResult
{
    /// <summary>The frame that was analysed.</summary>
    Frame Frame { get; }

    /// <summary>The frame with the results as columns, for files and pictures.</summary>
    Frame ToFrame();
}
