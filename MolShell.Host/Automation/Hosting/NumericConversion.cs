using System.Globalization;
using System.Numerics;

namespace System.Management.Automation.Hosting;

/// <summary>Conversions between numbers, characters, enumerations and text.</summary>
internal static class NumericConversion
{
    /// <summary>Whether a type is a number; enumerations are not.</summary>
    public static bool IsNumeric(Type type) =>
        !type.IsEnum && (Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal || type == typeof(BigInteger));

    /// <summary>The way to or from a number, character or enumeration.</summary>
    public static Conversion.Converter? Find(Type from, Type to)
    {
        if (to.IsEnum && IsNumeric(from))
        {
            return IsInteger(from) ? static (value, type, _) => EnumText.FromNumber(value, type) : static (value, type, provider) =>
                EnumText.Parse(ObjectText.Of(value, provider, " "), type);
        }

        if (IsNumeric(to))
        {
            return from == typeof(string) ? FromText
                : from == typeof(char) ? FromCharacter
                : IsNumeric(from) || from == typeof(bool) || from.IsEnum ? Change
                : null;
        }

        return to == typeof(char) && IsInteger(from) ? Change : null;
    }

    /// <summary>The way by IConvertible, for what has no other.</summary>
    public static Conversion.Converter? Convertible(Type from, Type to)
    {
        if (!typeof(IConvertible).IsAssignableFrom(from) || from == typeof(string) || to.IsArray)
        {
            return null;
        }

        return IsNumeric(from)
            ? Conversion.Exists(typeof(string), to)
                ? ThroughText
                : null
            : Type.GetTypeCode(to) is TypeCode.Object or TypeCode.Empty
                ? null
                : Change;
    }

    /// <summary>Makes a number text and converts that, so that [version] 1.2 works.</summary>
    public static Conversion.Converter ThroughText { get; } =
        static (value, type, provider) => Conversion.Convert(ObjectText.Of(value, provider, " "), type, provider);

    /// <summary>Reads a number of a type.</summary>
    public static object FromText(object value, Type to, IFormatProvider provider)
    {
        string text = ((string)value).Trim();
        if (text.Length == 0)
        {
            return Change(0, to, provider);
        }

        if (NumberText.TryParse(text, out object? number))
        {
            return Change(number!, to, provider, text);
        }

        try
        {
            return Fallback(text, to);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            throw Conversion.Failed(
                to == typeof(double) || to == typeof(float) ? "InvalidCastFromStringToDoubleOrSingle"
                : to == typeof(decimal) ? "InvalidCastFromStringToDecimal" : "InvalidCastFromStringToInteger",
                value,
                to,
                e);
        }
    }

    private static bool IsInteger(Type type) => !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64;

    // Thousands separators, NaN and the infinities are not number literals and yet can be converted.
    private static object Fallback(string text, Type to)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        if (to == typeof(double))
        {
            return double.Parse(text, NumberStyles.Float | NumberStyles.AllowThousands, invariant);
        }

        if (to == typeof(float))
        {
            return float.Parse(text, NumberStyles.Float | NumberStyles.AllowThousands, invariant);
        }

        if (to == typeof(decimal))
        {
            return decimal.Parse(text, NumberStyles.Number, invariant);
        }

        if (to == typeof(BigInteger))
        {
            return BigInteger.Parse(text, NumberStyles.Integer | NumberStyles.AllowThousands, invariant);
        }

        if (double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, invariant, out double real))
        {
            return Convert.ChangeType(real, to, invariant);
        }

        throw new FormatException($"The input string '{text}' was not in a correct format.");
    }

    private static object FromCharacter(object value, Type to, IFormatProvider provider) => Change((int)(char)value, to, provider);

    private static object Change(object value, Type to, IFormatProvider provider) => Change(value, to, provider, null);

    // Real numbers round to even, as Convert does; what does not fit is an error.
    private static object Change(object value, Type to, IFormatProvider provider, string? text)
    {
        try
        {
            if (to == typeof(BigInteger))
            {
                return value switch
                {
                    BigInteger already => already,
                    double real => new BigInteger(real),
                    float real => new BigInteger(real),
                    decimal exact => new BigInteger(exact),
                    bool flag => flag ? BigInteger.One : BigInteger.Zero,
                    ulong whole => new BigInteger(whole),
                    _ => new BigInteger(Convert.ToInt64(value, provider)),
                };
            }

            return value is BigInteger big ? FromBig(big, to) : Convert.ChangeType(value, to, provider);
        }
        catch (Exception e) when (e is OverflowException or InvalidCastException or FormatException)
        {
            throw Conversion.Failed(
                text is null ? "InvalidCastIConvertible" : "InvalidCastFromStringToInteger", text ?? value, to, e);
        }
    }

    private static object FromBig(BigInteger value, Type to) => Type.GetTypeCode(to) switch
    {
        TypeCode.Double => (double)value,
        TypeCode.Single => (float)value,
        TypeCode.UInt64 => (ulong)value,
        TypeCode.Decimal => (decimal)value,
        _ => Convert.ChangeType((long)value, to, CultureInfo.InvariantCulture),
    };
}
