namespace MolShell.Commands.Systems;

/// <summary>A pair potential between particles.</summary>
public enum PairPotentialKind
{
    /// <summary>4 epsilon ((sigma/r)^12 - (sigma/r)^6) up to the cutoff.</summary>
    LennardJones,

    /// <summary>Weeks-Chandler-Andersen: the repulsive part of Lennard-Jones, 0 from 2^(1/6) sigma on.</summary>
    Wca,
}
