using System.Globalization;

namespace MolShell.Compute.Plots;

/// <summary>A sentence on a figure for readers who cannot see it.</summary>
internal static class FigureDescription
{
    public static string Of(Figure figure)
    {
        if (figure.Description is { } given)
        {
            return given;
        }

        string axes = (figure.XAxis.Title, figure.YAxis.Title) switch
        {
            ("", "") => "",
            ({ } x, "") => $"Against {x}: ",
            ("", { } y) => $"{y}: ",
            ({ } x, { } y) when figure.Series.Any(s => s is HeatMapSeries) => $"Over {x} and {y}: ",
            ({ } x, { } y) => $"{y} against {x}: ",
        };
        return axes + (figure.Series.Length == 0 ? "no data" : string.Join(", ", figure.Series.Select(Describe))) + '.';
    }

    private static string Describe(Series series)
    {
        string kind = series switch
        {
            LineSeries line => Count("line of", line.X.Length, "points"),
            ScatterSeries scatter => Count("scatter of", scatter.X.Length, "points"),
            HistogramSeries histogram => Count("histogram of", histogram.Heights.Length, "bins"),
            BarSeries bars => Count("bars of", bars.Labels.Length, "categories"),
            HeatMapSeries map => string.Create(
                CultureInfo.InvariantCulture,
                $"heat map of {map.Values.GetLength(0)} x {map.Values.GetLength(1)} cells{Of(map.ColorAxis.Title)}"),
            _ => series.GetType().Name,
        };
        return series.Name is null ? kind : $"{series.Name} ({kind})";
    }

    private static string Of(string title) => title.Length > 0 ? " of " + title : "";

    private static string Count(string kind, int count, string of) => string.Create(CultureInfo.InvariantCulture, $"{kind} {count} {of}");
}
