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
            : Ticks.Major(up, Math.Max(2, (int)(options.Height / (3.8 * em))), TickNotation.Typeset);
        double labels = yTicks.Select(t => FontMetrics.Width(t.Label, em)).DefaultIfEmpty(0).Max();
        double left = (LeftTitle.Length > 0 ? 2 * em : 0.5 * em) + labels + TickLength + (0.6 * em);
        double bottom = TickLength + (1.6 * em) + (BottomTitle.Length > 0 ? 1.8 * em : 0.4 * em);
        double top = figure.Title.Length > 0 ? 2.6 * em : 1.2 * em;
        double right = (ranges.Color is { } color ? SvgColorBar.Width(figure, color, options) : 0) + (1.4 * em);
        Area = new SvgArea(left, top, Math.Max(20, options.Width - left - right), Math.Max(20, options.Height - top - bottom), across, up);
        xTicks = FitColumns(across);
        double overhang = xTicks.Select(t => left + Area.Column(t.Value) + (FontMetrics.Width(t.Label, em) / 2) + 4 - options.Width)
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
            document.Text(Area.Left + Area.Column(tick.Value), bottom + TickLength + (1.1 * em), tick.Label);
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
            document.Text(middle, bottom + TickLength + (2.9 * em), BottomTitle, ("font-size", 1.1 * em), ("text-anchor", "middle"));
        }

        if (LeftTitle.Length > 0)
        {
            document.UprightText(1.4 * em, Area.Top + (Area.Height / 2), LeftTitle, 1.1 * em);
        }
    }

    private Tick[] FitColumns(AxisRange range)
    {
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
