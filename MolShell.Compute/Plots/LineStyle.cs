namespace MolShell.Compute.Plots;

/// <summary>How the points of a <see cref="LineSeries"/> are joined.</summary>
public enum LineStyle
{
    Lines,
    Points,
    LinesAndPoints,

    /// <summary>Each value holds from its abscissa to the next: counters, sampled paths, cumulative sums.</summary>
    Steps,
}
