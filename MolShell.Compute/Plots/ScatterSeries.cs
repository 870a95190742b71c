namespace MolShell.Compute.Plots;

/// <summary>Separate points (x, y), as in a parity plot or a projection of paths.</summary>
public sealed record ScatterSeries : Series
{
    /// <param name="x">Abscissas in the unit of the x axis, shape [n].</param>
    /// <param name="y">Ordinates in the unit of the y axis, shape [n].</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public ScatterSeries(double[] x, double[] y)
    {
        SeriesData.RequireLength(y, x.Length, nameof(y), "x");
        X = x;
        Y = y;
    }

    public double[] X { get; }

    public double[] Y { get; }

    /// <summary>Half length of each error bar, in the unit of the y axis, shape [n]; null for none.</summary>
    public double[]? YError
    {
        get;
        init => field = SeriesData.CheckErrors(value, Y.Length, nameof(YError));
    }
}
