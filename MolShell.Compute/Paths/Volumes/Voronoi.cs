using System.Collections.Immutable;
using System.Globalization;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Volumes;

/// <summary>The centres of Voronoi cells in a space of variables.</summary>
internal sealed class Voronoi
{
    private readonly double[][] centers;

    /// <exception cref="ArgumentException">
    /// Fewer than two centres, a centre with another number of values than there are variables, a value that is not a finite number, or two
    /// centres at one place.
    /// </exception>
    public Voronoi(IEnumerable<CollectiveVariable> variables, IEnumerable<IReadOnlyList<double>> centers)
    {
        Variables = [.. variables];
        this.centers = [.. centers.Select(c => c.ToArray())];
        if (Variables.IsEmpty || this.centers.Length < 2)
        {
            throw new ArgumentException(
                $"Voronoi cells need variables and at least two centres, but there are {Variables.Length} variables and {this.centers.Length} centres.",
                nameof(centers));
        }

        for (int i = 0; i < this.centers.Length; i++)
        {
            Check(i);
        }
    }

    public ImmutableArray<CollectiveVariable> Variables { get; }

    public int Count => centers.Length;

    public bool IsTimeReversible => Variables.All(v => v.IsTimeReversible);

    /// <summary>Number of the centre that the values are nearest to; -1 where a value is not a number.</summary>
    public int Nearest(ReadOnlySpan<double> values)
    {
        int nearest = -1;
        double least = double.PositiveInfinity;
        for (int c = 0; c < centers.Length; c++)
        {
            double square = SquareDistance(values, centers[c]);
            if (square < least)
            {
                (nearest, least) = (c, square);
            }
        }

        return nearest;
    }

    public string Describe(int cell, Func<CollectiveVariable, string> nameOf) => string.Create(
        CultureInfo.InvariantCulture,
        $"nearest ({string.Join(", ", Variables.Select(nameOf))}) to {Text(cell)} of {string.Join(", ", centers.Select((_, i) => Text(i)))}");

    private double SquareDistance(ReadOnlySpan<double> values, double[] center)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double d = values[i] - center[i];
            d = Variables[i].Period is double period ? d - (period * Math.Round(d / period)) : d;
            sum += d * d;
        }

        return sum;
    }

    private void Check(int index)
    {
        double[] center = centers[index];
        if (center.Length != Variables.Length)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"Voronoi centre {index} {Text(index)} has {center.Length} values; expected one for each of the {Variables.Length} variables."));
        }

        if (!center.All(double.IsFinite))
        {
            throw new ArgumentException($"Voronoi centre {index} is {Text(index)}; expected finite numbers.");
        }

        int same = Array.FindIndex(centers, 0, index, other => SquareDistance(center, other) == 0);
        if (same >= 0)
        {
            throw new ArgumentException($"Voronoi centres {same} and {index} are at the same place, {Text(index)}.");
        }
    }

    private string Text(int index) => $"({string.Join(", ", centers[index].Select(v => v.ToString(CultureInfo.InvariantCulture)))})";
}
