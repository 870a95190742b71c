using System.Globalization;
using MolShell.Compute.Plots.Scales;
using MolShell.Compute.Plots.Terminal;

namespace MolShell.Compute.Plots;

/// <summary>
/// Draws a <see cref="Figure"/> in text: curves in braille dots, histograms and bars in eighth blocks, heat maps in half blocks or shades.
/// The lines are for the caller to print; nothing here knows a console.
/// </summary>
public static class TerminalRenderer
{
    private const int LeastWidth = 30;
    private const int LeastHeight = 8;

    /// <summary>
    /// The figure as at most <see cref="TerminalOptions.Height"/> lines of at most <see cref="TerminalOptions.Width"/> characters.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is below 30 columns or 8 lines.</exception>
    /// <exception cref="ArgumentException">An axis of the figure has ends that make no range.</exception>
    public static string[] Render(Figure figure, TerminalOptions options)
    {
        if (options.Width < LeastWidth || options.Height < LeastHeight)
        {
            throw new ArgumentOutOfRangeException(nameof(options), string.Create(
                CultureInfo.InvariantCulture,
                $"A plot needs at least {LeastWidth} columns and {LeastHeight} lines; the size is {options.Width} x {options.Height}."));
        }

        FigureRanges ranges = FigureRanges.Of(figure);
        TextCanvas canvas = new(options.Width, options.Height);
        Pen[] pens = SeriesPens.For(figure, options);
        if (figure.Series.Length > 0 && figure.Series[0] is BarSeries && !ranges.IsEmpty)
        {
            TerminalBars.Draw(canvas, figure, ranges, pens, options);
        }
        else
        {
            DrawAxes(canvas, figure, ranges, pens, options);
        }

        string[] lines = canvas.ToLines(options.Colors);
        return lines[..(Array.FindLastIndex(lines, l => l.Length > 0) + 1)];
    }

    private static void DrawAxes(TextCanvas canvas, Figure figure, FigureRanges ranges, Pen[] pens, TerminalOptions options)
    {
        PlotArea area = TerminalAxes.Draw(canvas, figure, ranges, pens, options);
        if (figure.Series.OfType<HeatMapSeries>().FirstOrDefault() is { } map)
        {
            TerminalHeatMap.Draw(canvas, area, map, ranges.Color!.Value, options);
            TerminalColorBar.Draw(canvas, area, ranges.Color.Value, options);
        }

        new TerminalCurves(canvas, area, figure, pens, options).Draw();
        if (ranges.IsEmpty)
        {
            const string Nothing = "no data";
            canvas.Write(area.Left + ((area.Width - Nothing.Length) / 2), area.Top + (area.Height / 2), Nothing);
        }
    }
}
