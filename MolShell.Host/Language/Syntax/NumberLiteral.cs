using System.Globalization;
using System.Numerics;
using System.Text;

namespace MolShell.Host.Language.Syntax;

/// <summary>
/// The parts of a number as written, and its value by PowerShell's rules: the smallest of int, long, decimal, double that holds
/// it.
/// </summary>
internal sealed class NumberLiteral
{
    private const NumberStyles RealStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Sign, digits, point and exponent; a hexadecimal number has a zero in front.</summary>
    public StringBuilder Digits { get; } = new();

    public bool IsHex { get; set; }

    public bool IsReal { get; set; }

    /// <summary>'l' (long), 'd' (decimal) or none.</summary>
    public char Suffix { get; set; }

    /// <summary>1, or a power of 1024.</summary>
    public long Multiplier { get; set; } = 1;

    /// <summary>The value; false when the type asked for cannot hold it.</summary>
    public bool TryEvaluate(out object? value)
    {
        string digits = Digits.ToString();
        value = IsReal || Suffix == 'd' ? EvaluateReal(digits) : EvaluateInteger(digits);
        return value is not null;
    }

    private object? EvaluateReal(string digits)
    {
        if (Suffix == 'd')
        {
            return decimal.TryParse(digits, RealStyle, CultureInfo.InvariantCulture, out decimal exact) ? Multiply(exact) : null;
        }

        if (!double.TryParse(digits, RealStyle, CultureInfo.InvariantCulture, out double real))
        {
            return null;
        }

        real *= Multiplier;
        return Suffix == 'l' ? Narrow<long>(new BigInteger(Math.Round(real))) : real;
    }

    private object? Multiply(decimal exact)
    {
        try
        {
            return exact * Multiplier;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private object? EvaluateInteger(string digits)
    {
        if (!TryParseInteger(digits, out BigInteger integer, out bool wide))
        {
            return null;
        }

        integer *= Multiplier;
        if (Suffix == 'l' || wide)
        {
            return Narrow<long>(integer);
        }

        object? fitting = Narrow<int>(integer) ?? Narrow<long>(integer);
        if (fitting is not null || IsHex)
        {
            return fitting;
        }

        return Narrow<decimal>(integer) ?? (double)integer;
    }

    /// <summary>Hexadecimal digits that fill int or long are two's complement.</summary>
    private bool TryParseInteger(string digits, out BigInteger value, out bool wide)
    {
        wide = false;
        if (!IsHex)
        {
            return BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
        }

        bool negative = digits[0] == '-';
        string hex = digits.TrimStart('-', '+');
        int count = hex.Length - 1;
        int full = Suffix == 'l' || count >= 15 ? 16 : 8;
        wide = count is 15 or 16;
        ReadOnlySpan<char> bits = count == full ? hex.AsSpan(1) : hex;
        bool parsed = BigInteger.TryParse(bits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        value = negative ? -value : value;
        return parsed;
    }

    private static object? Narrow<T>(BigInteger value)
        where T : struct, INumber<T>
    {
        try
        {
            return T.CreateChecked(value);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
