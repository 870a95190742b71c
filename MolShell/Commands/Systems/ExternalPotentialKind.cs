namespace MolShell.Commands.Systems;

/// <summary>A potential of place.</summary>
public enum ExternalPotentialKind
{
    /// <summary>k (r - c)^2 / 2.</summary>
    Harmonic,

    /// <summary>h ((x/a)^2 - 1)^2 along x.</summary>
    DoubleWell,

    /// <summary>The same force everywhere: -f r.</summary>
    Field,

    /// <summary>A soft wall: k d^2 / 2 beyond it.</summary>
    HarmonicWall,

    /// <summary>A wall of one layer: 4 epsilon ((sigma/d)^12 - (sigma/d)^6) at the distance d.</summary>
    LennardJonesWall,

    /// <summary>A wall of a half-space: epsilon (2/15 (sigma/d)^9 - (sigma/d)^3) at the distance d.</summary>
    LennardJones93Wall,

    /// <summary>The repulsive part of LennardJonesWall.</summary>
    WcaWall,

    /// <summary>k (r - r0)^2 / 2, where r0 is the place of each particle at the start.</summary>
    PositionRestraint,
}
