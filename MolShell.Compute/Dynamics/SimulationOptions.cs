using MolShell.Compute.Devices;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Dynamics;

/// <summary>How to run a simulation.</summary>
public sealed record SimulationOptions
{
    /// <summary>The dynamics; null takes the system's own.</summary>
    public IntegratorSettings? Integrator { get; init; }

    /// <summary>Decides initial velocities and noise.</summary>
    public RandomKey Key { get; init; }

    /// <summary>Sets <see cref="Key"/> from a user's seed.</summary>
    public ulong Seed
    {
        init => Key = new RandomKey(value);
    }

    /// <summary>Where to run; null is one thread of this processor.</summary>
    public IDevice? Device { get; init; }

    /// <summary>Precision of pair forces.</summary>
    public Precision Precision { get; init; } = Precision.Mixed;

    /// <summary>
    /// Whether drawn initial velocities have no common motion; null removes it where it would last for ever, that is for constant
    /// energy and more than one particle.
    /// </summary>
    public bool? RemoveMomentum { get; init; }

    /// <summary>False runs one particle through the loops for many; for tests.</summary>
    internal bool Specialise { get; init; } = true;
}
