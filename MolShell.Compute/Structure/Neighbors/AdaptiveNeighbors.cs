using MolShell.Compute.Devices;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Structure.Neighbors;

/// <summary>
/// All images at distances up to a multiple of the mean distance of the six nearest, a cutoff that goes with the density around each particle.
/// Stukowski 2012, doi:10.1088/0965-0393/20/4/045021, has such cutoffs for common neighbour analysis; the factor 1.2 is that of pyscal.
/// </summary>
public sealed record AdaptiveNeighbors : NeighborRule
{
    private const int MeanOf = 6;
    private const int UsuallyNeeded = 14;

    /// <param name="factor">The multiple, more than one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is one or less, or not finite.</exception>
    public AdaptiveNeighbors(double factor = 1.2)
    {
        if (!(factor > 1) || !double.IsFinite(factor))
        {
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor of adaptive cutoffs has to be more than 1 and finite.");
        }

        Factor = factor;
    }

    /// <summary>Cutoff over the mean distance of the six nearest.</summary>
    public double Factor { get; }

    /// <inheritdoc/>
    public override NeighborTable Find(Frame frame, CpuDevice device, CancellationToken cancellation = default) =>
        NearestSearch.Run(frame, this, UsuallyNeeded, Select, device, cancellation);

    public override string ToString() => FormattableString.Invariant($"within {Factor:g6} times the mean of the {MeanOf} nearest");

    private bool Select(FoundNeighbors found)
    {
        if (found.Count < MeanOf)
        {
            return false;
        }

        double sum = 0;
        for (int k = 0; k < MeanOf; k++)
        {
            sum += Math.Sqrt(found.Squares[k]);
        }

        double cutoff = Factor * sum / MeanOf;
        if (cutoff > found.Range && !found.IsWidest)
        {
            return false;
        }

        int count = MeanOf;
        while (count < found.Count && Math.Sqrt(found.Squares[count]) <= cutoff)
        {
            count++;
        }

        // The farthest of the six may be beyond the cutoff.
        while (Math.Sqrt(found.Squares[count - 1]) > cutoff)
        {
            count--;
        }

        found.Keep(count);
        return true;
    }
}
