using System.Globalization;
using MolShell.Compute.Plots.Scales;
using MolShell.Compute.Plots.Svg;

namespace MolShell.Compute.Plots;

/// <summary>Draws a <see cref="Figure"/> for print and web: static SVG 1.1, self-contained, without scripts.</summary>
public static class SvgRenderer
{
    private const int LeastWidth = 200;
    private const int LeastHeight = 150;

    /// <summary>A height [px] at which the names of all bars of a figure can be read; that of the default options for others.</summary>
    public static int UsualHeight(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        SvgOptions usual = new();
        int bars = figure.Series.OfType<BarSeries>().Sum(b => b.Labels.Length);
        return Math.Max(usual.Height, (8 + (int)(1.6 * bars)) * usual.FontSize);
    }

    /// <summary>The picture as the text of an SVG file.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is below 200 x 150, or the font size is not between 4 and 60.</exception>
    /// <exception cref="ArgumentException">An axis of the figure has ends that make no range.</exception>
    public static string Render(Figure figure, SvgOptions? options = null) => Render(figure, options ?? new SvgOptions(), out _);

    /// <summary>The picture, and where in it the data lie, for pages that draw on it.</summary>
    internal static string Render(Figure figure, SvgOptions size, out SvgArea area)
    {
        if (size.Width < LeastWidth || size.Height < LeastHeight || size.FontSize is < 4 or > 60)
        {
            throw new ArgumentOutOfRangeException(nameof(size), string.Create(
                CultureInfo.InvariantCulture,
                $"A picture needs at least {LeastWidth} x {LeastHeight} pixels and a font of 4 to 60; "
                + $"the size is {size.Width} x {size.Height}, the font {size.FontSize}."));
        }

        FigureRanges ranges = FigureRanges.Of(figure);
        using SvgDocument document = new(size.Width, size.Height, figure.Title, FigureDescription.Of(figure));
        SvgAxes axes = new(document, figure, ranges, size);
        HeatMapSeries? map = figure.Series.OfType<HeatMapSeries>().FirstOrDefault();
        if (map is null)
        {
            axes.DrawGrid();
        }

        area = axes.Area;
        DrawData(document, axes.Area, figure, map, ranges, size);
        axes.DrawFrame(closed: map is not null);
        if (map is not null)
        {
            SvgColorBar.Draw(document, axes.Area, map, ranges.Color!.Value, size);
        }

        SvgLegend.Draw(document, axes.Area, figure, size);
        return document.Finish();
    }

    private static void DrawData(
        SvgDocument document, SvgArea area, Figure figure, HeatMapSeries? map, FigureRanges ranges, SvgOptions size)
    {
        // An inner svg clips to the plot without an id, which could clash with that of another picture on the same page.
        document.Begin("svg", ("x", area.Left), ("y", area.Top), ("width", area.Width), ("height", area.Height), ("overflow", "hidden"));
        if (map is not null)
        {
            SvgHeatMap.Draw(document, area, map, ranges.Color!.Value);
            SvgHeatMap.DrawTexts(document, area, map, ranges.Color.Value, size.FontSize);
        }

        if (figure.Series.Length > 0 && figure.Series[0] is BarSeries)
        {
            SvgBars.Draw(document, area, figure, size);
        }
        else
        {
            new SvgCurves(document, area, figure).Draw();
        }

        if (ranges.IsEmpty)
        {
            document.Text(
                area.Width / 2, area.Height / 2, "no data", ("font-size", 1.2 * size.FontSize), ("text-anchor", "middle"), ("fill", "#777"));
        }

        document.End();
    }
}
