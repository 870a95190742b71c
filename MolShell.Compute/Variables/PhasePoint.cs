using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Variables;

/// <summary>What a collective variable reads: coordinates and cell, without a copy.</summary>
public readonly ref struct PhasePoint(ReadOnlySpan<Vec3> positions, ReadOnlySpan<Vec3> velocities, Box box, int dimension = 3)
{
    /// <summary>Positions [length], shape [n, 3].</summary>
    public ReadOnlySpan<Vec3> Positions { get; } = positions;

    /// <summary>Velocities [length/time], shape [n, 3]; empty where there are none.</summary>
    public ReadOnlySpan<Vec3> Velocities { get; } = velocities;

    public Box Box { get; } = box;

    /// <summary>Number of coordinates of each particle, see <see cref="Topology.Dimension"/>.</summary>
    public int Dimension { get; } = dimension;

    public static PhasePoint Of(Frame frame) => new(frame.Positions, frame.Velocities, frame.Box, frame.Topology.Dimension);
}
