using MolShell.Compute.Structure.Neighbors;

namespace MolShell.Compute.Structure;

/// <summary>The result of an analysis of one frame that goes by the neighbours of each particle.</summary>
public interface INeighborResult : IFrameResult
{
    /// <summary>The neighbours.</summary>
    NeighborTable Neighbors { get; }
}
