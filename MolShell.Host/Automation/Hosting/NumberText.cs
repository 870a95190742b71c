using System.Globalization;
using System.Numerics;

namespace System.Management.Automation.Hosting;

/// <summary>Numbers as scripts write them: 1, 1.5, 1e-3, 0x1F, 0b101, 5L, 2.5d, 10kb, with a sign or not.</summary>
public static class NumberText
{
    private static readonly (string Suffix, long Factor)[] Multipliers =
        [("kb", 1L << 10), ("mb", 1L << 20), ("gb", 1L << 30), ("tb", 1L << 40), ("pb", 1L << 50)];

    // Longest first, so that ul is not read as l.
    private static readonly (string Suffix, Type Type)[] TypeSuffixes =
    [
        ("uy", typeof(byte)), ("us", typeof(ushort)), ("ul", typeof(ulong)), ("u", typeof(uint)), ("y", typeof(sbyte)),
        ("s", typeof(short)), ("l", typeof(long)), ("n", typeof(BigInteger)), ("d", typeof(decimal)),
    ];

    /// <summary>Reads a number, all of the text.</summary>
    /// <param name="text">The text, without blanks around it.</param>
    /// <param name="value">The number, of the type PowerShell gives it: int, long, decimal or double, or what its suffix says.</param>
    /// <returns>Whether the text is a number.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out object? value)
    {
        value = null;
        bool negative = text.Length > 0 && text[0] == '-';
        ReadOnlySpan<char> rest = text.Length > 0 && text[0] is '-' or '+' ? text[1..] : text;
        if (rest.Length == 0 || !(char.IsAsciiDigit(rest[0]) || rest[0] == '.'))
        {
            return false;
        }

        long factor = 1;
        foreach ((string suffix, long size) in Multipliers)
        {
            if (rest.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && !IsHex(rest))
            {
                factor = size;
                rest = rest[..^suffix.Length];
                break;
            }
        }

        return Magnitude(rest, negative, factor, out value);
    }

    private static bool IsHex(ReadOnlySpan<char> text) => text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);

    private static bool Magnitude(ReadOnlySpan<char> rest, bool negative, long factor, out object? value)
    {
        value = null;
        bool hex = IsHex(rest);
        bool binary = rest.StartsWith("0b", StringComparison.OrdinalIgnoreCase);
        Type? type = null;
        foreach ((string suffix, Type suffixType) in TypeSuffixes)
        {
            // d is a digit in hexadecimal numbers.
            if (rest.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && !(hex && suffix == "d"))
            {
                type = suffixType;
                rest = rest[..^suffix.Length];
                break;
            }
        }

        if (hex || binary)
        {
            return Radix(rest[2..], hex, negative, factor, type, out value);
        }

        if (rest.Length == 0)
        {
            return false;
        }

        if (rest.IndexOfAny(".eE") < 0 && type != typeof(decimal))
        {
            if (!BigInteger.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out BigInteger whole))
            {
                return false;
            }

            return Whole((negative ? -whole : whole) * factor, type, out value);
        }

        return Real(rest, negative, factor, type, out value);
    }

    private static bool Real(ReadOnlySpan<char> rest, bool negative, long factor, Type? type, out object? value)
    {
        value = null;
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (type == typeof(decimal))
        {
            if (!decimal.TryParse(rest, style, CultureInfo.InvariantCulture, out decimal exact))
            {
                return false;
            }

            value = (negative ? -exact : exact) * factor;
            return true;
        }

        if (!double.TryParse(rest, style, CultureInfo.InvariantCulture, out double real))
        {
            return false;
        }

        real = (negative ? -real : real) * factor;
        if (type is null)
        {
            value = real;
            return true;
        }

        return double.IsFinite(real) && Whole(new BigInteger(Math.Round(real, MidpointRounding.ToEven)), type, out value);
    }

    // Without a suffix 0xFFFFFFFF is -1: eight digits fill an int, sixteen a long.
    private static bool Radix(ReadOnlySpan<char> digits, bool hex, bool negative, long factor, Type? type, out object? value)
    {
        value = null;
        BigInteger number = BigInteger.Zero;
        int bits = hex ? 4 : 1;
        if (digits.Length == 0)
        {
            return false;
        }

        foreach (char c in digits)
        {
            if (!(hex ? char.IsAsciiHexDigit(c) : c is '0' or '1'))
            {
                return false;
            }

            number = (number << bits) + (hex ? Convert.ToInt32(c.ToString(), 16) : c - '0');
        }

        if (!IsUnsigned(type))
        {
            int width = digits.Length * bits;
            if (width == 32 && type is null && number > int.MaxValue)
            {
                number -= BigInteger.One << 32;
            }
            else if (width == 64 && (type is null || type == typeof(long)) && number > long.MaxValue)
            {
                number -= BigInteger.One << 64;
            }
        }

        return Whole((negative ? -number : number) * factor, type, out value);
    }

    private static bool IsUnsigned(Type? type) =>
        type == typeof(byte) || type == typeof(ushort) || type == typeof(uint) || type == typeof(ulong) || type == typeof(BigInteger);

    private static bool Whole(BigInteger number, Type? type, out object? value)
    {
        value = null;
        if (type == typeof(BigInteger))
        {
            value = number;
        }
        else if (type == typeof(decimal))
        {
            value = (decimal)number;
        }
        else if (type == typeof(uint))
        {
            value = Fits(number, 0, uint.MaxValue) ? (uint)number : Fits(number, 0, ulong.MaxValue) ? (ulong)number : null;
        }
        else if (type is null)
        {
            value = Fits(number, int.MinValue, int.MaxValue) ? (int)number
                : Fits(number, long.MinValue, long.MaxValue) ? (long)number
                : BigInteger.Abs(number) <= (BigInteger)decimal.MaxValue ? (decimal)number
                : (double)number;
        }
        else
        {
            value = Narrow(number, type);
        }

        return value is not null;
    }

    private static object? Narrow(BigInteger number, Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte when Fits(number, byte.MinValue, byte.MaxValue) => (byte)number,
        TypeCode.SByte when Fits(number, sbyte.MinValue, sbyte.MaxValue) => (sbyte)number,
        TypeCode.Int16 when Fits(number, short.MinValue, short.MaxValue) => (short)number,
        TypeCode.UInt16 when Fits(number, ushort.MinValue, ushort.MaxValue) => (ushort)number,
        TypeCode.Int64 when Fits(number, long.MinValue, long.MaxValue) => (long)number,
        TypeCode.UInt64 when Fits(number, ulong.MinValue, ulong.MaxValue) => (ulong)number,
        _ => null,
    };

    private static bool Fits(BigInteger number, BigInteger least, BigInteger greatest) => number >= least && number <= greatest;
}
