namespace MolShell.Compute.Plots;

/// <summary>
/// One bar for each category, such as the acceptance of each mover. Bars lie, so that long names can be read: the figure's
/// x axis names the categories, its y axis the values, which are drawn from left to right.
/// </summary>
public sealed record BarSeries : Series
{
    /// <param name="labels">Names of the categories, shape [n].</param>
    /// <param name="values">Value of each category in the unit of the y axis, shape [n].</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public BarSeries(string[] labels, double[] values)
    {
        SeriesData.RequireLength(values, labels.Length, nameof(values), "labels");
        Labels = labels;
        Values = values;
    }

    public string[] Labels { get; }

    public double[] Values { get; }

    /// <summary>Half length of the error bar of each value, in the unit of the y axis, shape [n]; null for none.</summary>
    public double[]? Errors
    {
        get;
        init => field = SeriesData.CheckErrors(value, Values.Length, nameof(Errors));
    }
}
