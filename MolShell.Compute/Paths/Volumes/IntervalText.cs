using System.Globalization;

namespace MolShell.Compute.Paths.Volumes;

/// <summary>The text of an interval; infinite ends are left out.</summary>
internal static class IntervalText
{
    public static string Describe(string variable, double minimum, double maximum)
    {
        if (double.IsNegativeInfinity(minimum))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{variable} < {maximum}");
        }

        return double.IsPositiveInfinity(maximum)
            ? string.Create(CultureInfo.InvariantCulture, $"{variable} >= {minimum}")
            : string.Create(CultureInfo.InvariantCulture, $"{minimum} <= {variable} < {maximum}");
    }
}
