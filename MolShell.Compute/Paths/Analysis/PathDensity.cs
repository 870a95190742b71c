using System.Collections.Immutable;
using MolShell.Compute.Plots;

namespace MolShell.Compute.Paths.Analysis;

/// <summary>
/// The fraction of sampled paths that pass through each bin of one or two variables. A path counts once in a bin however long it stays
/// there, and with its weight times the number of steps it was active. Bins are passed where a frame lies in them; nothing is filled in between frames.
/// </summary>
public sealed record PathDensity : IPlottable
{
    /// <summary>Number of steps.</summary>
    public required long Steps { get; init; }

    /// <summary>Names of the variables, shape [1] or [2].</summary>
    public required ImmutableArray<string> Variables { get; init; }

    /// <summary>Units of the variables; empty texts in reduced units, shape [1] or [2].</summary>
    public required ImmutableArray<string> Units { get; init; }

    /// <summary>Bin borders along the first variable, shape [nx + 1].</summary>
    public required double[] XEdges { get; init; }

    /// <summary>Bin borders along the second variable, shape [ny + 1]; null for one variable.</summary>
    public double[]? YEdges { get; init; }

    /// <summary>Fraction of paths that pass through each bin, shape [nx, ny], or [nx, 1] for one variable.</summary>
    public required double[,] Values { get; init; }

    public Figure ToFigure()
    {
        Axis x = new(Variables[0], Units[0]);
        if (YEdges is null)
        {
            double[] heights = [.. Enumerable.Range(0, Values.GetLength(0)).Select(i => Values[i, 0])];
            return new Figure
            {
                Title = "Path density",
                XAxis = x,
                YAxis = new Axis("fraction of paths"),
                Series = [new HistogramSeries(XEdges, heights)],
            };
        }

        double[,] visible = new double[Values.GetLength(0), Values.GetLength(1)];
        for (int i = 0; i < visible.GetLength(0); i++)
        {
            for (int j = 0; j < visible.GetLength(1); j++)
            {
                visible[i, j] = Values[i, j] > 0 ? Values[i, j] : double.NaN;
            }
        }

        return new Figure
        {
            Title = "Path density",
            XAxis = x,
            YAxis = new Axis(Variables[1], Units[1]),
            Series = [new HeatMapSeries(XEdges, YEdges, visible) { ColorAxis = new Axis("fraction of paths") }],
        };
    }
}
