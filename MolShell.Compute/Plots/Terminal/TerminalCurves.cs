using MolShell.Compute.Plots.Scales;

namespace MolShell.Compute.Plots.Terminal;

/// <summary>Lines, points, histograms and error bars in text.</summary>
internal sealed class TerminalCurves(TextCanvas canvas, PlotArea area, Figure figure, Pen[] pens, TerminalOptions options)
{
    private const string Eighths = " ▁▂▃▄▅▆▇█";

    /// <summary>Markers of one character up to this many points; more are drawn as dots.</summary>
    private const int MostMarkers = 150;

    private readonly Glyphs glyphs = Glyphs.For(options.Ascii);
    private readonly List<((double X, double Y) At, int Series)> isolated = [];
    private readonly DotCanvas dots = new(area.Width, area.Height, options.Ascii);

    public void Draw()
    {
        bool filled = figure.Series.Count(s => s is HistogramSeries) == 1 && !figure.Series.Any(s => s is HeatMapSeries) && StandsOnAxis();
        for (int i = 0; i < figure.Series.Length; i++)
        {
            if (figure.Series[i] is HistogramSeries histogram && filled)
            {
                DrawColumns(histogram, pens[i]);
            }
        }

        for (int i = 0; i < figure.Series.Length; i++)
        {
            DrawDots(figure.Series[i], i, filled);
        }

        dots.DrawOn(canvas, area.Left, area.Top);
        for (int i = 0; i < figure.Series.Length; i++)
        {
            DrawMarkers(figure.Series[i], i);
        }

        isolated.ForEach(p => DrawMarker(p.At, p.Series));
    }

    private bool StandsOnAxis() => area.Y.IsLogarithmic || Math.Abs(area.Y.Minimum) < 1e-12 * area.Y.Maximum;

    private void DrawDots(Series series, int index, bool filled)
    {
        Pen pen = pens[index];
        switch (series)
        {
            case LineSeries { Style: LineStyle.Points } line:
                DrawPoints(line.X, line.Y, line.YError, pen);
                break;
            case LineSeries line:
                DrawErrors(line.X, line.Y, line.YError, pen);
                DrawPolyline(line.X, line.Y, line.Style == LineStyle.Steps, index);
                break;
            case ScatterSeries scatter:
                DrawPoints(scatter.X, scatter.Y, scatter.YError, pen);
                break;
            case HistogramSeries histogram:
                double[] middles = [.. histogram.Heights.Select((_, i) => (histogram.Edges[i] + histogram.Edges[i + 1]) / 2)];
                DrawErrors(middles, histogram.Heights, histogram.Errors, pen with { Ink = filled ? null : pen.Ink });
                if (!filled)
                {
                    DrawPolyline(histogram.Edges, [.. histogram.Heights, histogram.Heights.LastOrDefault(double.NaN)], steps: true, index);
                }

                break;
            default:
                break;
        }
    }

    private void DrawPolyline(double[] xs, double[] ys, bool steps, int index)
    {
        Pen pen = pens[index];
        int phase = 0;
        bool pending = false;
        (double X, double Y) last = (double.NaN, double.NaN);
        for (int i = 0; i < xs.Length; i++)
        {
            (double X, double Y) next = At(xs[i], ys[i]);
            if (double.IsNaN(last.X) || double.IsNaN(next.X))
            {
                // A value between two gaps has no line to either side and shows as a marker.
                if (pending && double.IsNaN(next.X))
                {
                    isolated.Add((last, index));
                }

                if (steps && !double.IsNaN(last.X))
                {
                    dots.Line(last, (area.Column(xs[i]), last.Y), pen, phase);
                }

                pending = !double.IsNaN(next.X);
            }
            else
            {
                (double X, double Y) corner = steps ? (next.X, last.Y) : last;
                phase = steps ? dots.Line(last, corner, pen, phase) : phase;
                phase = dots.Line(corner, next, pen, phase);
                pending = false;
            }

            last = next;
        }

        if (pending)
        {
            isolated.Add((last, index));
        }
    }

    private void DrawPoints(double[] xs, double[] ys, double[]? errors, Pen pen)
    {
        DrawErrors(xs, ys, errors, pen);
        if (xs.Length > MostMarkers)
        {
            for (int i = 0; i < xs.Length; i++)
            {
                if (At(xs[i], ys[i]) is var at && !double.IsNaN(at.X))
                {
                    dots.Point(at, pen);
                }
            }
        }
    }

    private void DrawErrors(double[] xs, double[] ys, double[]? errors, Pen pen)
    {
        for (int i = 0; errors is not null && i < xs.Length; i++)
        {
            if (errors[i] is > 0 and < double.PositiveInfinity && AxisRange.CanPlace(ys[i], area.Y.Scale))
            {
                double low = area.Y.IsLogarithmic ? Math.Max(area.Y.Minimum, ys[i] - errors[i]) : ys[i] - errors[i];
                dots.Line(At(xs[i], low), At(xs[i], ys[i] + errors[i]), pen with { On = 0 });
            }
        }
    }

    private void DrawMarkers(Series series, int index)
    {
        (double[] xs, double[] ys) = series switch
        {
            LineSeries { Style: LineStyle.Points or LineStyle.LinesAndPoints } line => (line.X, line.Y),
            ScatterSeries scatter => (scatter.X, scatter.Y),
            _ => ([], []),
        };
        if (xs.Length > MostMarkers)
        {
            return;
        }

        for (int i = 0; i < xs.Length; i++)
        {
            DrawMarker(At(xs[i], ys[i]), index);
        }
    }

    private void DrawMarker((double X, double Y) at, int index)
    {
        if (at.X >= 0 && at.X <= area.Width && at.Y >= 0 && at.Y <= area.Height)
        {
            int column = area.Left + Math.Min((int)at.X, area.Width - 1);
            int row = area.Top + Math.Min((int)at.Y, area.Height - 1);
            canvas[column, row] = Overlay.Over(canvas[column, row], glyphs.Marker(index), pens[index].Ink);
        }
    }

    /// <summary>Columns of eighth blocks; in ASCII, of whole and half characters.</summary>
    private void DrawColumns(HistogramSeries histogram, Pen pen)
    {
        double[] heights = ColumnHeights(histogram);
        for (int column = 0; column < area.Width; column++)
        {
            double height = double.IsNaN(heights[column]) ? 0 : heights[column];
            for (int row = 0; row < Math.Min(Math.Ceiling(height), area.Height); row++)
            {
                double part = Math.Min(1, height - row);
                char glyph = options.Ascii
                    ? part >= 0.5 || (row == 0 && part > 0) ? (part >= 0.75 ? glyphs.Block : '.') : ' '
                    : Eighths[Math.Max(row == 0 && part > 0 ? 1 : 0, (int)Math.Round(part * 8))];
                if (glyph != ' ')
                {
                    canvas.Put(area.Left + column, area.Top + area.Height - 1 - row, glyph, pen.Ink);
                }
            }
        }
    }

    /// <summary>
    /// Height over each column of cells [cells]: of the bin under its middle, or the highest bin where a column holds several.
    /// </summary>
    private double[] ColumnHeights(HistogramSeries histogram)
    {
        double[] heights = new double[area.Width];
        for (int i = 0; i < histogram.Heights.Length; i++)
        {
            double height = area.Height - area.Row(histogram.Heights[i]);
            if (double.IsNaN(height) || (histogram.Heights[i] <= 0 && !area.Y.IsLogarithmic))
            {
                continue;
            }

            double from = Math.Max(0, area.Column(histogram.Edges[i]));
            double to = Math.Min(area.Width, area.Column(histogram.Edges[i + 1]));
            int first = (int)Math.Ceiling(from - 0.5);
            int last = (int)Math.Ceiling(to - 0.5) - 1;
            last = to > from ? Math.Max(first, last) : last;
            for (int column = Math.Max(0, first); column <= Math.Min(last, area.Width - 1); column++)
            {
                // A bin that is not empty shows, however low.
                heights[column] = Math.Max(heights[column], Math.Max(height, 0.1));
            }
        }

        return heights;
    }

    private (double X, double Y) At(double x, double y)
    {
        (double X, double Y) at = (area.Column(x), area.Row(y));
        if (double.IsNaN(at.X) || double.IsNaN(at.Y))
        {
            return (double.NaN, double.NaN);
        }

        // The lower end of the range lies behind the axis; what is on it shows in the row above.
        return area.Y.Fraction(y) >= -1e-9 ? (at.X, Math.Min(at.Y, area.Height - 0.01)) : at;
    }
}
