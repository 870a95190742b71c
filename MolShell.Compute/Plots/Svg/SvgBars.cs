using MolShell.Compute.Plots.Colors;
using MolShell.Compute.Plots.Scales;

namespace MolShell.Compute.Plots.Svg;

/// <summary>Lying bars with names to the left and values to the right.</summary>
internal static class SvgBars
{
    private const double Gap = 0.3;

    /// <summary>Names of the categories at the middles of their stretches, the first on top.</summary>
    public static Tick[] Categories(Figure figure, SvgOptions options)
    {
        string[] labels = figure.Series.OfType<BarSeries>().First().Labels;
        return [.. labels.Select((label, i) => new Tick(labels.Length - i - 0.5, FontMetrics.Fit(label, options.Width * 0.4, options.FontSize)))];
    }

    public static void Draw(SvgDocument document, SvgArea area, Figure figure, SvgOptions options)
    {
        BarSeries[] all = [.. figure.Series.OfType<BarSeries>()];
        double stretch = area.Height / Math.Max(1, all[0].Labels.Length);
        double thickness = Math.Min(stretch * (1 - Gap) / all.Length, 3 * options.FontSize);
        double zero = area.X.IsLogarithmic ? 0 : area.Column(Math.Clamp(0, area.X.Minimum, area.X.Maximum));
        for (int s = 0; s < all.Length; s++)
        {
            document.Begin("g", ("class", "series"), ("fill", Palette.PrintColor(s)));
            for (int i = 0; i < all[s].Values.Length; i++)
            {
                double middle = (stretch * (i + 0.5)) + (thickness * (s + 0.5 - (all.Length / 2.0)));
                double end = area.Column(all[s].Values[i]);
                if (!double.IsNaN(end))
                {
                    document.Element(
                        "rect", ("x", Math.Min(zero, end)), ("y", middle - (thickness / 2)),
                        ("width", Math.Abs(end - zero)), ("height", thickness));
                }

                DrawValue(document, area, all[s], i, double.IsNaN(end) ? zero : end, middle, options);
            }

            document.End();
        }
    }

    private static void DrawValue(SvgDocument document, SvgArea area, BarSeries bars, int i, double end, double middle, SvgOptions options)
    {
        double error = bars.Errors?[i] ?? double.NaN;
        (double from, double to) = (area.Column(bars.Values[i] - error), area.Column(bars.Values[i] + error));
        if (error > 0 && double.IsFinite(from + to))
        {
            string path = $"M{N(from)} {N(middle)}H{N(to)}M{N(from)} {N(middle - 4)}v8M{N(to)} {N(middle - 4)}v8";
            document.Element("path", ("class", "errors"), ("d", path), ("stroke", "#333"), ("stroke-width", 1.2), ("fill", "none"));
        }
        else
        {
            (from, to) = (end, end);
        }

        string text = ValueText.Of(bars.Values[i], error, TickNotation.Typeset, "±");
        double size = 0.85 * options.FontSize;
        bool fits = Math.Max(to, end) + 6 + FontMetrics.Width(text, size) <= area.Width;
        // Beyond the end of the axis there is no room: the value stands in the bar.
        document.Text(
            fits ? Math.Max(to, end) + 6 : Math.Min(Math.Min(from, end), area.Width) - 6, middle + (0.35 * size), text,
            ("font-size", size), ("text-anchor", fits ? "start" : "end"), ("fill", fits ? "#222" : "#fff"));
    }

    private static string N(double value) => SvgDocument.Number(value);
}
