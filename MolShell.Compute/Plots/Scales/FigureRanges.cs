namespace MolShell.Compute.Plots.Scales;

/// <summary>The ranges of a figure's axes, fitted to its data.</summary>
/// <param name="X">Range of the x axis; for bars the categories, one unit each from 0.</param>
/// <param name="Y">Range of the y axis.</param>
/// <param name="Color">Range of the colour bar; null without a heat map.</param>
/// <param name="IsEmpty">Whether there is nothing to draw.</param>
internal sealed record FigureRanges(AxisRange X, AxisRange Y, AxisRange? Color, bool IsEmpty)
{
    /// <summary>Range of the y axis without room above and below the data.</summary>
    public required AxisRange TightY { get; init; }

    private const double LinePadding = 0.05;

    public static FigureRanges Of(Figure figure)
    {
        DataExtent x = new(figure.XAxis.Scale);
        DataExtent y = new(figure.YAxis.Scale);
        HeatMapSeries? map = figure.Series.OfType<HeatMapSeries>().FirstOrDefault();
        DataExtent color = new(map?.ColorAxis.Scale ?? AxisScale.Linear);
        foreach (Series series in figure.Series)
        {
            Add(series, x, y, color);
        }

        bool tight = map is not null;
        bool based = figure.Series.Any(s => s is HistogramSeries or BarSeries);
        if (based && figure.YAxis.Scale == AxisScale.Linear && !y.IsEmpty)
        {
            // Areas compare only from zero.
            y.Add(0);
        }

        double below = tight || (based && y.Minimum >= 0 && figure.YAxis.Scale == AxisScale.Linear) ? 0 : LinePadding;
        double above = tight || (based && y.Maximum <= 0 && figure.YAxis.Scale == AxisScale.Linear) ? 0 : LinePadding;
        double beside = tight || based || !figure.Series.Any(s => s is ScatterSeries or LineSeries { Style: LineStyle.Points }) ? 0 : 0.03;
        AxisRange? colorRange = map is null ? null : color.ToRange(map.ColorAxis, 0, 0);
        return new FigureRanges(
            x.ToRange(figure.XAxis, beside, beside), y.ToRange(figure.YAxis, below, above), colorRange,
            x.IsEmpty || y.IsEmpty || (tight && color.IsEmpty && figure.Series.Length == 1))
        {
            TightY = y.ToRange(figure.YAxis, 0, 0),
        };
    }

    private static void Add(Series series, DataExtent x, DataExtent y, DataExtent color)
    {
        switch (series)
        {
            case LineSeries line:
                AddPoints(line.X, line.Y, line.YError, x, y);
                break;
            case ScatterSeries scatter:
                AddPoints(scatter.X, scatter.Y, scatter.YError, x, y);
                break;
            case HistogramSeries histogram:
                x.Add(histogram.Heights.Length == 0 ? [] : histogram.Edges);
                AddBased(histogram.Heights, histogram.Errors, y);
                break;
            case BarSeries bars:
                for (int i = 0; i <= bars.Labels.Length && bars.Labels.Length > 0; i++)
                {
                    x.Add(i);
                }

                AddBased(bars.Values, bars.Errors, y);
                break;
            case HeatMapSeries map:
                bool any = map.Values.Length > 0;
                x.Add(any ? map.XEdges : []);
                y.Add(any ? map.YEdges : []);
                foreach (double value in map.Values)
                {
                    color.Add(value);
                }

                break;
            default:
                throw new ArgumentException($"A series of type {series.GetType().Name} cannot be drawn.", nameof(series));
        }
    }

    /// <summary>
    /// Heights with error bars away from zero: one that reaches across zero must not make room for heights that do not occur.
    /// </summary>
    private static void AddBased(double[] heights, double[]? errors, DataExtent y)
    {
        y.Add(heights);
        for (int i = 0; errors is not null && i < heights.Length; i++)
        {
            y.Add(heights[i] + (heights[i] < 0 ? -errors[i] : errors[i]));
        }
    }

    /// <summary>Only points that have both coordinates count: a gap must not stretch the other axis.</summary>
    private static void AddPoints(double[] xs, double[] ys, double[]? errors, DataExtent x, DataExtent y)
    {
        for (int i = 0; i < xs.Length; i++)
        {
            if (x.CanPlace(xs[i]) && y.CanPlace(ys[i]))
            {
                x.Add(xs[i]);
                y.Add(ys[i]);
                if (errors is not null)
                {
                    y.Add(ys[i] - errors[i]);
                    y.Add(ys[i] + errors[i]);
                }
            }
        }
    }
}
