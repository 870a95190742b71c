using MolShell.Compute.Plots.Scales;

namespace MolShell.Compute.Plots.Terminal;

/// <summary>Lying bars with their names to the left and their values to the right.</summary>
internal static class TerminalBars
{
    private const string Eighths = " ▏▎▍▌▋▊▉█";

    /// <summary>The character bars of a series are filled with: blocks in colour, else a shade of its own.</summary>
    public static char Fill(int series, TerminalOptions options) => options.Ascii
        ? "#=o:"[series % 4]
        : options.Colors != ColorDepth.None ? '█' : "█▒▓░"[series % 4];

    public static void Draw(TextCanvas canvas, Figure figure, FigureRanges ranges, Pen[] pens, TerminalOptions options)
    {
        BarSeries[] all = [.. figure.Series.OfType<BarSeries>()];
        TerminalLegend legend = new(figure, options);
        int top = TerminalAxes.DrawTitle(canvas, figure, options);
        legend.Draw(canvas, top, figure, pens, options);
        top += legend.Height;

        string categories = TerminalText.Clean(figure.XAxis.Title, options.Ascii);
        string values = TerminalText.Clean(figure.YAxis.Title, options.Ascii);
        canvas.Write(0, top, TerminalText.Fit(categories, canvas.Width, options.Ascii));
        top += categories.Length > 0 ? 1 : 0;
        int room = Math.Max(1, canvas.Height - top - 2 - (values.Length > 0 ? 1 : 0));

        string[] names = Array.ConvertAll(
            all[0].Labels, n => TerminalText.Fit(TerminalText.Clean(n, options.Ascii), canvas.Width * 2 / 5, options.Ascii));
        int count = Math.Min(names.Length, room / all.Length);
        bool cut = count < names.Length;
        count = cut ? Math.Max(1, (room - 1) / all.Length) : count;
        bool airy = count * (all.Length + 1) - 1 <= room;
        int height = Math.Min(room, (count * (all.Length + (airy ? 1 : 0))) - (airy ? 1 : 0) + (cut ? 1 : 0));
        int left = names.Take(count).Select(n => n.Length).DefaultIfEmpty(0).Max() + 2;
        string Text(BarSeries s, int i) =>
            ValueText.Of(s.Values[i], s.Errors?[i] ?? double.NaN, TickNotation.Plain, options.Ascii ? "+-" : "±");
        int texts = all.SelectMany(s => Enumerable.Range(0, count).Select(i => Text(s, i).Length)).DefaultIfEmpty(0).Max();
        PlotArea area = new(left, top, Math.Max(4, canvas.Width - left - texts - 2), Math.Max(1, height), ranges.Y, ranges.X, true);
        TerminalAxes.DrawFrame(canvas, area, Glyphs.For(options.Ascii));
        TerminalAxes.DrawColumnTicks(canvas, area, ColumnTicks.Fit(area.X, area.Width, TickNotation.Plain), Glyphs.For(options.Ascii));
        string title = TerminalText.Fit(values, canvas.Width, options.Ascii);
        canvas.Write(TerminalAxes.Centered(area.Left + (area.Width / 2), title.Length, canvas.Width), area.Top + area.Height + 2, title);

        int row = top;
        for (int i = 0; i < count; i++)
        {
            canvas.Write(left - 2 - names[i].Length, row + ((all.Length - 1) / 2), names[i]);
            for (int s = 0; s < all.Length; s++, row++)
            {
                int end = DrawBar(canvas, area, row, all[s].Values[i], s, pens[s], options);
                canvas.Write(end + 1, row, Text(all[s], i));
            }

            row += airy ? 1 : 0;
        }

        if (cut)
        {
            canvas.Write(area.Left + 1, area.Top + area.Height - 1, $"({names.Length - count} more)");
        }
    }

    /// <summary>Draws from zero, or from the axis where zero is not on it, to the value; returns the column after the bar.</summary>
    private static int DrawBar(TextCanvas canvas, PlotArea area, int row, double value, int series, Pen pen, TerminalOptions options)
    {
        double from = area.X.IsLogarithmic ? 0 : Math.Clamp(area.Column(0), 0, area.Width);
        double to = area.Column(value);
        if (double.IsNaN(to))
        {
            return area.Left + (int)from;
        }

        to = Math.Clamp(to, 0, area.Width);
        char fill = Fill(series, options);
        int first = (int)Math.Round(Math.Min(from, to));
        int whole = to > from ? Math.Max(0, (int)Math.Floor(to - first)) : (int)Math.Round(from) - first;
        canvas.Write(area.Left + first, row, new string(fill, whole), pen.Ink);
        int part = to > from && fill == '█' ? Math.Max(0, (int)Math.Round((to - first - whole) * 8)) : 0;
        if (part > 0)
        {
            canvas.Put(area.Left + first + whole, row, Eighths[part], pen.Ink);
        }

        return area.Left + first + whole + (part > 0 ? 1 : 0);
    }
}
