namespace MolShell.Commands.Systems;

/// <summary>A pair potential between particles.</summary>
public enum PairPotentialKind
{
    /// <summary>4 epsilon ((sigma/r)^12 - (sigma/r)^6) up to the cutoff.</summary>
    LennardJones,

    /// <summary>Weeks-Chandler-Andersen: the repulsive part of Lennard-Jones, 0 from 2^(1/6) sigma on.</summary>
    Wca,

    /// <summary>q_i q_j / (4 pi epsilon_0 epsilon_r r) up to the cutoff, or without one.</summary>
    Coulomb,

    /// <summary>Coulomb with the answer of a dielectric continuum beyond the cutoff.</summary>
    ReactionField,

    /// <summary>A exp(-r/rho) - C/r^6 up to the cutoff.</summary>
    Buckingham,

    /// <summary>D (exp(-2 alpha (r - r0)) - 2 exp(-alpha (r - r0))) up to the cutoff.</summary>
    Morse,

    /// <summary>A exp(-r^2/(2 sigma^2)) up to the cutoff.</summary>
    Gaussian,

    /// <summary>Lennard-Jones with a soft core, switched on by lambda.</summary>
    SoftCore,

    /// <summary>Energies of a file.</summary>
    Table,
}
