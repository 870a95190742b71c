namespace MolShell.Commands.Systems;

/// <summary>A bond potential between two particles.</summary>
public enum BondPotentialKind
{
    /// <summary>k (r - r0)^2 / 2.</summary>
    Harmonic,

    /// <summary>Finitely extensible: -K R0^2/2 ln(1 - (r/R0)^2).</summary>
    Fene,

    /// <summary>Fene with the repulsion of Wca in the bond; K = 30, R0 = 1.5 and epsilon = sigma = 1 if not given.</summary>
    KremerGrest,

    /// <summary>h (1 - ((r - r0 - w)/w)^2)^2, with minima at r0 and r0 + 2 w.</summary>
    DoubleWell,

    /// <summary>k2 d^2 + k3 d^3 + k4 d^4 with d = r - r0.</summary>
    Quartic,

    /// <summary>D (1 - exp(-alpha (r - r0)))^2.</summary>
    Morse,

    /// <summary>Nothing between two lengths, and k d^2 / 2 where the distance is by d below or above.</summary>
    FlatBottom,
}
