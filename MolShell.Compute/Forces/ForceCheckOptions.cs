namespace MolShell.Compute.Forces;

/// <summary>How to compare forces with the numeric gradient of the energy.</summary>
public sealed record ForceCheckOptions
{
    /// <summary>Largest relative error at which forces and energy count as consistent.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>Number of particles to check, spread evenly over the system; all if there are no more.</summary>
    public int MaximumParticles { get; init; } = 256;
}
