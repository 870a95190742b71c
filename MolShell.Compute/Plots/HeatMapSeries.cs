namespace MolShell.Compute.Plots;

/// <summary>
/// A function of two variables on a rectangular grid, shown by colour: a path density, a free-energy surface, a contact map.
/// </summary>
public sealed record HeatMapSeries : Series
{
    /// <param name="xEdges">Cell edges along x in the unit of the x axis, strictly increasing, shape [nx + 1].</param>
    /// <param name="yEdges">Cell edges along y in the unit of the y axis, strictly increasing, shape [ny + 1].</param>
    /// <param name="values">Value of each cell, shape [nx, ny]; NaN for an empty cell.</param>
    /// <exception cref="ArgumentException">The lengths do not fit or edges do not increase.</exception>
    public HeatMapSeries(double[] xEdges, double[] yEdges, double[,] values)
    {
        SeriesData.RequireEdges(xEdges, values.GetLength(0), nameof(xEdges), "the first dimension of values");
        SeriesData.RequireEdges(yEdges, values.GetLength(1), nameof(yEdges), "the second dimension of values");
        XEdges = xEdges;
        YEdges = yEdges;
        Values = values;
    }

    public double[] XEdges { get; }

    public double[] YEdges { get; }

    public double[,] Values { get; }

    /// <summary>Text in each cell, with its lines, shape [nx, ny]; null for none.</summary>
    /// <exception cref="ArgumentException">The shape is not that of the values.</exception>
    public string[,]? CellTexts
    {
        get;
        init => field = value is null || (value.GetLength(0) == Values.GetLength(0) && value.GetLength(1) == Values.GetLength(1))
            ? value
            : throw new ArgumentException(
                $"'{nameof(CellTexts)}' has the shape [{value.GetLength(0)}, {value.GetLength(1)}]; expected one text for each of "
                + $"[{Values.GetLength(0)}, {Values.GetLength(1)}] cells.",
                nameof(value));
    }

    /// <summary>Label, unit, scale and range of the colour bar.</summary>
    public Axis ColorAxis { get; init; } = new();
}
