namespace MolShell.Compute.Paths;

/// <summary>The active path of an ensemble.</summary>
/// <param name="Ensemble">The ensemble.</param>
/// <param name="Path">A member of it.</param>
/// <param name="Replica">
/// Number of the replica, from 0: it follows paths as they pass from ensemble to ensemble, and keeps its number as shots change its path.
/// </param>
public sealed record PathSample(PathEnsemble Ensemble, Trajectory Path, int Replica = 0);
