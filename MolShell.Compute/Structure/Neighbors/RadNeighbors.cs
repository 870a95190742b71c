using MolShell.Compute.Devices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Structure.Neighbors;

/// <summary>
/// The neighbours by relative angular distance: those that no nearer particle k blocks, where k blocks j of i if cos(j i k) / r_ik^2 > 1 / r_ij^2.
/// The closed form ends with the first particle that is blocked; the open form looks at all within a range. Higham and Henchman 2016,
/// doi:10.1063/1.4961439.
/// </summary>
public sealed record RadNeighbors : NeighborRule
{
    private const int UsuallyNeeded = 15;

    /// <summary>The closed form, which has no parameter.</summary>
    public RadNeighbors()
    {
    }

    /// <summary>The open form.</summary>
    /// <param name="range">Distance within which particles that are not blocked are neighbours [length].</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is not positive and finite.</exception>
    public RadNeighbors(double range)
    {
        if (!(range > 0) || !double.IsFinite(range))
        {
            throw new ArgumentOutOfRangeException(nameof(range), range, "The range of open RAD shells has to be positive and finite.");
        }

        OpenRange = range;
    }

    /// <summary>Range of the open form [length]; null for the closed one.</summary>
    public double? OpenRange { get; }

    /// <inheritdoc/>
    public override NeighborTable Find(Frame frame, CpuDevice device, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return OpenRange is { } range
            ? NeighborSearch.Run(frame, this, new ParticleGrid(frame.Positions, frame.Box, range), range, SelectOpen, device, cancellation)
            : NearestSearch.Run(frame, this, UsuallyNeeded, SelectClosed, device, cancellation);
    }

    public override string ToString() => OpenRange is { } range
        ? FormattableString.Invariant($"open relative-angular-distance shells within {range:g6}")
        : "closed relative-angular-distance shells";

    private static bool SelectClosed(FoundNeighbors found)
    {
        for (int j = 1; j < found.Count; j++)
        {
            if (IsBlocked(found, j))
            {
                found.Keep(j);
                return true;
            }
        }

        // Nothing is blocked: all there is are neighbours, if that was all.
        return found.IsWidest;
    }

    private static bool SelectOpen(FoundNeighbors found)
    {
        // From the farthest on, so that those tested against are still there.
        for (int j = found.Count - 1; j > 0; j--)
        {
            if (IsBlocked(found, j))
            {
                found.Drop(j);
            }
        }

        return true;
    }

    private static bool IsBlocked(FoundNeighbors found, int neighbor)
    {
        Vec3 there = found.VectorTo(neighbor);
        double square = found.Squares[neighbor], distance = Math.Sqrt(square);
        for (int k = 0; k < neighbor; k++)
        {
            double nearer = found.Squares[k];
            if (Vec3.Dot(there, found.VectorTo(k)) * square > nearer * distance * Math.Sqrt(nearer))
            {
                return true;
            }
        }

        return false;
    }
}
