namespace MolShell.Commands.Systems;

/// <summary>A bond potential between two particles.</summary>
public enum BondPotentialKind
{
    /// <summary>k (r - r0)^2 / 2.</summary>
    Harmonic,

    /// <summary>Finitely extensible: -K R0^2/2 ln(1 - (r/R0)^2).</summary>
    Fene,

    /// <summary>h (1 - ((r - r0 - w)/w)^2)^2, with minima at r0 and r0 + 2 w.</summary>
    DoubleWell,
}
