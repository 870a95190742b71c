namespace MolShell.Commands.Systems;

/// <summary>A potential of place.</summary>
public enum ExternalPotentialKind
{
    /// <summary>k (r - c)^2 / 2.</summary>
    Harmonic,

    /// <summary>h ((x/a)^2 - 1)^2 along x.</summary>
    DoubleWell,
}
