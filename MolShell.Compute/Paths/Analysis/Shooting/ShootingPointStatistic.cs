using System.Collections.Immutable;
using MolShell.Compute.Plots;

namespace MolShell.Compute.Paths.Analysis.Shooting;

/// <summary>
/// The committor that the trials of a path sampling run tell along with it: of the trials that left frames of a bin, the fraction that came to
/// the last state. Its figure is the committor over one variable with its errors, or a map over two.
/// </summary>
public sealed record ShootingPointStatistic : IPlottable
{
    /// <summary>Number of steps.</summary>
    public required long Steps { get; init; }

    /// <summary>Names of the states; the committor is that of the last.</summary>
    public required ImmutableArray<string> States { get; init; }

    /// <summary>Names of the variables, shape [1] or [2].</summary>
    public required ImmutableArray<string> Variables { get; init; }

    /// <summary>Units of the variables; empty texts in reduced units, shape [1] or [2].</summary>
    public required ImmutableArray<string> Units { get; init; }

    /// <summary>The shooting points in the order in which they were first used.</summary>
    public required ImmutableArray<ShootingPoint> Points { get; init; }

    /// <summary>The bins with shooting points, the first variable slowest.</summary>
    public required ImmutableArray<ShootingPointBin> Bins { get; init; }

    /// <summary>Bin borders along the first variable, shape [nx + 1].</summary>
    public required double[] XEdges { get; init; }

    /// <summary>Bin borders along the second variable, shape [ny + 1]; null for one variable.</summary>
    public double[]? YEdges { get; init; }

    /// <summary>The committor of each bin, shape [nx, ny], or [nx, 1] for one variable; NaN where no trial came to a state.</summary>
    public required double[,] Committor { get; init; }

    /// <summary>Standard errors of <see cref="Committor"/>, with its shape.</summary>
    public required double[,] StandardError { get; init; }

    /// <summary>Number of trials.</summary>
    public long Trials => Points.Sum(p => p.Trials);

    /// <summary>Trials that were given up before they reached a state.</summary>
    public long Unfinished => Points.Sum(p => p.Unfinished);

    public Figure ToFigure()
    {
        Axis x = new(Variables[0], Units[0]);
        Axis committor = new($"committor of {States[^1]}") { Minimum = 0, Maximum = 1 };
        if (YEdges is not null)
        {
            return new Figure
            {
                Title = "Committor of shooting points",
                XAxis = x,
                YAxis = new Axis(Variables[1], Units[1]),
                Series = [new HeatMapSeries(XEdges, YEdges, Committor) { ColorAxis = committor }],
            };
        }

        double[] heights = new double[XEdges.Length - 1], errors = new double[heights.Length];
        for (int i = 0; i < heights.Length; i++)
        {
            (heights[i], errors[i]) = (Committor[i, 0], StandardError[i, 0]);
        }

        return new Figure
        {
            Title = "Committor of shooting points",
            XAxis = x,
            YAxis = committor,
            Series = [new HistogramSeries(XEdges, heights) { Errors = errors }],
        };
    }
}
