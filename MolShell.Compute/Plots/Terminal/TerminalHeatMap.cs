using MolShell.Compute.Plots.Scales;

namespace MolShell.Compute.Plots.Terminal;

/// <summary>A heat map in half-block pixels or shades.</summary>
internal static class TerminalHeatMap
{
    public static void Draw(TextCanvas canvas, PlotArea area, HeatMapSeries map, AxisRange range, TerminalOptions options)
    {
        (int First, int Last)[] columns = Bins(map.XEdges, area.X, area.Width);
        (int First, int Last)[] pixels = Bins(map.YEdges, area.Y, 2 * area.Height);
        for (int row = 0; row < area.Height; row++)
        {
            (int First, int Last) upper = pixels[^((2 * row) + 1)];
            (int First, int Last) lower = pixels[^((2 * row) + 2)];
            for (int column = 0; column < area.Width; column++)
            {
                double high = Mean(map.Values, columns[column], upper);
                double low = Mean(map.Values, columns[column], lower);
                canvas[area.Left + column, area.Top + row] = MapCell.For(range.Fraction(high), range.Fraction(low), options);
            }
        }

        DrawTexts(canvas, area, map, options);
    }

    // Texts that have no room in their cells are left out.
    private static void DrawTexts(TextCanvas canvas, PlotArea area, HeatMapSeries map, TerminalOptions options)
    {
        for (int i = 0; map.CellTexts is not null && i < map.XEdges.Length - 1; i++)
        {
            for (int j = 0; j < map.YEdges.Length - 1; j++)
            {
                string[] lines = Array.ConvertAll(map.CellTexts[i, j].Split('\n'), l => TerminalText.Clean(l, options.Ascii));
                (double left, double right) = (area.Column(map.XEdges[i]), area.Column(map.XEdges[i + 1]));
                (double top, double bottom) = (area.Row(map.YEdges[j]), area.Row(map.YEdges[j + 1]));
                if (lines.Max(l => l.Length) + 2 > Math.Abs(right - left) || lines.Length > Math.Abs(bottom - top))
                {
                    continue;
                }

                int first = (int)((top + bottom - lines.Length + 1) / 2);
                for (int k = 0; k < lines.Length; k++)
                {
                    canvas.Write(area.Left + (int)((left + right - lines[k].Length + 1) / 2), area.Top + first + k, lines[k]);
                }
            }
        }
    }

    /// <summary>
    /// For each of <paramref name="pixels"/> along an axis the bins it shows: all whose middle lies in it, or the one it lies in; none
    /// (Last below First) outside the map.
    /// </summary>
    private static (int First, int Last)[] Bins(double[] edges, AxisRange range, int pixels)
    {
        (int First, int Last)[] bins = new (int, int)[pixels];
        for (int p = 0; p < pixels; p++)
        {
            (double low, double high) = (range.Value((double)p / pixels), range.Value((p + 1.0) / pixels));
            (low, high) = range.IsReversed ? (high, low) : (low, high);
            double middle = range.Value((p + 0.5) / pixels);
            int here = BinOf(edges, middle);
            int first = FirstMiddleAbove(edges, low);
            int last = FirstMiddleAbove(edges, high) - 1;
            bins[p] = last > first ? (first, last) : (here, here >= 0 ? here : -2);
        }

        return bins;
    }

    private static int BinOf(double[] edges, double value)
    {
        int i = Array.BinarySearch(edges, value);
        i = i >= 0 ? i : ~i - 1;
        return i >= 0 && i < edges.Length - 1 ? i : -1;
    }

    private static int FirstMiddleAbove(double[] edges, double value)
    {
        int low = 0;
        int high = edges.Length - 1;
        while (low < high)
        {
            int i = (low + high) / 2;
            if ((edges[i] + edges[i + 1]) / 2 < value)
            {
                low = i + 1;
            }
            else
            {
                high = i;
            }
        }

        return low;
    }

    /// <summary>Mean over a block of bins of those that are not empty; NaN where all are.</summary>
    private static double Mean(double[,] values, (int First, int Last) x, (int First, int Last) y)
    {
        double sum = 0;
        int count = 0;
        for (int i = x.First; i <= x.Last; i++)
        {
            for (int j = y.First; j <= y.Last; j++)
            {
                if (double.IsFinite(values[i, j]))
                {
                    sum += values[i, j];
                    count++;
                }
            }
        }

        return count == 0 ? double.NaN : sum / count;
    }
}
