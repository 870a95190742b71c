namespace MolShell.Compute.Forces;

/// <summary>How exactly pair forces are computed. Positions, velocities and sums are exact to 53 or more bits in either case.</summary>
public enum Precision
{
    /// <summary>
    /// Single precision for each pair, rounded to 2^-26 of the force at 64 times the energy scale of the potential (for Lennard-Jones 1.5e-5
    /// epsilon/sigma), and exact sums: the fast one, for dynamics.
    /// </summary>
    Mixed,

    /// <summary>Double precision throughout.</summary>
    Double,
}
