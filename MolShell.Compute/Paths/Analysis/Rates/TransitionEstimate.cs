using System.Collections.Immutable;
using MolShell.Compute.Numerics.Statistics;
using MolShell.Compute.Plots;

namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>Flux and crossing probabilities of one set of interfaces around a state.</summary>
public sealed record TransitionEstimate : IPlottable
{
    /// <summary>Name of the transition.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the state that paths begin in.</summary>
    public required string State { get; init; }

    /// <summary>Name of the interface variable, with its unit.</summary>
    public required string Variable { get; init; }

    /// <summary>Excursions over the innermost interface for each unit of time of which the state was the last one visited [1/time].</summary>
    public required Estimate Flux { get; init; }

    /// <summary>The flux from minus paths alone, whose excursions all come back [1/time]; its value is NaN without minus paths.</summary>
    public required Estimate MinusFlux { get; init; }

    /// <summary>Mean time from coming into the state to the last frame in it before the next excursion [time].</summary>
    public required Estimate InsideTime { get; init; }

    /// <summary>Mean time of an excursion over the innermost interface [time].</summary>
    public required Estimate OutsideTime { get; init; }

    /// <summary>Unit of fluxes.</summary>
    public required string FluxUnit { get; init; }

    /// <summary>The interfaces from the innermost outward.</summary>
    public required ImmutableArray<InterfaceEstimate> Interfaces { get; init; }

    /// <summary>Probability to reach the last interface for a path over the first.</summary>
    public Estimate CrossingProbability => Interfaces[^1].Probability;

    /// <summary>The crossing probability for all values of the variable.</summary>
    public required CrossingCurve Curve { get; init; }

    public override string ToString() => $"{Name}: flux {Flux}, crossing {CrossingProbability}";

    /// <summary>The crossing probability for all values of the variable, with its standard errors at the interfaces.</summary>
    public Figure ToFigure()
    {
        Figure curve = Curve.ToFigure();
        LineSeries interfaces = new([.. Interfaces.Select(i => i.Value)], [.. Interfaces.Select(i => i.Probability.Value)])
        {
            Name = "interfaces",
            Style = LineStyle.Points,
            YError = [.. Interfaces.Select(i => i.Probability.StandardError)],
        };
        return curve with { Series = curve.Series.Add(interfaces) };
    }
}
