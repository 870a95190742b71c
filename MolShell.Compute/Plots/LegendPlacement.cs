namespace MolShell.Compute.Plots;

/// <summary>Where the legend stands inside the axes.</summary>
public enum LegendPlacement
{
    /// <summary>In the corner with the fewest data points, where two or more series have a name; else none.</summary>
    Automatic,
    None,
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
}
