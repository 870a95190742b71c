using System.Text;
using MolShell.Compute.Plots.Colors;
using MolShell.Compute.Plots.Scales;

namespace MolShell.Compute.Plots.Svg;

/// <summary>A heat map as one path for each colour, so that a large grid stays a small file and no pixel is interpolated.</summary>
internal static class SvgHeatMap
{
    private const int Levels = 256;
    private const double LeastFontSize = 5;

    // From this fraction on the colours are so bright that black text is easier to read than white.
    private const double Bright = 0.55;

    public static void Draw(SvgDocument document, SvgArea area, HeatMapSeries map, AxisRange range)
    {
        StringBuilder?[] paths = new StringBuilder?[Levels];
        double[] columns = Array.ConvertAll(map.XEdges, x => Edge(area.Column(x), 0));
        double[] rows = Array.ConvertAll(map.YEdges, y => Edge(area.Row(y), area.Height));
        for (int i = 0; i < columns.Length - 1; i++)
        {
            for (int j = 0; j < rows.Length - 1;)
            {
                int level = Level(range.Fraction(map.Values[i, j]));
                int first = j++;
                while (j < rows.Length - 1 && Level(range.Fraction(map.Values[i, j])) == level)
                {
                    j++;
                }

                if (level >= 0)
                {
                    (paths[level] ??= new StringBuilder()).Append(
                        $"M{N(columns[i])} {N(rows[first])}H{N(columns[i + 1])}V{N(rows[j])}H{N(columns[i])}Z");
                }
            }
        }

        document.Begin("g", ("class", "heat-map"), ("shape-rendering", "crispEdges"));
        for (int level = 0; level < Levels; level++)
        {
            if (paths[level] is { } path)
            {
                document.Element("path", ("fill", Viridis.At(level / (Levels - 1.0))), ("d", path.ToString()));
            }
        }

        document.End();
    }

    /// <summary>The texts of the cells, white on dark colours, as large as the smallest cell has room for.</summary>
    public static void DrawTexts(SvgDocument document, SvgArea area, HeatMapSeries map, AxisRange range, double fontSize)
    {
        if (map.CellTexts is not { } texts)
        {
            return;
        }

        double width = Enumerable.Range(1, map.XEdges.Length - 1).Min(i => Math.Abs(area.Column(map.XEdges[i]) - area.Column(map.XEdges[i - 1])));
        double height = Enumerable.Range(1, map.YEdges.Length - 1).Min(j => Math.Abs(area.Row(map.YEdges[j]) - area.Row(map.YEdges[j - 1])));
        string[][] lines = [.. texts.Cast<string>().Select(t => t.Split('\n'))];
        double widest = lines.SelectMany(l => l).Max(l => FontMetrics.Width(l, 1));
        int tallest = lines.Max(l => l.Length);
        double size = Math.Min(fontSize, Math.Min(0.92 * width / Math.Max(widest, 1e-3), 0.92 * height / (1.25 * tallest)));
        if (size < LeastFontSize)
        {
            return;
        }

        document.Begin("g", ("class", "cell-texts"), ("font-size", size), ("text-anchor", "middle"));
        for (int i = 0; i < map.XEdges.Length - 1; i++)
        {
            for (int j = 0; j < map.YEdges.Length - 1; j++)
            {
                string[] text = lines[(i * (map.YEdges.Length - 1)) + j];
                double x = (area.Column(map.XEdges[i]) + area.Column(map.XEdges[i + 1])) / 2;
                double y = (area.Row(map.YEdges[j]) + area.Row(map.YEdges[j + 1])) / 2;
                string fill = range.Fraction(map.Values[i, j]) < Bright ? "#fff" : "#222";
                for (int k = 0; k < text.Length; k++)
                {
                    document.Text(x, y + (size * (0.35 + (1.25 * (k - ((text.Length - 1) / 2.0))))), text[k], ("fill", fill));
                }
            }
        }

        document.End();
    }

    private static int Level(double fraction) =>
        double.IsNaN(fraction) ? -1 : (int)Math.Round(Math.Clamp(fraction, 0, 1) * (Levels - 1));

    /// <summary>An edge that a log axis cannot place lies at the axis.</summary>
    private static double Edge(double position, double axis) => double.IsNaN(position) ? axis : position;

    private static string N(double value) => SvgDocument.Number(value);
}
