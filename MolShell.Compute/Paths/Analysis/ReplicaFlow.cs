using System.Collections.Immutable;
using System.Globalization;
using MolShell.Compute.Plots;

namespace MolShell.Compute.Paths.Analysis;

/// <summary>
/// How replicas pass between ensembles. A round trip leads from an innermost ensemble of the network to an outermost one and back to an
/// innermost one.
/// </summary>
public sealed record ReplicaFlow : IPlottable
{
    /// <summary>Names of the ensembles.</summary>
    public required ImmutableArray<string> Ensembles { get; init; }

    /// <summary>Numbers of the replicas.</summary>
    public required ImmutableArray<int> Replicas { get; init; }

    /// <summary>Weight of each replica in each ensemble, shape [replicas, ensembles]; alike in each column where replicas mix.</summary>
    public required double[,] Visits { get; init; }

    /// <summary>Number of steps that took a replica from an ensemble to another, shape [ensembles, ensembles]; zero on the diagonal.</summary>
    public required long[,] Passages { get; init; }

    /// <summary>Round trips of all replicas together.</summary>
    public required long RoundTrips { get; init; }

    /// <summary>Mean number of steps of a round trip; null where there was none.</summary>
    public required double? StepsPerRoundTrip { get; init; }

    /// <summary>Number of passages of all replicas.</summary>
    public long PassageCount => Passages.Cast<long>().Sum();

    public override string ToString() => FormattableString.Invariant($"{PassageCount} passages, {RoundTrips} round trips");

    /// <summary>The passages between ensembles.</summary>
    public Figure ToFigure()
    {
        int n = Ensembles.Length;
        double[,] visible = new double[n, n];
        string[,] texts = new string[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                visible[i, j] = Passages[i, j] > 0 ? Passages[i, j] : double.NaN;
                texts[i, j] = Passages[i, j] > 0 ? Passages[i, j].ToString(CultureInfo.InvariantCulture) : string.Empty;
            }
        }

        double[] edges = [.. Enumerable.Range(0, n + 1).Select(i => i - 0.5)];
        return new Figure
        {
            Title = "Replica flow",
            XAxis = new Axis("from ensemble") { Categories = Ensembles },
            YAxis = new Axis("to ensemble") { Categories = Ensembles, IsReversed = true },
            Series = [new HeatMapSeries(edges, edges, visible) { ColorAxis = new Axis("passages") { Minimum = 0 }, CellTexts = texts }],
        };
    }
}
