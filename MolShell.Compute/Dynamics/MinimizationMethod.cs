namespace MolShell.Compute.Dynamics;

/// <summary>How to minimise an energy.</summary>
public enum MinimizationMethod
{
    /// <summary>Limited-memory BFGS: fewest steps on smooth ground.</summary>
    Lbfgs,

    /// <summary>Fast inertial relaxation: robust from rough starts.</summary>
    Fire,
}
