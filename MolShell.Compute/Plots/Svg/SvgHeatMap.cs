using System.Text;
using MolShell.Compute.Plots.Colors;
using MolShell.Compute.Plots.Scales;

namespace MolShell.Compute.Plots.Svg;

/// <summary>A heat map as one path for each colour, so that a large grid stays a small file and no pixel is interpolated.</summary>
internal static class SvgHeatMap
{
    private const int Levels = 256;

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

    private static int Level(double fraction) =>
        double.IsNaN(fraction) ? -1 : (int)Math.Round(Math.Clamp(fraction, 0, 1) * (Levels - 1));

    /// <summary>An edge that a log axis cannot place lies at the axis.</summary>
    private static double Edge(double position, double axis) => double.IsNaN(position) ? axis : position;

    private static string N(double value) => SvgDocument.Number(value);
}
