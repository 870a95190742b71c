using System.Globalization;
using MolShell.Compute.Plots.Colors;
using MolShell.Compute.Plots.Scales;

namespace MolShell.Compute.Plots.Svg;

/// <summary>The colour scale of a heat map, right of the plot.</summary>
internal static class SvgColorBar
{
    private const double Gap = 14;
    private const double Bar = 16;
    private const double TickLength = 4;

    /// <summary>Room it takes [px].</summary>
    public static double Width(Figure figure, AxisRange range, SvgOptions options)
    {
        double labels = ColorTicks(range, options).Select(t => FontMetrics.Width(t.Label, options.FontSize)).DefaultIfEmpty(0).Max();
        bool titled = figure.Series.OfType<HeatMapSeries>().First().ColorAxis.Title.Length > 0;
        return Gap + Bar + TickLength + (0.35 * options.FontSize) + labels + (titled ? 1.6 * options.FontSize : 0);
    }

    public static void Draw(SvgDocument document, SvgArea area, HeatMapSeries map, AxisRange range, SvgOptions options)
    {
        const string Gradient = "molshell-viridis";
        double em = options.FontSize;
        double left = area.Left + area.Width + Gap;
        document.Begin("linearGradient", ("id", Gradient), ("x1", 0), ("y1", 1), ("x2", 0), ("y2", 0));
        for (int i = 0; i < Viridis.Anchors.Length; i++)
        {
            double offset = (double)i / (Viridis.Anchors.Length - 1);
            document.Element("stop", ("offset", offset.ToString("0.####", CultureInfo.InvariantCulture)), ("stop-color", Viridis.Anchors[i]));
        }

        document.End();
        document.Begin("g", ("class", "color-bar"), ("font-size", em));
        document.Element(
            "rect", ("x", left), ("y", area.Top), ("width", Bar), ("height", area.Height),
            ("fill", $"url(#{Gradient})"), ("stroke", "#333"), ("stroke-width", 1));
        SvgArea scale = area with { Y = range };
        double labels = 0;
        foreach (Tick tick in ColorTicks(range, options))
        {
            double y = area.Top + scale.Row(tick.Value);
            document.Element("line", ("x1", left + Bar), ("y1", y), ("x2", left + Bar + TickLength), ("y2", y), ("stroke", "#333"));
            document.Text(left + Bar + TickLength + (0.35 * em), y + (0.35 * em), tick.Label);
            labels = Math.Max(labels, FontMetrics.Width(tick.Label, em));
        }

        if (map.ColorAxis.Title.Length > 0)
        {
            double x = left + Bar + TickLength + (0.35 * em) + labels + (1.5 * em);
            document.UprightText(x, area.Top + (area.Height / 2), map.ColorAxis.Title, 1.1 * em);
        }

        document.End();
    }

    private static Tick[] ColorTicks(AxisRange range, SvgOptions options) =>
        Ticks.Major(range, Math.Max(2, (int)(options.Height / (4.5 * options.FontSize))), TickNotation.Typeset);
}
