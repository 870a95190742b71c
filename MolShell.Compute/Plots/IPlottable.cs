namespace MolShell.Compute.Plots;

/// <summary>A result that can be drawn.</summary>
public interface IPlottable
{
    /// <summary>The plot of this result, with axes that carry names and units.</summary>
    Figure ToFigure();
}
