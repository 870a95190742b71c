namespace MolShell.Compute.Systems;

/// <summary>A bonded pair of particles, by index from 0.</summary>
public readonly record struct Bond(int I, int J);
