namespace MolShell.Compute.Forces.Pair;

/// <summary>How the parameters between two types follow from those of each type with itself.</summary>
public enum MixingRule
{
    /// <summary>The mean of sizes and the geometric mean of energies. GROMACS rule 2, LAMMPS "arithmetic".</summary>
    LorentzBerthelot,

    /// <summary>The geometric mean of sizes and of energies, as in OPLS. GROMACS rule 3, LAMMPS "geometric".</summary>
    Geometric,

    /// <summary>
    /// The mean of the sixth powers of sizes, and of energies sqrt(e_a e_b) 2 s_a^3 s_b^3 / (s_a^6 + s_b^6); Waldman and Hagler 1993,
    /// doi:10.1002/jcc.540140909. LAMMPS "sixthpower".
    /// </summary>
    WaldmanHagler,
}
