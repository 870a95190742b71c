namespace MolShell.Compute.Dynamics;

/// <summary>Equation of motion and its discretisation.</summary>
public enum IntegratorKind
{
    /// <summary>Velocity Verlet, constant energy. Swope et al. 1982, doi:10.1063/1.442716.</summary>
    VelocityVerlet,

    /// <summary>Langevin dynamics split as BAOAB. Leimkuhler and Matthews 2013, doi:10.1063/1.4802990.</summary>
    LangevinBaoab,

    /// <summary>Overdamped Langevin (Brownian) dynamics, Euler-Maruyama: x += f dt/(m gamma) + sqrt(2 kT dt/(m gamma)) R.</summary>
    Overdamped,

    /// <summary>
    /// Velocity Verlet under a Nose-Hoover chain: deterministic dynamics at constant temperature. Martyna et al. 1996,
    /// doi:10.1080/00268979600100761.
    /// </summary>
    NoseHoover,

    /// <summary>
    /// Velocity Verlet under stochastic velocity rescaling: constant temperature, and single particles move almost as at constant
    /// energy. Bussi et al. 2007, doi:10.1063/1.2408420.
    /// </summary>
    VelocityRescaling,
}
