namespace MolShell.Compute.Forces.External;

/// <summary>By what a potential of place is multiplied for each particle.</summary>
public enum ExternalCoupling
{
    /// <summary>By 1: all particles feel the same.</summary>
    None,

    /// <summary>By the mass, as gravity.</summary>
    Mass,

    /// <summary>By the charge, as an electric field.</summary>
    Charge,
}
