using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>Where a replica of a system of one particle begins.</summary>
/// <param name="Position">Position [length].</param>
/// <param name="Velocity">Velocity [length/time]; ignored by overdamped dynamics.</param>
/// <param name="Key">Decides the noise, as <see cref="SimulationOptions.Key"/> does for a run alone.</param>
public readonly record struct ReplicaStart(Vec3 Position, Vec3 Velocity, RandomKey Key);
