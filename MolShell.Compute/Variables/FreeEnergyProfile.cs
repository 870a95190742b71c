using MolShell.Compute.Plots;

namespace MolShell.Compute.Variables;

/// <summary>The free energy F(x) = -kT ln p(x) of one variable, with the lowest bin at 0, and its errors.</summary>
public sealed record FreeEnergyProfile : IPlottable
{
    /// <summary>The variable.</summary>
    public required FreeEnergyAxis Axis { get; init; }

    public required string EnergyUnit { get; init; }

    /// <summary>Bin borders in the unit of the axis, shape [bins + 1].</summary>
    public required double[] Edges { get; init; }

    /// <summary>Bin centres in the unit of the axis, shape [bins].</summary>
    public required double[] Centers { get; init; }

    /// <summary>F [energy unit], shape [bins]; infinite where nothing was seen.</summary>
    public required double[] FreeEnergy { get; init; }

    /// <summary>Standard error of -kT ln p [energy unit], shape [bins]; NaN where nothing was seen.</summary>
    public required double[] Error { get; init; }

    /// <summary>Probability density p [1/unit of the axis], shape [bins].</summary>
    public required double[] Density { get; init; }

    public required FreeEnergyQuality Quality { get; init; }

    public string Variable => Axis.Name;

    /// <summary>The bins, one by one, for tables.</summary>
    public FreeEnergyPoint[] Points =>
        [.. Centers.Select((center, k) => new FreeEnergyPoint(center, FreeEnergy[k], Error[k], Density[k]))];

    public Figure ToFigure() => new()
    {
        Title = $"Free energy of {Axis.Name}",
        XAxis = new Axis(Axis.Name, Axis.Unit),
        YAxis = new Axis("F", EnergyUnit),
        Series =
        [
            new LineSeries(Centers, Array.ConvertAll(FreeEnergy, f => double.IsFinite(f) ? f : double.NaN)) { YError = Error },
        ],
    };
}
