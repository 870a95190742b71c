using System.Collections.Immutable;
using MolShell.Compute.Numerics.Statistics;
using MolShell.Compute.Plots;
using MolShell.Compute.Plots.Scales;

namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>Rates between states, and what they are made of.</summary>
/// <remarks>
/// The rate from A to B is the flux through the innermost interface of A times the probability that a path over it ends in B, found from all
/// ensembles; where every such path passes the last interface, it is the product of flux, crossing probability and the part of paths over the last
/// interface that end in B. van Erp, Moroni, Bolhuis 2003, doi:10.1063/1.1562614.
/// </remarks>
public sealed record TransitionRateEstimate : IPlottable
{
    /// <summary>Names of all states.</summary>
    public required ImmutableArray<string> States { get; init; }

    /// <summary>Steps of path sampling, or frame intervals of plain dynamics, that count.</summary>
    public required long Steps { get; init; }

    /// <summary>Steps or frames at the beginning that were left out.</summary>
    public required long Skipped { get; init; }

    /// <summary>Sets of interfaces with their fluxes and crossing probabilities.</summary>
    public required ImmutableArray<TransitionEstimate> Transitions { get; init; }

    /// <summary>The rates that were asked for.</summary>
    public required ImmutableArray<TransitionRate> Rates { get; init; }

    /// <summary>Mean time that a state stays the last one visited, one over the sum of its rates [time]; NaN where rates are missing.</summary>
    public required ImmutableArray<Estimate> LifeTimes { get; init; }

    /// <summary>Mean time of uninterrupted stays in each state [time]; empty but for plain dynamics.</summary>
    public ImmutableArray<Estimate> StayTimes { get; init; } = [];

    /// <summary>Unit of time.</summary>
    public required string TimeUnit { get; init; }

    /// <summary>Rates from row to column [1/time], shape [states, states]; NaN where none was asked for.</summary>
    public double[,] RateMatrix
    {
        get
        {
            double[,] matrix = new double[States.Length, States.Length];
            for (int i = 0; i < States.Length; i++)
            {
                for (int j = 0; j < States.Length; j++)
                {
                    matrix[i, j] = Rates.FirstOrDefault(r => r.From == States[i] && r.To == States[j])?.Rate ?? double.NaN;
                }
            }

            return matrix;
        }
    }

    /// <summary>False where an error is a lower bound.</summary>
    public bool IsConverged => Rates.All(r => r.IsConverged);

    /// <summary>
    /// The matrix of rates from row to column, each with its standard error; see <see cref="TransitionEstimate"/> for crossing probabilities.
    /// </summary>
    public Figure ToFigure()
    {
        int n = States.Length;
        double[,] rates = new double[n, n];
        string[,] texts = new string[n, n];
        for (int from = 0; from < n; from++)
        {
            for (int to = 0; to < n; to++)
            {
                TransitionRate? rate = Rates.FirstOrDefault(r => r.From == States[from] && r.To == States[to]);
                rates[to, from] = rate?.Rate ?? double.NaN;
                texts[to, from] = rate is null
                    ? string.Empty
                    : ValueText.Of(rate.Rate, rate.StandardError, TickNotation.Typeset, "±").Replace(" ± ", "\n± ", StringComparison.Ordinal);
            }
        }

        double[] edges = [.. Enumerable.Range(0, n + 1).Select(i => i - 0.5)];
        bool isWide = !Rates.IsEmpty && Rates.All(r => r.Rate > 0) && Rates.Max(r => r.Rate) > 10 * Rates.Min(r => r.Rate);
        Axis color = new("rate", Rates.FirstOrDefault()?.Unit)
        {
            Scale = isWide ? AxisScale.Logarithmic : AxisScale.Linear,
            Minimum = isWide ? null : 0,
        };
        return new Figure
        {
            Title = "Transition rates",
            XAxis = new Axis("to") { Categories = States },
            YAxis = new Axis("from") { Categories = States, IsReversed = true },
            Series = [new HeatMapSeries(edges, edges, rates) { ColorAxis = color, CellTexts = texts }],
        };
    }
}
