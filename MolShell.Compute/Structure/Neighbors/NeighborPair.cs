using MolShell.Compute.Numerics;

namespace MolShell.Compute.Structure.Neighbors;

/// <summary>A particle and one of its neighbours.</summary>
/// <param name="Step">Step of the frame.</param>
/// <param name="Particle">The particle.</param>
/// <param name="Neighbor">The particle that the neighbour is an image of.</param>
/// <param name="Distance">Their distance [length].</param>
/// <param name="Vector">From the particle to the neighbour [length].</param>
/// <param name="Weight">Weight of the neighbour; 1 where all are alike.</param>
public sealed record NeighborPair(long Step, int Particle, int Neighbor, double Distance, Vec3 Vector, double Weight);
