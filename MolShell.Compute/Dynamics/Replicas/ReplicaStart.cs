using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>Where a replica begins.</summary>
/// <param name="Frame">Positions, box and, but for overdamped dynamics, velocities.</param>
/// <param name="Key">Decides the noise, as <see cref="SimulationOptions.Key"/> does for a run alone.</param>
public readonly record struct ReplicaStart(Frame Frame, RandomKey Key);
