using System.Globalization;

namespace MolShell.Compute.Plots;

/// <summary>Checks on the arrays of a series, with errors that name the array and what was expected.</summary>
internal static class SeriesData
{
    public static void RequireLength(Array values, int length, string name, string other)
    {
        if (values.Length != length)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"'{name}' has {values.Length} values, but '{other}' has {length}; each point needs both."), name);
        }
    }

    public static double[]? CheckErrors(double[]? errors, int length, string name)
    {
        if (errors is null)
        {
            return null;
        }

        if (errors.Length != length)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"'{name}' has {errors.Length} values for {length} points; one for each is expected (NaN for none)."), name);
        }

        int negative = Array.FindIndex(errors, e => e < 0);
        return negative < 0
            ? errors
            : throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"'{name}'[{negative}] is {errors[negative]}; the length of an error bar is not negative."), name);
    }

    public static void RequireEdges(double[] edges, int cells, string name, string other)
    {
        if (edges.Length != cells + 1)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"'{name}' has {edges.Length} values, but {cells} cells in {other} have {cells + 1} edges."), name);
        }

        for (int i = 0; i < edges.Length; i++)
        {
            if (!double.IsFinite(edges[i]))
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{name}'[{i}] is {edges[i]}; edges are finite numbers."), name);
            }

            if (i > 0 && edges[i] <= edges[i - 1])
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{name}'[{i}] = {edges[i]} is not above '{name}'[{i - 1}] = {edges[i - 1]}; edges increase strictly."), name);
            }
        }
    }
}
