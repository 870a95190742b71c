namespace MolShell.Commands.Systems;

/// <summary>A potential of the angle between two bonds.</summary>
public enum AnglePotentialKind
{
    /// <summary>k (theta - theta0)^2 / 2.</summary>
    Harmonic,

    /// <summary>k (1 + cos theta), zero where straight.</summary>
    Cosine,

    /// <summary>k (cos theta - cos theta0)^2 / 2.</summary>
    CosineSquared,

    /// <summary>A spring k (r - r0)^2 / 2 between the ends.</summary>
    UreyBradley,
}
