using MolShell.Compute.Numerics;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>Where and why a replica ended.</summary>
/// <param name="Step">Steps it made.</param>
/// <param name="Outcome">What <see cref="ReplicaOptions.Stop"/> said; -1 where the replica made all its steps.</param>
/// <param name="Position">Position [length].</param>
/// <param name="Velocity">Velocity [length/time]; zero for overdamped dynamics.</param>
/// <param name="PotentialEnergy">Potential energy [energy].</param>
public readonly record struct ReplicaEnd(long Step, int Outcome, Vec3 Position, Vec3 Velocity, double PotentialEnergy);
