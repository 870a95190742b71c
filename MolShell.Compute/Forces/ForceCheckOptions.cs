namespace MolShell.Compute.Forces;

/// <summary>How to compare forces with the numeric gradient of the energy.</summary>
public sealed record ForceCheckOptions
{
    /// <summary>Largest relative error at which forces and energy count as consistent.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>
    /// Largest number of particles to check, spread evenly over the system; null takes 256, or fewer where there are thousands, each of which
    /// takes longer.
    /// </summary>
    public int? MaximumParticles { get; init; }
}
