using System.Globalization;

namespace MolShell.Compute.Plots.Scales;

/// <summary>A number with its error as text.</summary>
internal static class ValueText
{
    /// <summary>"0.463 ± 0.021": the error to two digits, the value to the same decimals; without error up to four digits.</summary>
    public static string Of(double value, double error, TickNotation notation, string plusMinus)
    {
        if (!double.IsFinite(value))
        {
            return "n/a";
        }

        if (!(error > 0) || !double.IsFinite(error))
        {
            return TickLabel.Single(value, notation);
        }

        int decimals = 1 - (int)Math.Floor(Math.Log10(error));
        if (decimals is < 0 or > 6)
        {
            return $"{TickLabel.Single(value, notation)} {plusMinus} {TickLabel.Single(error, notation)}";
        }

        string format = "F" + decimals.ToString(CultureInfo.InvariantCulture);
        string text = value.ToString(format, CultureInfo.InvariantCulture);
        string signed = notation == TickNotation.Typeset ? text.Replace('-', '−') : text;
        return $"{signed} {plusMinus} {error.ToString(format, CultureInfo.InvariantCulture)}";
    }
}
