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
}
