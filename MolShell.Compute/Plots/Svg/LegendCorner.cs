namespace MolShell.Compute.Plots.Svg;

/// <summary>Finds the corner where a legend hides least.</summary>
internal static class LegendCorner
{
    private static readonly LegendPlacement[] Corners =
        [LegendPlacement.TopRight, LegendPlacement.TopLeft, LegendPlacement.BottomRight, LegendPlacement.BottomLeft];

    /// <summary>
    /// The corner with the smallest share of each series inside a box of the given size [px]; the top right one where all are equal.
    /// </summary>
    public static LegendPlacement Emptiest(Figure figure, SvgArea area, double width, double height) =>
        Corners.MinBy(corner => figure.Series.Sum(series => Share(series, corner, area, width, height)));

    private static double Share(Series series, LegendPlacement corner, SvgArea area, double width, double height)
    {
        int inside = 0;
        int all = 0;
        foreach ((double x, double y) in Points(series, area))
        {
            all++;
            bool across = corner is LegendPlacement.TopLeft or LegendPlacement.BottomLeft ? x <= width : x >= area.Width - width;
            // Histograms and bars reach down to the axis, so a low corner is free only where they are lower still.
            bool up = corner is LegendPlacement.TopLeft or LegendPlacement.TopRight ? y <= height
                : series is HistogramSeries || y >= area.Height - height;
            inside += across && up ? 1 : 0;
        }

        return all == 0 ? 0 : (double)inside / all;
    }

    private static IEnumerable<(double X, double Y)> Points(Series series, SvgArea area) => series switch
    {
        LineSeries line => line.X.Select((x, i) => (area.Column(x), area.Row(line.Y[i]))),
        ScatterSeries scatter => scatter.X.Select((x, i) => (area.Column(x), area.Row(scatter.Y[i]))),
        HistogramSeries histogram => histogram.Heights.Select(
            (h, i) => (area.Column((histogram.Edges[i] + histogram.Edges[i + 1]) / 2), area.Row(h))),
        BarSeries bars => bars.Values.SelectMany(
            (v, i) => Enumerable.Range(0, 20).Select(k => (area.Column(v) * k / 19, area.Height * (i + 0.5) / bars.Values.Length))),
        _ => [],
    };
}
