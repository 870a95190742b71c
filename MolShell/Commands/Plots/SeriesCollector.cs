using System.Management.Automation;
using MolShell.Compute.Plots;

namespace MolShell.Commands.Plots;

/// <summary>Gathers numbers from pipeline objects into the series of one figure: a series for each y property and group.</summary>
internal sealed class SeriesCollector(string? x, IReadOnlyList<string> y, string? groupBy, PlotKind kind, int binCount)
{
    private readonly Dictionary<string, (List<double> X, List<double> Y)> series = new(StringComparer.Ordinal);
    private readonly List<string> order = [];
    private int count;

    public bool IsEmpty => order.Count == 0;

    /// <summary>Takes one object in; returns the name of a property it lacks, or null.</summary>
    public string? Add(PSObject input)
    {
        double abscissa = count;
        if (x is not null)
        {
            if (PropertyReader.Number(input, x) is not { } value)
            {
                return x;
            }

            abscissa = value;
        }

        string group = groupBy is null ? string.Empty : input.Properties[groupBy]?.Value?.ToString() ?? string.Empty;
        foreach (string property in y)
        {
            if (PropertyReader.Number(input, property) is not { } ordinate)
            {
                return property;
            }

            Append(Name(property, group), abscissa, ordinate);
        }

        count++;
        return null;
    }

    /// <summary>Takes a plain number in.</summary>
    public void Add(double value) => Append(string.Empty, count++, value);

    /// <summary>The figure of what was gathered, without title and labels of its own.</summary>
    public Figure ToFigure()
    {
        double[]? edges = kind == PlotKind.Histogram ? Edges() : null;
        string yLabel = y.Count == 1 ? y[0] : string.Empty;
        return new Figure
        {
            XAxis = new Axis(kind == PlotKind.Histogram ? yLabel : x ?? "index"),
            YAxis = new Axis(kind == PlotKind.Histogram ? "count" : yLabel),
            Series = [.. order.Select(name => Draw(name, series[name], edges))],
        };
    }

    private string Name(string property, string group) => (y.Count > 1, group.Length > 0) switch
    {
        (true, true) => $"{group} {property}",
        (false, true) => group,
        (true, false) => property,
        _ => string.Empty,
    };

    private void Append(string name, double abscissa, double ordinate)
    {
        if (!series.TryGetValue(name, out (List<double> X, List<double> Y) points))
        {
            series[name] = points = ([], []);
            order.Add(name);
        }

        points.X.Add(abscissa);
        points.Y.Add(ordinate);
    }

    private Series Draw(string name, (List<double> X, List<double> Y) points, double[]? edges)
    {
        string? label = name.Length == 0 ? null : name;
        double[] xs = [.. points.X];
        double[] ys = [.. points.Y];
        return kind switch
        {
            PlotKind.Scatter => new ScatterSeries(xs, ys) { Name = label },
            PlotKind.Step => new LineSeries(xs, ys) { Name = label, Style = LineStyle.Steps },
            PlotKind.Histogram => new HistogramSeries(edges!, Count(ys, edges!)) { Name = label },
            _ => new LineSeries(xs, ys) { Name = label },
        };
    }

    /// <summary>Equal bins over all finite values, so that the histograms of several series compare.</summary>
    private double[] Edges()
    {
        double[] finite = [.. series.Values.SelectMany(p => p.Y).Where(double.IsFinite)];
        (double minimum, double maximum) = finite.Length == 0 ? (0, 1) : (finite.Min(), finite.Max());
        if (minimum == maximum)
        {
            (minimum, maximum) = (minimum - 0.5, maximum + 0.5);
        }

        double width = (maximum - minimum) / binCount;
        return [.. Enumerable.Range(0, binCount + 1).Select(i => i == binCount ? maximum : minimum + (i * width))];
    }

    private static double[] Count(double[] values, double[] edges)
    {
        double[] heights = new double[edges.Length - 1];
        double width = (edges[^1] - edges[0]) / heights.Length;
        foreach (double value in values.Where(double.IsFinite))
        {
            heights[Math.Clamp((int)((value - edges[0]) / width), 0, heights.Length - 1)]++;
        }

        return heights;
    }
}
