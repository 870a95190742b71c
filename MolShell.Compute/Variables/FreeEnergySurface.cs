using MolShell.Compute.Plots;

namespace MolShell.Compute.Variables;

/// <summary>The free energy F(x, y) = -kT ln p(x, y) of two variables, with the lowest bin at 0, and its errors.</summary>
public sealed record FreeEnergySurface : IPlottable
{
    public required FreeEnergyAxis XAxis { get; init; }

    public required FreeEnergyAxis YAxis { get; init; }

    public required string EnergyUnit { get; init; }

    /// <summary>Bin borders in the unit of the x axis, shape [nx + 1].</summary>
    public required double[] XEdges { get; init; }

    /// <summary>Bin borders in the unit of the y axis, shape [ny + 1].</summary>
    public required double[] YEdges { get; init; }

    /// <summary>F [energy unit], shape [nx, ny]; infinite where nothing was seen.</summary>
    public required double[,] FreeEnergy { get; init; }

    /// <summary>Standard error of -kT ln p [energy unit], shape [nx, ny]; NaN where nothing was seen.</summary>
    public required double[,] Error { get; init; }

    /// <summary>Probability density p [1/(unit of x times unit of y)], shape [nx, ny].</summary>
    public required double[,] Density { get; init; }

    public required FreeEnergyQuality Quality { get; init; }

    public string Variable => $"{XAxis.Name}, {YAxis.Name}";

    public Figure ToFigure()
    {
        double[,] drawn = (double[,])FreeEnergy.Clone();
        for (int i = 0; i < drawn.GetLength(0); i++)
        {
            for (int j = 0; j < drawn.GetLength(1); j++)
            {
                drawn[i, j] = double.IsFinite(drawn[i, j]) ? drawn[i, j] : double.NaN;
            }
        }

        return new Figure
        {
            Title = $"Free energy of {XAxis.Name} and {YAxis.Name}",
            XAxis = new Axis(XAxis.Name, XAxis.Unit),
            YAxis = new Axis(YAxis.Name, YAxis.Unit),
            Series = [new HeatMapSeries(XEdges, YEdges, drawn) { ColorAxis = new Axis("F", EnergyUnit) }],
        };
    }
}
