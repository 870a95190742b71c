using System.Globalization;
using System.Text;

namespace MolShell.Compute.Plots.Scales;

/// <summary>Numbers beside an axis: as many digits as tell neighbours apart, and no more.</summary>
internal static class TickLabel
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Labels of ticks a constant <paramref name="step"/> apart; all in the same form.</summary>
    public static string[] ForStep(double[] values, double step, TickNotation notation)
    {
        double largest = values.Length == 0 ? 0 : values.Max(Math.Abs);
        int lastDigit = Power(step) - (HasTwoDigits(step) ? 1 : 0);
        return largest >= 1e6 || (largest < 1e-3 && largest > 0)
            ? Array.ConvertAll(values, v => Scientific(v, lastDigit, notation))
            : Array.ConvertAll(values, v => Fixed(v, Math.Clamp(-lastDigit, 0, 12), notation));
    }

    /// <summary>The label of a value that stands alone, with up to four digits.</summary>
    public static string Single(double value, TickNotation notation)
    {
        double size = Math.Abs(value);
        if (size is >= 1e5 or (> 0 and < 1e-3))
        {
            int power = Power(size);
            double mantissa = Math.Round(value / Math.Pow(10, power), 3);
            return Exponential(mantissa.ToString("0.###", CultureInfo.InvariantCulture), power, notation);
        }

        string text = value.ToString("G4", CultureInfo.InvariantCulture);
        return Sign(text, notation);
    }

    /// <summary>The label of a power of ten among others, "10⁻⁵"; 1 stays 1.</summary>
    public static string PowerOfTen(double value, TickNotation notation) =>
        Power(value) is var power && power == 0 ? "1" : Exponential("1", power, notation);

    private static string Fixed(double value, int decimals, TickNotation notation)
    {
        string format = "F" + decimals.ToString(CultureInfo.InvariantCulture);
        string text = Math.Round(value, decimals).ToString(format, CultureInfo.InvariantCulture);
        return Sign(IsZero(text) ? text.TrimStart('-') : text, notation);
    }

    /// <summary>A power of ten times a number with digits down to the place of <paramref name="lastDigit"/>.</summary>
    private static string Scientific(double value, int lastDigit, TickNotation notation)
    {
        if (value == 0)
        {
            return "0";
        }

        int power = Power(value);
        int decimals = Math.Clamp(power - lastDigit, 0, 12);
        string format = "F" + decimals.ToString(CultureInfo.InvariantCulture);
        return Exponential((value / Math.Pow(10, power)).ToString(format, CultureInfo.InvariantCulture), power, notation);
    }

    /// <summary>Whether a step such as 0.25 needs one digit more than its first.</summary>
    private static bool HasTwoDigits(double step) =>
        Math.Abs((step / Math.Pow(10, Power(step))) - Math.Round(step / Math.Pow(10, Power(step)))) > 1e-6;

    private static string Exponential(string mantissa, int power, TickNotation notation)
    {
        if (notation == TickNotation.Plain)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{power}");
        }

        string factor = mantissa switch { "1" => "", "-1" => "−", _ => Sign(mantissa, notation) + "×" };
        return factor + "10" + Superscript(power);
    }

    private static string Superscript(int power)
    {
        StringBuilder text = new();
        foreach (char digit in power.ToString(CultureInfo.InvariantCulture))
        {
            text.Append(digit == '-' ? '⁻' : Superscripts[digit - '0']);
        }

        return text.ToString();
    }

    /// <summary>The exponent of the first digit, exact for the powers of ten themselves.</summary>
    private static int Power(double value)
    {
        if (value == 0)
        {
            return 0;
        }

        string text = Math.Abs(value).ToString("E12", CultureInfo.InvariantCulture);
        return int.Parse(text.AsSpan(text.IndexOf('E') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private static string Sign(string number, TickNotation notation) =>
        notation == TickNotation.Typeset ? number.Replace('-', '−') : number;

    private static bool IsZero(string number) => !number.AsSpan().ContainsAnyInRange('1', '9');
}
