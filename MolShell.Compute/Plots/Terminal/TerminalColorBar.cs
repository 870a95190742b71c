using MolShell.Compute.Plots.Scales;

namespace MolShell.Compute.Plots.Terminal;

/// <summary>The scale of a heat map: its colours or shades with numbers, right of the plot.</summary>
internal static class TerminalColorBar
{
    private const int Gap = 2;
    private const int Bar = 2;

    /// <summary>Columns it takes.</summary>
    public static int Width(AxisRange range, int height) =>
        Gap + Bar + 1 + ColorTicks(range, height).Select(t => t.Label.Length).DefaultIfEmpty(0).Max();

    public static void Draw(TextCanvas canvas, PlotArea area, AxisRange range, TerminalOptions options)
    {
        int left = area.Left + area.Width + Gap;
        for (int row = 0; row < area.Height; row++)
        {
            double upper = 1 - ((row + 0.25) / area.Height);
            double lower = 1 - ((row + 0.75) / area.Height);
            for (int i = 0; i < Bar; i++)
            {
                canvas[left + i, area.Top + row] = MapCell.For(upper, lower, options);
            }
        }

        PlotArea scale = area with { Y = range };
        foreach (Tick tick in ColorTicks(range, area.Height))
        {
            canvas.Write(left + Bar + 1, scale.TickRow(tick.Value), tick.Label);
        }
    }

    private static Tick[] ColorTicks(AxisRange range, int height) => Ticks.Major(range, Math.Max(2, height / 2), TickNotation.Plain);
}
