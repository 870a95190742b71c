namespace MolShell.Compute.Forces.Neighbors;

/// <summary>A neighbour: particle <paramref name="Index"/>, moved by the list's translation number <paramref name="Shift"/>.</summary>
internal readonly record struct Neighbor(int Index, int Shift);
