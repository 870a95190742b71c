namespace MolShell.Compute.Plots.Svg;

/// <summary>Names of the series with a sample of each, in a corner of the plot.</summary>
internal static class SvgLegend
{
    private const double Sample = 26;
    private const double Inset = 10;

    public static void Draw(SvgDocument document, SvgArea area, Figure figure, SvgOptions options)
    {
        IEnumerable<(Series Series, int Index)> drawn = figure.Series.Where(s => s is not HeatMapSeries).Select((s, i) => (s, i));
        (Series Series, int Index)[] named = [.. drawn.Where(e => e.Series.Name is not null)];
        LegendPlacement place = figure.Legend;
        if (named.Length == 0 || place == LegendPlacement.None || (place == LegendPlacement.Automatic && named.Length < 2))
        {
            return;
        }

        double em = options.FontSize;
        double line = 1.45 * em;
        double width = Sample + (0.6 * em) + named.Max(e => FontMetrics.Width(e.Series.Name!, em)) + (1.2 * em);
        double height = (named.Length * line) + (0.6 * em);
        place = place == LegendPlacement.Automatic ? LegendCorner.Emptiest(figure, area, width + (2 * Inset), height + (2 * Inset)) : place;
        double left = area.Left + (place is LegendPlacement.TopLeft or LegendPlacement.BottomLeft ? Inset : area.Width - width - Inset);
        double top = area.Top + (place is LegendPlacement.TopLeft or LegendPlacement.TopRight ? Inset : area.Height - height - Inset);
        bool onMap = figure.Series.Any(s => s is HeatMapSeries);
        document.Begin("g", ("class", "legend"), ("font-size", em));
        document.Element(
            "rect", ("x", left), ("y", top), ("width", width), ("height", height), ("rx", 3),
            ("fill", onMap ? "#777" : "#fff"), ("fill-opacity", 0.85), ("stroke", "#ccc"));
        for (int i = 0; i < named.Length; i++)
        {
            double y = top + (0.3 * em) + ((i + 0.5) * line);
            DrawSample(document, named[i].Series, SeriesStyle.For(named[i].Index, onMap), left + (0.6 * em), y);
            document.Text(left + (1.2 * em) + Sample, y + (0.35 * em), named[i].Series.Name!, ("fill", onMap ? "#fff" : "#222"));
        }

        document.End();
    }

    private static void DrawSample(SvgDocument document, Series series, SeriesStyle style, double x, double y)
    {
        if (series is HistogramSeries or BarSeries)
        {
            document.Element(
                "rect", ("x", x), ("y", y - 5), ("width", Sample), ("height", 10),
                ("fill", style.Color), ("fill-opacity", series is BarSeries ? 1 : 0.6));
            return;
        }

        if (series is not (ScatterSeries or LineSeries { Style: LineStyle.Points }))
        {
            string path = $"M{SvgDocument.Number(x)} {SvgDocument.Number(y)}h{SvgDocument.Number(Sample)}";
            document.Element("path", [("d", path), .. style.Stroke(1.8)]);
        }

        if (series is ScatterSeries or LineSeries { Style: LineStyle.Points or LineStyle.LinesAndPoints })
        {
            document.Element("path", ("d", SvgMarker.Path(style.Index, x + (Sample / 2), y, 3.6)), ("fill", style.Color));
        }
    }
}
