namespace MolShell.Compute.Paths;

/// <summary>The active path of an ensemble.</summary>
public sealed record PathSample(PathEnsemble Ensemble, Trajectory Path);
