namespace MolShell.Compute.Systems;

/// <summary>A consistent choice of units; each system has one, and numbers are converted only at the border.</summary>
public sealed record UnitSystem
{
}
