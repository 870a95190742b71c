using MolShell.Compute.Devices;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Structure.Neighbors;

/// <summary>
/// The solid-angle based nearest neighbours: the m nearest images for the smallest m >= 3 with R(m) = sum_{j&lt;=m} r_j / (m - 2) &lt;= r_{m+1}, whose
/// solid angles fill the sphere. It has no parameter. van Meel, Filion, Valeriani, Frenkel 2012, doi:10.1063/1.4729313.
/// </summary>
public sealed record SannNeighbors : NeighborRule
{
    private const int Fewest = 3;
    private const int UsuallyNeeded = 15;

    /// <inheritdoc/>
    public override NeighborTable Find(Frame frame, CpuDevice device, CancellationToken cancellation = default) =>
        NearestSearch.Run(frame, this, UsuallyNeeded, Select, device, cancellation);

    public override string ToString() => "within solid-angle based shells";

    private static bool Select(FoundNeighbors found)
    {
        double sum = 0;
        for (int m = 1; m <= found.Count; m++)
        {
            sum += Math.Sqrt(found.Squares[m - 1]);
            if (m < Fewest)
            {
                continue;
            }

            // Beyond the last one found there is none within the range.
            double shell = sum / (m - 2), next = m < found.Count ? Math.Sqrt(found.Squares[m]) : found.Range;
            if (shell <= next)
            {
                found.Keep(m);
                return true;
            }
        }

        return false;
    }
}
