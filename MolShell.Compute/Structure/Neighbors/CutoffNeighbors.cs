using MolShell.Compute.Devices;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Structure.Neighbors;

/// <summary>All images at distances d with minimum &lt; d &lt;= cutoff; with a minimum, a shell. A particle itself (d = 0) is none.</summary>
public sealed record CutoffNeighbors : NeighborRule
{
    /// <param name="cutoff">Largest distance [length].</param>
    /// <param name="minimum">Distance that neighbours are beyond [length]; negative for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cutoff is not positive and finite, or not beyond the minimum.</exception>
    public CutoffNeighbors(double cutoff, double minimum = -1)
    {
        if (!(cutoff > 0) || !double.IsFinite(cutoff))
        {
            throw new ArgumentOutOfRangeException(nameof(cutoff), cutoff, "The cutoff has to be positive and finite.");
        }

        if (!(minimum < cutoff))
        {
            throw new ArgumentOutOfRangeException(nameof(minimum), minimum, FormattableString.Invariant(
                $"A shell of neighbours has to begin before the cutoff {cutoff}."));
        }

        (Cutoff, Minimum) = (cutoff, minimum);
    }

    /// <summary>Largest distance [length].</summary>
    public double Cutoff { get; }

    /// <summary>Distance that neighbours are beyond [length]; negative for none.</summary>
    public double Minimum { get; }

    /// <inheritdoc/>
    public override NeighborTable Find(Frame frame, CpuDevice device, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ParticleGrid grid = new(frame.Positions, frame.Box, Cutoff);
        double minimumSquared = Minimum < 0 ? -1 : Minimum * Minimum;
        return NeighborSearch.Run(frame, this, grid, Cutoff, Select, device, cancellation);

        bool Select(FoundNeighbors found)
        {
            found.DropUpTo(minimumSquared);
            return true;
        }
    }

    public override string ToString() => Minimum < 0
        ? FormattableString.Invariant($"within {Cutoff:g6}")
        : FormattableString.Invariant($"between {Minimum:g6} and {Cutoff:g6}");
}
