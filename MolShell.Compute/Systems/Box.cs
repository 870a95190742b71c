namespace MolShell.Compute.Systems;

/// <summary>The simulation cell.</summary>
public sealed record Box
{
}
