using MolShell.Compute.Devices;
using MolShell.Compute.Structure.Voronoi;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Structure.Neighbors;

/// <summary>Particles whose Voronoi cells share a face, each with the weight area^exponent.</summary>
/// <param name="Exponent">1 for Minkowski structure metrics (doi:10.1063/1.4774084), 0 for neighbours that are all alike.</param>
public sealed record VoronoiNeighbors(double Exponent = 1) : NeighborRule
{
    /// <summary>How space is divided.</summary>
    public VoronoiOptions Options { get; init; } = new();

    /// <inheritdoc/>
    public override NeighborTable Find(Frame frame, CpuDevice device, CancellationToken cancellation = default) =>
        VoronoiTessellation.Compute(frame, Options, device, cancellation).ToNeighbors(Exponent);

    public override string ToString() => Exponent == 0
        ? "of Voronoi cells"
        : FormattableString.Invariant($"of Voronoi cells, by area^{Exponent:g}");
}
