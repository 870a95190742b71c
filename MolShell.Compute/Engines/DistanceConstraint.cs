namespace MolShell.Compute.Engines;

/// <summary>Two particles whose distance an engine holds fixed.</summary>
/// <param name="First">Index of the one particle.</param>
/// <param name="Second">Index of the other.</param>
public readonly record struct DistanceConstraint(int First, int Second);
