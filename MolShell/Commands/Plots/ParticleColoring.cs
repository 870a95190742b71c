namespace MolShell.Commands.Plots;

/// <summary>What the colour of a particle shows.</summary>
public enum ParticleColoring
{
    /// <summary>Its type.</summary>
    Type,

    /// <summary>The magnitude of its velocity [length/time].</summary>
    Speed,

    /// <summary>The magnitude of the force on it [energy/length].</summary>
    Force,
}
