namespace MolShell.Compute.Numerics.Random;

/// <summary>Names every use of random numbers, so that no two uses of one seed are ever correlated. Never renumber a value.</summary>
public enum RandomStream
{
    /// <summary>Initial velocities of a simulation.</summary>
    Velocities = 1,

    /// <summary>Thermostat noise of a simulation.</summary>
    Thermostat = 2,

    /// <summary>Placement of particles by system builders.</summary>
    Placement = 3,

    /// <summary>Choice of the mover in a path sampling step.</summary>
    MoverChoice = 4,

    /// <summary>Shooting point, direction and acceptance draws of a path mover.</summary>
    Mover = 5,

    /// <summary>Velocity changes at a shooting point.</summary>
    Modifier = 6,

    /// <summary>Dynamics that makes the frames of a trial path; the backward half of a two-way shot uses its own.</summary>
    TrialForward = 7,

    /// <summary>Dynamics that makes the frames before the shooting point.</summary>
    TrialBackward = 8,

    /// <summary>Search for an initial path.</summary>
    InitialPath = 9,

    /// <summary>Resampling in statistics (bootstrap).</summary>
    Resampling = 10,

    /// <summary>Noise of baths that act on the whole system: rescaled velocities and cells.</summary>
    Coupling = 11,

    /// <summary>Permutations of paths among ensembles in infinite swapping.</summary>
    Permutation = 12,
}
