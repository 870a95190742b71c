using MolShell.Compute.Variables;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>Says whether a replica ends at a point: a number from 0 on tells why, and a negative one lets it go on. Runs on any thread.</summary>
public delegate int ReplicaStop(PhasePoint point);
