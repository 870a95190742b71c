namespace MolShell.Compute.Forces;

/// <summary>How exactly pair forces are computed. Positions, velocities and sums are exact to 53 or more bits in either case.</summary>
public enum Precision
{
    /// <summary>Single precision for each pair (about 1e-6 of a force), fixed-point sums: the fast one, for dynamics.</summary>
    Mixed,

    /// <summary>Double precision throughout.</summary>
    Double,
}
