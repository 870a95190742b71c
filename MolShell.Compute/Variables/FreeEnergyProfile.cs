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

    /// <summary>
    /// The density at a value over the probability of all below, p(x)/P(below x) [1/unit of the axis]: what a flux over the value is per visit of the
    /// near side. Between bin centres ln p is straight; the bin with the value counts in part.
    /// </summary>
    /// <param name="value">x, inside the range of the bins [unit of the axis].</param>
    /// <exception cref="ArgumentException">The value is outside, or nothing was seen there or below.</exception>
    public double DensityOverBelow(double value)
    {
        int bin = Array.FindIndex(Edges, 1, edge => value < edge) - 1;
        if (!(value >= Edges[0]) || bin < 0)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{value} is outside the range of the free energy of {Variable}, {Edges[0]} to {Edges[^1]}."), nameof(value));
        }

        int left = Math.Clamp(value < Centers[bin] ? bin - 1 : bin, 0, Centers.Length - 2);
        double part = (value - Centers[left]) / (Centers[left + 1] - Centers[left]);
        double density = Math.Pow(Density[left], 1 - part) * Math.Pow(Density[left + 1], part);
        double below = Density[bin] * (value - Edges[bin]);
        for (int k = 0; k < bin; k++)
        {
            below += Density[k] * (Edges[k + 1] - Edges[k]);
        }

        return density > 0 && below > 0 && double.IsFinite(density) ? density / below : throw new ArgumentException(FormattableString.Invariant(
            $"The free energy of {Variable} has no samples at or below {value}."), nameof(value));
    }

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
