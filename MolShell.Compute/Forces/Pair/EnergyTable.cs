using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MathNet.Numerics.Interpolation;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// Energies at evenly spaced distances, joined by cubics. With forces, each cubic has the given energies and slopes at its ends
/// (Hermite); without, the slopes are those of the cubic spline through all energies. Immutable.
/// </summary>
public sealed class EnergyTable
{
    private const int MinimumCount = 4;

    // Distances in files are rounded.
    private const double SpacingTolerance = 1e-3;

    private readonly double[] coefficients;

    /// <param name="distances">Distances [length], positive, ascending and evenly spaced, shape [n], at least 4.</param>
    /// <param name="energies">Energies [energy], shape [n].</param>
    /// <param name="forces">Forces -dU/dr [energy/length], shape [n]; null to take them from a spline.</param>
    /// <exception cref="ArgumentException">The numbers are no such table; names the point, counted from 1.</exception>
    public EnergyTable(IReadOnlyList<double> distances, IReadOnlyList<double> energies, IReadOnlyList<double>? forces = null)
    {
        ArgumentNullException.ThrowIfNull(distances);
        ArgumentNullException.ThrowIfNull(energies);
        if (distances.Count < MinimumCount || energies.Count != distances.Count || (forces ?? energies).Count != distances.Count)
        {
            throw new ArgumentException(
                $"A table has {distances.Count} distances, {energies.Count} energies and {forces?.Count ?? 0} forces; "
                + $"expected equally many, and at least {MinimumCount}.");
        }

        Count = distances.Count;
        (First, Last) = (distances[0], distances[^1]);
        Spacing = (Last - First) / (Count - 1);
        for (int i = 0; i < Count; i++)
        {
            if (FindFault(i, distances, energies[i], forces?[i] ?? 0) is { } fault)
            {
                throw new ArgumentException($"Point {i + 1} of a table: {fault}.");
            }
        }

        double[] slopes = forces is null ? SplineSlopes([.. distances], [.. energies]) : [.. forces.Select(force => -force)];
        RequireMatch(energies, slopes);
        coefficients = Cubics(energies, slopes);
        EnergyScale = Math.Max(-energies.Min(), energies.Select(Math.Abs).Order().ElementAt(Count / 2));
    }

    /// <summary>Number of points.</summary>
    public int Count { get; }

    /// <summary>The first distance [length].</summary>
    public double First { get; }

    /// <summary>The last distance [length].</summary>
    public double Last { get; }

    /// <summary>Distance from point to point [length].</summary>
    public double Spacing { get; }

    /// <summary>The depth of the well, or the median size of the energies if that is larger [energy].</summary>
    public double EnergyScale { get; }

    /// <summary>
    /// c_0, ..., c_3 of each interval, shape [n - 1, 4]: U = c_0 + c_1 t + c_2 t^2 + c_3 t^3, t from 0 to 1 across the interval.
    /// </summary>
    public ReadOnlySpan<double> Coefficients => coefficients;

    /// <summary>
    /// Reads a text file of two or three columns, r [length] and U [energy] and, if given, F = -dU/dr [energy/length], in the units of the
    /// system it is for; empty lines and lines that start with # are left out.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is no such table; names the file and the line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static EnergyTable Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        List<double[]> rows = [];
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            string[] fields = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length > 0 && fields[0][0] != '#')
            {
                rows.Add(Row(fields, rows, $"'{path}', line {number.ToString(CultureInfo.InvariantCulture)}"));
            }
        }

        try
        {
            return new EnergyTable(
                [.. rows.Select(row => row[0])],
                [.. rows.Select(row => row[1])],
                rows.Count > 0 && rows[0].Length == 3 ? [.. rows.Select(row => row[2])] : null);
        }
        catch (ArgumentException fault)
        {
            throw new InvalidDataException($"'{path}': {fault.Message}", fault);
        }
    }

    /// <summary>The range, and a digest of all numbers.</summary>
    public string Describe()
    {
        string digest = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(coefficients.AsSpan())))[..16];
        return FormattableString.Invariant($"points={Count}, first={First}, last={Last}, digest={digest}");
    }

    public override string ToString() => Describe();

    private static double[] Row(string[] fields, List<double[]> rows, string place)
    {
        int expected = rows.Count > 0 ? rows[0].Length : fields.Length;
        if (fields.Length != expected || expected is not (2 or 3))
        {
            throw new InvalidDataException(
                $"{place}: {fields.Length} columns; expected "
                + (rows.Count > 0 ? $"{expected}, as in the lines before." : "two or three: r, U and, if given, F = -dU/dr."));
        }

        double[] row = Array.ConvertAll(
            fields,
            field => double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
                ? value
                : throw new InvalidDataException($"{place}: '{field}' is not a finite number."));
        double last = rows.Count > 0 ? rows[^1][0] : 0;
        double next = rows.Count > 1 ? last + ((last - rows[0][0]) / (rows.Count - 1)) : row[0];
        if (!(row[0] > last))
        {
            string source = rows.Count > 0 ? ", that of the line before" : string.Empty;
            throw new InvalidDataException(FormattableString.Invariant(
                $"{place}: r is {row[0]:g8}; expected more than {last:g8}{source}."));
        }

        return Math.Abs(row[0] - next) <= SpacingTolerance * (next - last)
            ? row
            : throw new InvalidDataException(FormattableString.Invariant(
                $"{place}: r is {row[0]:g8}; expected {next:g8}, as distances must be evenly spaced."));
    }

    private static double[] SplineSlopes(double[] distances, double[] energies)
    {
        CubicSpline spline = CubicSpline.InterpolateBoundariesSorted(
            distances, energies, SplineBoundaryCondition.ParabolicallyTerminated, 0, SplineBoundaryCondition.ParabolicallyTerminated, 0);
        return Array.ConvertAll(distances, spline.Differentiate);
    }

    private string? FindFault(int i, IReadOnlyList<double> distances, double energy, double force)
    {
        double place = First + (i * Spacing);
        if (!double.IsFinite(distances[i]) || !double.IsFinite(energy) || !double.IsFinite(force))
        {
            return FormattableString.Invariant($"{distances[i]:g8}, {energy:g8} and {force:g8} must be finite numbers");
        }

        if (!(First > 0 && Spacing > 0))
        {
            return FormattableString.Invariant($"distances from {First:g8} to {Last:g8}; expected positive ascending ones");
        }

        return Math.Abs(distances[i] - place) <= SpacingTolerance * Spacing
            ? null
            : FormattableString.Invariant($"r is {distances[i]:g8}; expected {place:g8}, as distances must be evenly spaced");
    }

    // Slopes of the wrong sign or unit would give energies that jump between points.
    private void RequireMatch(IReadOnlyList<double> energies, double[] slopes)
    {
        double change = 0, error = 0;
        for (int i = 1; i < Count; i++)
        {
            double step = energies[i] - energies[i - 1];
            change += Math.Abs(step);
            error += Math.Abs(step - (0.5 * Spacing * (slopes[i] + slopes[i - 1])));
        }

        if (error > 0.5 * change)
        {
            throw new ArgumentException("The forces of a table do not fit its energies; expected F = -dU/dr in the third column.");
        }
    }

    private double[] Cubics(IReadOnlyList<double> energies, double[] slopes)
    {
        double[] cubics = new double[4 * (Count - 1)];
        for (int i = 0; i < Count - 1; i++)
        {
            double step = energies[i + 1] - energies[i], start = Spacing * slopes[i], end = Spacing * slopes[i + 1];
            cubics[4 * i] = energies[i];
            cubics[(4 * i) + 1] = start;
            cubics[(4 * i) + 2] = (3 * step) - (2 * start) - end;
            cubics[(4 * i) + 3] = start + end - (2 * step);
        }

        return cubics;
    }
}
