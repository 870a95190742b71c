using MolShell.Compute.Plots.Scales;

namespace MolShell.Compute.Plots.Svg;

/// <summary>Margins, titles, axes, ticks and grid of a picture.</summary>
internal sealed class SvgAxes
{
    private const double TickLength = 5;
    private const double MinorLength = 3;
    private const string Line = "#333";
    private readonly SvgDocument document;
    private readonly Figure figure;
    private readonly SvgOptions options;
    private readonly Tick[] xTicks;
    private readonly Tick[] yTicks;
    private readonly bool bars;
    private readonly double em;

    // One line, or more where names of places are written upright.
    private readonly double columnLabels;

    public SvgAxes(SvgDocument document, Figure figure, FigureRanges ranges, SvgOptions options)
    {
        this.document = document;
        this.figure = figure;
        this.options = options;
        em = options.FontSize;
        bars = figure.Series.Length > 0 && figure.Series[0] is BarSeries;
        AxisRange across = bars ? ranges.Y : ranges.X;
        AxisRange up = bars ? ranges.X : ranges.Y;
        yTicks = bars
            ? SvgBars.Categories(figure, options)
            : Fit(Ticks.Of(figure.YAxis, up, Math.Max(2, (int)(options.Height / (3.8 * em))), TickNotation.Typeset), 0.4 * options.Width);
        double labels = yTicks.Select(t => FontMetrics.Width(t.Label, em)).DefaultIfEmpty(0).Max();
        double left = (LeftTitle.Length > 0 ? 2 * em : 0.5 * em) + labels + TickLength + (0.6 * em);
        double top = figure.Title.Length > 0 ? 2.6 * em : 1.2 * em;
        double right = (ranges.Color is { } color ? SvgColorBar.Width(figure, color, options) : 0) + (1.4 * em);
        columnLabels = ColumnLabelHeight(options.Width - left - right);
        double bottom = TickLength + (0.6 * em) + columnLabels + (BottomTitle.Length > 0 ? 1.8 * em : 0.4 * em);
        Area = new SvgArea(left, top, Math.Max(20, options.Width - left - right), Math.Max(20, options.Height - top - bottom), across, up);
        xTicks = FitColumns(across);
        double overhang = columnLabels > em ? 0 : xTicks.Select(t => left + Area.Column(t.Value) + (FontMetrics.Width(t.Label, em) / 2) + 4 - options.Width)
            .DefaultIfEmpty(0).Max();
        if (overhang > 0)
        {
            Area = Area with { Width = Math.Max(20, Area.Width - overhang) };
            xTicks = FitColumns(across);
        }
    }

    public SvgArea Area { get; }

    private string BottomTitle => bars ? figure.YAxis.Title : figure.XAxis.Title;

    private string LeftTitle => bars ? figure.XAxis.Title : figure.YAxis.Title;

    /// <summary>What lies below the data.</summary>
    public void DrawGrid()
    {
        document.Begin("g", ("stroke", "#e4e4e4"), ("stroke-width", 1));
        foreach (Tick tick in bars ? xTicks : yTicks)
        {
            double x = Area.Left + Area.Column(tick.Value);
            double y = Area.Top + Area.Row(tick.Value);
            if (bars)
            {
                document.Element("line", ("x1", x), ("y1", Area.Top), ("x2", x), ("y2", Area.Top + Area.Height));
            }
            else
            {
                document.Element("line", ("x1", Area.Left), ("y1", y), ("x2", Area.Left + Area.Width), ("y2", y));
            }
        }

        document.End();
    }

    /// <summary>What lies above the data.</summary>
    public void DrawFrame(bool closed)
    {
        double right = Area.Left + Area.Width;
        double bottom = Area.Top + Area.Height;
        document.Begin("g", ("stroke", Line), ("stroke-width", 1), ("fill", "none"));
        string path = $"M{N(Area.Left)} {N(Area.Top)}V{N(bottom)}H{N(right)}{(closed ? $"V{N(Area.Top)}Z" : "")}";
        document.Element("path", ("d", path), ("stroke-linejoin", "miter"));
        document.Element("path", ("class", "ticks"), ("d", string.Concat(TickMarks(bottom))));
        document.End();
        DrawLabels(bottom);
        DrawTitles(bottom);
    }

    private IEnumerable<string> TickMarks(double bottom) =>
    [
        .. xTicks.Select(t => $"M{N(Area.Left + Area.Column(t.Value))} {N(bottom)}v{N(TickLength)}"),
        .. Ticks.Minor(Area.X).Select(v => $"M{N(Area.Left + Area.Column(v))} {N(bottom)}v{N(MinorLength)}"),
        .. (bars ? [] : yTicks).Select(t => $"M{N(Area.Left)} {N(Area.Top + Area.Row(t.Value))}h{N(-TickLength)}"),
        .. (bars ? [] : Ticks.Minor(Area.Y)).Select(v => $"M{N(Area.Left)} {N(Area.Top + Area.Row(v))}h{N(-MinorLength)}"),
    ];

    private void DrawLabels(double bottom)
    {
        document.Begin("g", ("class", "x-labels"), ("font-size", em), ("text-anchor", "middle"));
        foreach (Tick tick in xTicks)
        {
            (double x, double y) = (Area.Left + Area.Column(tick.Value), bottom + TickLength + (0.3 * em));
            if (columnLabels > em)
            {
                x += 0.35 * em;
                document.Text(x, y, tick.Label, ("text-anchor", "end"), ("transform", $"rotate(-90 {N(x)} {N(y)})"));
            }
            else
            {
                document.Text(x, y + (0.8 * em), tick.Label);
            }
        }

        document.End();
        document.Begin("g", ("class", "y-labels"), ("font-size", em), ("text-anchor", "end"));
        foreach (Tick tick in yTicks)
        {
            // 0.35 em below the middle puts the middle of digits on the tick; dominant-baseline is not honoured everywhere.
            document.Text(Area.Left - TickLength - (0.35 * em), Area.Top + Area.Row(tick.Value) + (0.35 * em), tick.Label);
        }

        document.End();
    }

    private void DrawTitles(double bottom)
    {
        double middle = Area.Left + (Area.Width / 2);
        if (figure.Title.Length > 0)
        {
            document.Text(middle, 1.7 * em, figure.Title, ("font-size", 1.2 * em), ("font-weight", "bold"), ("text-anchor", "middle"));
        }

        if (BottomTitle.Length > 0)
        {
            document.Text(middle, bottom + TickLength + columnLabels + (1.9 * em), BottomTitle, ("font-size", 1.1 * em), ("text-anchor", "middle"));
        }

        if (LeftTitle.Length > 0)
        {
            document.UprightText(1.4 * em, Area.Top + (Area.Height / 2), LeftTitle, 1.1 * em);
        }
    }

    /// <summary>Height of the labels of columns: names that have no room side by side are written upright.</summary>
    private double ColumnLabelHeight(double width)
    {
        double widest = bars ? 0 : figure.XAxis.Categories.Select(c => FontMetrics.Width(c, em)).DefaultIfEmpty(0).Max();
        return widest + (0.6 * em) > width / Math.Max(1, figure.XAxis.Categories.Length) ? Math.Min(widest, 0.3 * options.Height) : em;
    }

    private Tick[] Fit(Tick[] ticks, double width) => Array.ConvertAll(ticks, t => t with { Label = FontMetrics.Fit(t.Label, width, em) });

    private Tick[] FitColumns(AxisRange range)
    {
        if (!bars && !figure.XAxis.Categories.IsEmpty)
        {
            return Fit(Ticks.Of(figure.XAxis, range, 2, TickNotation.Typeset), columnLabels > em ? columnLabels : double.PositiveInfinity);
        }

        for (int count = Math.Max(2, (int)(Area.Width / (4 * em))); count > 2; count--)
        {
            Tick[] ticks = Ticks.Major(range, count, TickNotation.Typeset);
            double widest = ticks.Select(t => FontMetrics.Width(t.Label, em)).DefaultIfEmpty(0).Max();
            double closest = ticks.Zip(ticks.Skip(1), (a, b) => range.Fraction(b.Value) - range.Fraction(a.Value)).DefaultIfEmpty(1).Min();
            if (closest * Area.Width >= widest + (1.2 * em))
            {
                return ticks;
            }
        }

        return Ticks.Major(range, 2, TickNotation.Typeset);
    }

    private static string N(double value) => SvgDocument.Number(value);
}
