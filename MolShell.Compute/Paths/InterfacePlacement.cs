using System.Collections.Immutable;
using MolShell.Compute.Plots;

namespace MolShell.Compute.Paths;

/// <summary>Interfaces placed by short runs, with the estimates that placed them and a path over each.</summary>
public sealed record InterfacePlacement : IPlottable
{
    /// <summary>Name of the state that the interfaces surround.</summary>
    public required string State { get; init; }

    /// <summary>Name of the interface variable.</summary>
    public required string Variable { get; init; }

    /// <summary>Values of the interfaces outward [unit of the variable].</summary>
    public required ImmutableArray<double> InterfaceValue { get; init; }

    /// <summary>Estimated probability to reach the next interface from each, and a final state from the last.</summary>
    public required ImmutableArray<double> CrossingProbability { get; init; }

    /// <summary>A path over each interface, to begin sampling with.</summary>
    public required ImmutableArray<Trajectory> Paths { get; init; }

    /// <summary>Estimated probability to reach a final state from the first interface; the rate is the flux through it times this.</summary>
    public double TotalProbability => CrossingProbability.Aggregate(1.0, (product, p) => product * p);

    /// <summary>Number of interfaces.</summary>
    public int Count => InterfaceValue.Length;

    public Figure ToFigure() => new()
    {
        Title = $"Estimated crossing probability from {State}",
        XAxis = new Axis(Variable),
        YAxis = new Axis("P(reached)") { Scale = AxisScale.Logarithmic },
        Series = [new LineSeries([.. InterfaceValue], Reached())],
    };

    private double[] Reached()
    {
        double[] reached = new double[Count];
        double product = 1;
        for (int i = 0; i < Count; i++)
        {
            reached[i] = product;
            product *= CrossingProbability[i];
        }

        return reached;
    }
}
