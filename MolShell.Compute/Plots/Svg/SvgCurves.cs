using System.Text;
using MolShell.Compute.Plots.Colors;
using MolShell.Compute.Plots.Scales;

namespace MolShell.Compute.Plots.Svg;

/// <summary>Lines, points, histograms and error bars.</summary>
internal sealed class SvgCurves(SvgDocument document, SvgArea area, Figure figure)
{
    private const double LineWidth = 1.8;
    private const double CapWidth = 3.5;

    public void Draw()
    {
        int drawn = 0;
        int histograms = figure.Series.Count(s => s is HistogramSeries);
        bool onMap = figure.Series.Any(s => s is HeatMapSeries);
        foreach (Series series in figure.Series.Where(s => s is not HeatMapSeries))
        {
            SeriesStyle style = SeriesStyle.For(drawn++, onMap);
            document.Begin("g", ("class", "series"));
            switch (series)
            {
                case LineSeries line:
                    DrawErrors(line.X, line.Y, line.YError, style);
                    DrawLine(line, style);
                    break;
                case ScatterSeries scatter:
                    DrawErrors(scatter.X, scatter.Y, scatter.YError, style);
                    DrawMarkers(scatter.X, scatter.Y, style);
                    break;
                case HistogramSeries histogram:
                    DrawHistogram(histogram, style, histograms > 1);
                    break;
                default:
                    break;
            }

            document.End();
        }
    }

    private void DrawLine(LineSeries line, SeriesStyle style)
    {
        if (line.Style != LineStyle.Points)
        {
            (string path, List<(double X, double Y)> isolated) = Path(line.X, line.Y, line.Style == LineStyle.Steps);
            if (path.Length > 0)
            {
                document.Element("path", [("d", path), .. style.Stroke(LineWidth)]);
            }

            if (isolated.Count > 0)
            {
                string marks = string.Concat(isolated.Select(p => SvgMarker.Path(style.Index, p.X, p.Y, 2.5)));
                document.Element("path", ("d", marks), ("fill", style.Color));
            }
        }

        if (line.Style is LineStyle.Points or LineStyle.LinesAndPoints)
        {
            DrawMarkers(line.X, line.Y, style);
        }
    }

    private (string Path, List<(double X, double Y)> Isolated) Path(double[] xs, double[] ys, bool steps)
    {
        Polyline line = new();
        double last = double.NaN;
        for (int i = 0; i < xs.Length; i++)
        {
            (double x, double y) = (area.Column(xs[i]), area.Row(ys[i]));
            if (steps && !double.IsNaN(last) && !double.IsNaN(x))
            {
                line.Add(x, last);
            }

            if (double.IsNaN(x) || double.IsNaN(y))
            {
                line.Gap();
                last = double.NaN;
            }
            else
            {
                line.Add(x, y);
                last = y;
            }
        }

        return (line.Finish(), line.Isolated);
    }

    /// <summary>All markers as one path; of those that would cover each other to half a pixel only one is drawn.</summary>
    private void DrawMarkers(double[] xs, double[] ys, SeriesStyle style)
    {
        double radius = xs.Length <= 200 ? 3.6 : xs.Length <= 2000 ? 2.4 : 1.5;
        HashSet<(int, int)> seen = [];
        StringBuilder path = new();
        for (int i = 0; i < xs.Length; i++)
        {
            (double x, double y) = (area.Column(xs[i]), area.Row(ys[i]));
            if (!double.IsNaN(x) && !double.IsNaN(y) && seen.Add(((int)Math.Round(2 * x), (int)Math.Round(2 * y))))
            {
                path.Append(SvgMarker.Path(style.Index, x, y, radius));
            }
        }

        if (path.Length > 0)
        {
            document.Element(
                "path", ("class", "markers"), ("d", path.ToString()), ("fill", style.Color), ("fill-opacity", xs.Length <= 200 ? 0.9 : 0.6),
                ("stroke", "#fff"), ("stroke-width", xs.Length <= 200 ? 0.6 : 0));
        }
    }

    private void DrawErrors(double[] xs, double[] ys, double[]? errors, SeriesStyle style)
    {
        StringBuilder path = new();
        for (int i = 0; errors is not null && i < xs.Length; i++)
        {
            double x = area.Column(xs[i]);
            double top = area.Row(ys[i] + errors[i]);
            double low = ys[i] - errors[i];
            double bottom = AxisRange.CanPlace(low, area.Y.Scale) ? area.Row(low) : area.Height + 10;
            if (errors[i] > 0 && !double.IsNaN(x) && !double.IsNaN(top) && AxisRange.CanPlace(ys[i], area.Y.Scale))
            {
                (string left, string cap) = (N(x - CapWidth), N(2 * CapWidth));
                path.Append($"M{N(x)} {N(top)}V{N(bottom)}M{left} {N(top)}h{cap}M{left} {N(bottom)}h{cap}");
            }
        }

        if (path.Length > 0)
        {
            document.Element(
                "path", ("class", "errors"), ("d", path.ToString()), ("stroke", style.Color), ("stroke-width", 1.2), ("fill", "none"));
        }
    }

    private void DrawHistogram(HistogramSeries histogram, SeriesStyle style, bool several)
    {
        double floor = area.Y.IsLogarithmic ? area.Height : area.Row(Math.Clamp(0, area.Y.Minimum, area.Y.Maximum));
        StringBuilder path = new();
        double last = double.NaN;
        for (int i = 0; i <= histogram.Heights.Length; i++)
        {
            double x = area.Column(histogram.Edges[i]);
            double y = i < histogram.Heights.Length ? area.Row(histogram.Heights[i]) : double.NaN;
            if (double.IsNaN(x))
            {
                continue;
            }

            string start = double.IsNaN(last) ? (double.IsNaN(y) ? "" : $"M{N(x)} {N(floor)}") : $"H{N(x)}";
            path.Append(start).Append(double.IsNaN(y) ? (double.IsNaN(last) ? "" : $"V{N(floor)}") : $"V{N(y)}");
            last = y;
        }

        document.Element(
            "path", [("class", "histogram"), ("d", path.ToString()), .. style.Stroke(several ? 1.5 : 1)[..^1],
            ("fill", style.Color), ("fill-opacity", several ? 0.25 : 0.7)]);
        double[] middles = [.. histogram.Heights.Select((_, i) => (histogram.Edges[i] + histogram.Edges[i + 1]) / 2)];
        DrawErrors(middles, histogram.Heights, histogram.Errors, several ? style : style with { Color = new Rgb(0x33, 0x33, 0x33) });
    }

    private static string N(double value) => SvgDocument.Number(value);
}
