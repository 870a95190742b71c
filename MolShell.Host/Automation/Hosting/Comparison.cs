using System.Globalization;

namespace System.Management.Automation.Hosting;

/// <summary>Equality and order of two values, by PowerShell's rules.</summary>
internal static class Comparison
{
    public static bool AreEqual(object? first, object? second, bool ignoreCase, IFormatProvider provider)
    {
        if (first is null || second is null)
        {
            return first is null && second is null;
        }

        if (first is string text)
        {
            return TextOrder.Equal(text, second as string ?? (string)Conversion.Convert(second, typeof(string), provider)!, ignoreCase);
        }

        if (first.Equals(second))
        {
            return true;
        }

        if (CommonType(first.GetType(), second.GetType()) is { } common)
        {
            return Numbers(first, second, common) == 0;
        }

        if (first is char character && ignoreCase && Character(second) is { } other)
        {
            return char.ToUpperInvariant(character) == char.ToUpperInvariant(other);
        }

        return LanguagePrimitives.TryConvertTo(second, first.GetType(), provider, out object? converted) && first.Equals(converted);
    }

    public static int Order(object? first, object? second, bool ignoreCase, IFormatProvider provider)
    {
        if (first is null)
        {
            return second is null ? 0 : WithNull(second, -1);
        }

        if (second is null)
        {
            return WithNull(first, 1);
        }

        if (first is string text)
        {
            string other = second as string ?? (string)Conversion.Convert(second, typeof(string), provider)!;
            return TextOrder.Compare(text, other, ignoreCase);
        }

        if (CommonType(first.GetType(), second.GetType()) is { } common)
        {
            return Numbers(first, second, common);
        }

        if (first is not IComparable comparable)
        {
            return first.Equals(second)
                ? 0
                : throw new PSArgumentException($"Cannot compare \"{Text(first)}\" because it is not IComparable.");
        }

        if (!TryConvert(second, first.GetType(), provider, out object? converted, out string? reason))
        {
            throw new PSArgumentException($"Could not compare \"{Text(first)}\" to \"{Text(second)}\". Error: \"{reason}\"");
        }

        return comparable.CompareTo(converted);
    }

    /// <summary>The type in which two numbers are compared; null unless both are numbers.</summary>
    public static Type? CommonType(Type first, Type second)
    {
        int a = Rank(first);
        int b = Rank(second);
        int higher = Math.Max(a, b);
        if (a < 0 || b < 0)
        {
            return null;
        }

        // Signed and unsigned 64 bits have no integer type in common.
        return higher >= Rank(typeof(float)) ? typeof(double)
            : higher == Rank(typeof(decimal)) ? typeof(decimal)
            : higher == Rank(typeof(ulong)) ? (a == b ? typeof(ulong) : typeof(decimal))
            : higher <= Rank(typeof(int)) ? typeof(int)
            : typeof(long);
    }

    private static int Rank(Type type) => type.IsEnum ? -1 : Type.GetTypeCode(type) switch
    {
        TypeCode.SByte => 0,
        TypeCode.Byte => 1,
        TypeCode.Int16 => 2,
        TypeCode.UInt16 => 3,
        TypeCode.Int32 => 4,
        TypeCode.UInt32 => 5,
        TypeCode.Int64 => 6,
        TypeCode.UInt64 => 7,
        TypeCode.Decimal => 8,
        TypeCode.Single => 9,
        TypeCode.Double => 10,
        _ => -1,
    };

    private static int Numbers(object first, object second, Type common)
    {
        if (first is int a && second is int b)
        {
            return a.CompareTo(b);
        }

        CultureInfo invariant = CultureInfo.InvariantCulture;
        if (common == typeof(double))
        {
            double x = Convert.ToDouble(first, invariant);
            double y = Convert.ToDouble(second, invariant);
            return x < y ? -1 : x > y ? 1 : x == y ? 0 : x.CompareTo(y);
        }

        return ((IComparable)Convert.ChangeType(first, common, invariant)).CompareTo(Convert.ChangeType(second, common, invariant));
    }

    // A number below zero comes before null, all else after.
    private static int WithNull(object value, int whenAfter) => value switch
    {
        short or int or long or sbyte or float or double or decimal
            when Convert.ToDouble(value, CultureInfo.InvariantCulture) < 0 => -whenAfter,
        _ => whenAfter,
    };

    private static char? Character(object value) => value switch
    {
        char c => c,
        string { Length: 1 } s => s[0],
        _ => null,
    };

    private static bool TryConvert(object value, Type type, IFormatProvider provider, out object? converted, out string? reason)
    {
        try
        {
            converted = Conversion.Convert(value, type, provider);
            reason = null;
            return true;
        }
        catch (InvalidCastException e)
        {
            converted = null;
            reason = e.Message;
            return false;
        }
    }

    private static string Text(object value) => PSObject.ToText(value, CultureInfo.InvariantCulture);
}
