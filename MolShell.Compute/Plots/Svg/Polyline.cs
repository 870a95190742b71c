using System.Text;

namespace MolShell.Compute.Plots.Svg;

/// <summary>
/// Builds the path of a curve. Within one pixel column only the first, lowest, highest and last point are kept: the picture is the same,
/// and a million points make a small file.
/// </summary>
internal sealed class Polyline
{
    private readonly StringBuilder path = new();
    private readonly List<(double X, double Y)> column = [];
    private bool started;

    /// <summary>Number of points left between gaps, which have no line and need a mark of their own.</summary>
    public List<(double X, double Y)> Isolated { get; } = [];

    private int inRun;

    public void Add(double x, double y)
    {
        if (column.Count > 0 && Math.Floor(column[0].X) != Math.Floor(x))
        {
            Flush();
        }

        column.Add((x, y));
        inRun++;
        if (column.Count > 64)
        {
            Thin();
        }
    }

    /// <summary>Breaks the line.</summary>
    public void Gap()
    {
        if (inRun == 1)
        {
            Isolated.Add(column[0]);
            column.Clear();
        }

        Flush();
        started = false;
        inRun = 0;
    }

    public string Finish()
    {
        Gap();
        return path.ToString();
    }

    private void Flush()
    {
        Thin();
        foreach ((double x, double y) in column)
        {
            path.Append(started ? 'L' : 'M').Append(SvgDocument.Number(x)).Append(' ').Append(SvgDocument.Number(y));
            started = true;
        }

        column.Clear();
    }

    private void Thin()
    {
        if (column.Count <= 4)
        {
            return;
        }

        int low = 0;
        int high = 0;
        for (int i = 1; i < column.Count; i++)
        {
            low = column[i].Y < column[low].Y ? i : low;
            high = column[i].Y > column[high].Y ? i : high;
        }

        (double X, double Y)[] kept = [.. new[] { 0, low, high, column.Count - 1 }.Distinct().Order().Select(i => column[i])];
        column.Clear();
        column.AddRange(kept);
    }
}
