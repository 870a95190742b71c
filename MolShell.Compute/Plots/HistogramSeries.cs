namespace MolShell.Compute.Plots;

/// <summary>
/// A histogram: a constant height over each bin. Heights may be counts, a density or a free energy; a NaN is an empty bin.
/// </summary>
public sealed record HistogramSeries : Series
{
    /// <param name="edges">Bin edges in the unit of the x axis, strictly increasing, shape [n + 1].</param>
    /// <param name="heights">Height over each bin in the unit of the y axis, shape [n].</param>
    /// <exception cref="ArgumentException">The lengths do not fit or the edges do not increase.</exception>
    public HistogramSeries(double[] edges, double[] heights)
    {
        SeriesData.RequireEdges(edges, heights.Length, nameof(edges), "heights");
        Edges = edges;
        Heights = heights;
    }

    public double[] Edges { get; }

    public double[] Heights { get; }

    /// <summary>Half length of the error bar of each height, in the unit of the y axis, shape [n]; null for none.</summary>
    public double[]? Errors
    {
        get;
        init => field = SeriesData.CheckErrors(value, Heights.Length, nameof(Errors));
    }
}
