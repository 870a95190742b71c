using MolShell.Compute.Plots.Scales;

namespace MolShell.Compute.Plots.Terminal;

/// <summary>Title, legend, axes and ticks of a figure in text; what is left is the plot area.</summary>
internal static class TerminalAxes
{
    public static PlotArea Draw(TextCanvas canvas, Figure figure, FigureRanges ranges, Pen[] pens, TerminalOptions options)
    {
        HeatMapSeries? map = figure.Series.OfType<HeatMapSeries>().FirstOrDefault();
        TerminalLegend legend = new(figure, options);
        int top = DrawTitle(canvas, figure, options);
        legend.Draw(canvas, top, figure, pens, options);
        top += legend.Height;

        string yTitle = TerminalText.Clean(figure.YAxis.Title, options.Ascii);
        string xTitle = TerminalText.Clean(figure.XAxis.Title, options.Ascii);
        string colorTitle = map is null ? "" : TerminalText.Clean(map.ColorAxis.Title, options.Ascii);
        int titles = yTitle.Length > 0 || colorTitle.Length > 0 ? 1 : 0;
        int height = Math.Max(2, canvas.Height - top - titles - 2 - (xTitle.Length > 0 ? 1 : 0));
        (AxisRange y, Tick[] yTicks) = map is null && figure.YAxis.Categories.IsEmpty
            ? RowTicks.Fit(ranges.TightY, ranges.Y, figure.YAxis, height)
            : (ranges.Y, Fit(Ticks.Of(figure.YAxis, ranges.Y, Math.Max(2, height / 2), TickNotation.Plain), canvas.Width / 3, options));

        int labels = yTicks.Select(t => t.Label.Length).DefaultIfEmpty(0).Max();
        int left = labels + 2;
        int bar = map is null ? 0 : TerminalColorBar.Width(ranges.Color!.Value, height);
        PlotArea area = new(left, top + titles, Math.Max(4, canvas.Width - left - bar - 1), height, ranges.X, y, map is not null);
        if (titles > 0)
        {
            canvas.Write(0, top, TerminalText.Fit(yTitle, canvas.Width, options.Ascii));
            int room = canvas.Width - yTitle.Length - 2;
            string fitted = TerminalText.Fit(colorTitle, Math.Max(0, room), options.Ascii);
            canvas.Write(canvas.Width - fitted.Length, top, fitted);
        }

        DrawFrame(canvas, area, Glyphs.For(options.Ascii));
        DrawRowTicks(canvas, area, yTicks, Glyphs.For(options.Ascii));
        Tick[] xTicks = figure.XAxis.Categories.IsEmpty
            ? ColumnTicks.Fit(area.X, area.Width, TickNotation.Plain)
            : Fit(Ticks.Of(figure.XAxis, area.X, 2, TickNotation.Plain), Math.Max(1, (area.Width / figure.XAxis.Categories.Length) - 1), options);
        DrawColumnTicks(canvas, area, xTicks, Glyphs.For(options.Ascii));
        string fittedX = TerminalText.Fit(xTitle, canvas.Width - 2, options.Ascii);
        canvas.Write(Centered(area.Left + (area.Width / 2), fittedX.Length, canvas.Width), area.Top + height + 2, fittedX);
        return area;
    }

    public static int DrawTitle(TextCanvas canvas, Figure figure, TerminalOptions options)
    {
        string title = TerminalText.Fit(TerminalText.Clean(figure.Title, options.Ascii), canvas.Width, options.Ascii);
        canvas.Write((canvas.Width - title.Length) / 2, 0, title);
        return title.Length > 0 ? 1 : 0;
    }

    public static void DrawColumnTicks(TextCanvas canvas, PlotArea area, Tick[] ticks, Glyphs glyphs)
    {
        int row = area.Top + area.Height;
        int free = 0;
        foreach (Tick tick in ticks)
        {
            int column = area.TickColumn(tick.Value);
            canvas.Put(column, row, glyphs.TickDown);
            int start = Centered(column, tick.Label.Length, canvas.Width);
            if (start >= free)
            {
                canvas.Write(start, row + 1, tick.Label);
                free = start + tick.Label.Length + 1;
            }
        }
    }

    public static void DrawFrame(TextCanvas canvas, PlotArea area, Glyphs glyphs)
    {
        for (int row = 0; row < area.Height; row++)
        {
            canvas.Put(area.Left - 1, area.Top + row, glyphs.Vertical);
        }

        canvas.Put(area.Left - 1, area.Top + area.Height, glyphs.Corner);
        canvas.Write(area.Left, area.Top + area.Height, new string(glyphs.Horizontal, area.Width));
    }

    private static Tick[] Fit(Tick[] ticks, int width, TerminalOptions options) =>
        Array.ConvertAll(ticks, t => t with { Label = TerminalText.Fit(TerminalText.Clean(t.Label, options.Ascii), width, options.Ascii) });

    private static void DrawRowTicks(TextCanvas canvas, PlotArea area, Tick[] ticks, Glyphs glyphs)
    {
        int last = -1;
        foreach (Tick tick in ticks)
        {
            int row = area.TickRow(tick.Value);
            if (row != last)
            {
                canvas.Write(area.Left - 2 - tick.Label.Length, row, tick.Label + ' ');
                canvas.Put(area.Left - 1, row, row == area.Top + area.Height ? glyphs.CornerTick : glyphs.TickLeft);
                last = row;
            }
        }
    }

    /// <summary>
    /// First column of a text of <paramref name="length"/> around <paramref name="middle"/>, moved to stay on the canvas.
    /// </summary>
    public static int Centered(int middle, int length, int width) =>
        Math.Max(0, Math.Min(middle - (length / 2), width - length));
}
