namespace MolShell.Compute.Systems;

/// <summary>CODATA 2018 values in SI units, <see href="https://doi.org/10.1103/RevModPhys.93.025010"/>.</summary>
public static class PhysicalConstants
{
    /// <summary>kB [J/K], exact.</summary>
    public const double Boltzmann = 1.380649e-23;

    /// <summary>NA [1/mol], exact.</summary>
    public const double Avogadro = 6.02214076e23;

    /// <summary>h [J s], exact.</summary>
    public const double Planck = 6.62607015e-34;

    /// <summary>e [C], exact.</summary>
    public const double ElementaryCharge = 1.602176634e-19;

    /// <summary>Bohr radius [m].</summary>
    public const double Bohr = 5.29177210903e-11;

    /// <summary>Hartree energy [J].</summary>
    public const double Hartree = 4.3597447222071e-18;

    /// <summary>Electron mass [kg].</summary>
    public const double ElectronMass = 9.1093837015e-31;

    /// <summary>Atomic unit of time, hbar/hartree [s].</summary>
    public const double AtomicTime = 2.4188843265857e-17;

    /// <summary>
    /// The mass unit of particles [kg]: 1 g/mol divided by NA. It differs from the dalton of CODATA by 3e-10 relative and makes
    /// the energy 1 kJ/mol exactly 1 amu nm^2/ps^2.
    /// </summary>
    public const double AtomicMass = 1e-3 / Avogadro;

    /// <summary>Thermochemical calorie [J], exact.</summary>
    public const double Calorie = 4.184;
}
