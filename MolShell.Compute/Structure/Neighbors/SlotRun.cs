namespace MolShell.Compute.Structure.Neighbors;

/// <summary>Slots <paramref name="First"/> to <paramref name="End"/> - 1 of a <see cref="ParticleGrid"/>, moved by one of its translations.</summary>
internal readonly record struct SlotRun(int First, int End, int Shift);
