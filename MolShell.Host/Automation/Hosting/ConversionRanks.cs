using System.Text.RegularExpressions;

namespace System.Management.Automation.Hosting;

/// <summary>The rank of the conversion from one type to another, by PowerShell's order of them.</summary>
internal static class ConversionRanks
{
    /// <summary>A single value that becomes an array of one ranks this much below the conversion of the element.</summary>
    private const int ScalarToArray = 8;

    private static readonly Type[] Signed = [typeof(sbyte), typeof(short), typeof(int), typeof(long)];
    private static readonly Type[] Unsigned = [typeof(byte), typeof(ushort), typeof(uint), typeof(ulong)];

    /// <summary>The type of the elements of an array; that of all of them when the array itself is one of any objects.</summary>
    public static Type? ElementType(object? argument)
    {
        if (PSObject.Unwrap(argument) is not Array array)
        {
            return null;
        }

        Type? first = array.Length == 0 ? null : PSObject.Unwrap(array.GetValue(0))?.GetType();
        return first is not null && array is object?[] objects && objects.All(e => PSObject.Unwrap(e)?.GetType() == first)
            ? first
            : array.GetType().GetElementType();
    }

    /// <param name="from">The type of the argument; null for null.</param>
    /// <param name="to">The type of the parameter.</param>
    public static ConversionRank Of(Type? from, Type to)
    {
        if (from is null)
        {
            return to == typeof(string) ? ConversionRank.ToText
                : TakesNull(to) ? ConversionRank.NullToValue
                : to.IsValueType ? ConversionRank.None
                : ConversionRank.NullToReference;
        }

        if (from == to)
        {
            return ConversionRank.Identity;
        }

        if (to.IsAssignableFrom(from))
        {
            return ConversionRank.Assignable;
        }

        if (Nullable.GetUnderlyingType(to) is { } underlying)
        {
            return Of(from, underlying);
        }

        return Numeric(from, to) ?? ByLanguage(from, to) ?? ByReflection(from, to);
    }

    private static ConversionRank? Numeric(Type from, Type to)
    {
        if (IsNumber(from) && IsNumber(to))
        {
            return BetweenNumbers(from, to);
        }

        bool withText = (from == typeof(string) && IsNumber(to)) || (IsNumber(from) && (to == typeof(string) || to == typeof(char)));
        return withText ? ConversionRank.NumericText : null;
    }

    private static ConversionRank BetweenNumbers(Type from, Type to)
    {
        (int fromSigned, int fromUnsigned) = (Array.IndexOf(Signed, from), Array.IndexOf(Unsigned, from));
        (int toSigned, int toUnsigned) = (Array.IndexOf(Signed, to), Array.IndexOf(Unsigned, to));
        int fromSize = Math.Max(fromSigned, fromUnsigned);
        int toSize = Math.Max(toSigned, toUnsigned);
        if (fromSize >= 0 && toSize >= 0)
        {
            bool sameSign = fromSigned >= 0 == toSigned >= 0;
            return toSize > fromSize && (sameSign || toSigned >= 0) ? ConversionRank.NumericImplicit
                : fromSigned >= 0 && toUnsigned >= fromSigned ? ConversionRank.NumericExplicitBetter
                : ConversionRank.NumericExplicit;
        }

        return fromSize >= 0 || (from == typeof(float) && to == typeof(double)) ? ConversionRank.NumericImplicit
            : from == typeof(decimal) && toSize < 0 ? ConversionRank.NumericExplicitBetter
            : ConversionRank.NumericExplicit;
    }

    private static ConversionRank? ByLanguage(Type from, Type to)
    {
        if (to == typeof(bool))
        {
            return ConversionRank.Language;
        }

        if (to == typeof(string))
        {
            return ConversionRank.ToText;
        }

        if (from == typeof(string) && to == typeof(char[]))
        {
            return ConversionRank.TextToCharacters;
        }

        if (to.IsArray)
        {
            return ToArray(from, to.GetElementType()!);
        }

        bool known = to.IsEnum ? from == typeof(string) || IsNumber(from)
            : from == typeof(string) && (to == typeof(Type) || to == typeof(Regex) || to == typeof(Uri));
        return known ? ConversionRank.Language : null;
    }

    private static ConversionRank ToArray(Type from, Type element)
    {
        if (from.IsArray)
        {
            return element.IsAssignableFrom(from.GetElementType()!) ? ConversionRank.Language : ConversionRank.UnrelatedArrays;
        }

        if (LanguagePrimitives.IsEnumerable(from))
        {
            return ConversionRank.Language;
        }

        ConversionRank rank = Of(from, element);
        return rank == ConversionRank.None ? rank : rank - ScalarToArray;
    }

    private static ConversionRank ByReflection(Type from, Type to)
    {
        if (to == typeof(PSObject))
        {
            return ConversionRank.Wrapping;
        }

        if (from == typeof(string) && to.GetMethod("Parse", [typeof(string)]) is not null)
        {
            return ConversionRank.Parse;
        }

        return to.GetConstructor([from]) is not null ? ConversionRank.Constructor
            : HasCast(from, to, "op_Implicit") ? ConversionRank.ImplicitCast
            : HasCast(from, to, "op_Explicit") ? ConversionRank.ExplicitCast
            : !Conversion.Exists(from, to) ? ConversionRank.None
            : typeof(IConvertible).IsAssignableFrom(from) ? ConversionRank.Convertible
            : ConversionRank.Custom;
    }

    private static bool HasCast(Type from, Type to, string name) =>
        from.GetMethods().Concat(to.GetMethods())
            .Any(m => m.IsStatic && m.Name == name && m.ReturnType == to && m.GetParameters()[0].ParameterType == from);

    /// <summary>A value type that null becomes zero, false or nothing of.</summary>
    private static bool TakesNull(Type to) =>
        IsNumber(to) || to == typeof(char) || to == typeof(bool) || Nullable.GetUnderlyingType(to) is not null;

    private static bool IsNumber(Type type) => !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;
}
