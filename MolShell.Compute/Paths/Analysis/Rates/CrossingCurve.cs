using System.Collections.Immutable;
using MolShell.Compute.Plots;

namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>
/// The probability that a path over the innermost interface reaches a value of the interface variable, for all values that paths reached.
/// </summary>
public sealed record CrossingCurve : IPlottable
{
    /// <summary>Name of the transition.</summary>
    public required string Transition { get; init; }

    /// <summary>Name of the interface variable, with its unit.</summary>
    public required string Variable { get; init; }

    /// <summary>Values outward [unit of the variable], shape [n].</summary>
    public required ImmutableArray<double> Values { get; init; }

    /// <summary>P(value | innermost interface) from all ensembles, shape [n].</summary>
    public required ImmutableArray<double> Probabilities { get; init; }

    /// <summary>Value of the last interface [unit of the variable].</summary>
    public required double LastInterface { get; init; }

    /// <summary>P(value | own interface) of each ensemble by itself.</summary>
    public required ImmutableArray<EnsembleCrossing> Ensembles { get; init; }

    /// <summary>The probability at a value: that of the next value in the list outward; 0 beyond the last.</summary>
    public double At(double value)
    {
        bool increasing = Values.Length < 2 || Values[1] > Values[0];
        for (int i = 0; i < Values.Length; i++)
        {
            if (increasing ? Values[i] >= value : Values[i] <= value)
            {
                return Probabilities[i];
            }
        }

        return 0;
    }

    public override string ToString() => FormattableString.Invariant($"{Transition}, {Values.Length} values of {Variable}");

    public Figure ToFigure() => new()
    {
        Title = $"Crossing probability, {Transition}",
        XAxis = new Axis(Variable),
        // Beyond the last interface paths soon all end, and the curve falls to the inverse of their number.
        YAxis = new Axis("crossing probability")
        {
            Scale = AxisScale.Logarithmic,
            Minimum = At(LastInterface) is > 0 and var last ? 0.1 * last : null,
        },
        Series =
        [
            .. Ensembles.Select(e => new LineSeries([.. e.Values], [.. e.Probabilities]) { Name = e.Ensemble }),
            new LineSeries([.. Values], [.. Probabilities]) { Name = "all together" },
        ],
    };
}
