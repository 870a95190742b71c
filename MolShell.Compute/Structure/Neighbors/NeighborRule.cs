using MolShell.Compute.Devices;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Structure.Neighbors;

/// <summary>What makes a particle a neighbour of another.</summary>
public abstract record NeighborRule
{
    /// <summary>The neighbours of each particle of a frame, the same for any number of threads.</summary>
    /// <param name="frame">The frame, in any box; positions may lie outside it.</param>
    /// <param name="device">The processor and its number of threads.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="ArgumentException">A particle is not at a finite place, or the rule does not fit the frame.</exception>
    public abstract NeighborTable Find(Frame frame, CpuDevice device, CancellationToken cancellation = default);
}
