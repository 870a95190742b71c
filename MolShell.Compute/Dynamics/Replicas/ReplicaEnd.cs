using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>Where and why a replica ended.</summary>
/// <param name="Outcome">What <see cref="ReplicaOptions.Stop"/> said; -1 where the replica made all its steps.</param>
/// <param name="Frame">Its last frame; <see cref="Frame.Step"/> says how many steps it made.</param>
public readonly record struct ReplicaEnd(int Outcome, Frame Frame);
