using MolShell.Compute.Devices;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Structure.Neighbors;

/// <summary>The k nearest images. That j is among those of i does not mean that i is among those of j.</summary>
public sealed record NearestNeighbors : NeighborRule
{
    /// <param name="count">The number k.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one.</exception>
    public NearestNeighbors(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Count = count;
    }

    /// <summary>The number k.</summary>
    public int Count { get; }

    /// <inheritdoc/>
    public override NeighborTable Find(Frame frame, CpuDevice device, CancellationToken cancellation = default) =>
        NearestSearch.Run(frame, this, Count, Select, device, cancellation);

    public override string ToString() => FormattableString.Invariant($"the {Count} nearest");

    private bool Select(FoundNeighbors found)
    {
        if (found.Count < Count)
        {
            return false;
        }

        found.Keep(Count);
        return true;
    }
}
