namespace MolShell.Commands.Paths;

/// <summary>How velocities at the shooting point of a two-way shot are changed.</summary>
public enum VelocityModifierKind
{
    /// <summary>Not at all: the noise of the dynamics makes the trial.</summary>
    None,

    /// <summary>Drawn anew from the Maxwell-Boltzmann distribution.</summary>
    Random,

    /// <summary>Turned by a Gaussian kick, each particle at its old speed.</summary>
    Direction,

    /// <summary>The velocity of one particle, chosen at random, turned by a Gaussian kick.</summary>
    SingleAtomDirection,
}
