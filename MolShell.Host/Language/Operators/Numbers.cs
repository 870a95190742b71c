using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Hosting;

namespace MolShell.Host.Language.Operators;

/// <summary>Which type two numbers are computed in.</summary>
internal enum NumberKind
{
    Int, UInt, Long, ULong, Decimal, Double,
}

/// <summary>How PowerShell treats values as numbers.</summary>
internal static class Numbers
{
    /// <summary>A number; an enumeration counts as its number.</summary>
    public static bool IsNumeric(object? value) =>
        value is not null && Type.GetTypeCode(value.GetType()) is >= TypeCode.SByte and <= TypeCode.Decimal;

    /// <summary>A number, truth value or character.</summary>
    public static bool IsPrimitive(object? value) => value is bool or char || IsNumeric(value);

    /// <summary>
    /// The right operand as a number beside a left one: null is 0, an enumeration its number; null when it is no number.
    /// </summary>
    public static object? AsOperand(object? value, object left) => value switch
    {
        null => 0,
        Enum => LanguagePrimitives.ConvertTo(value, NumberType(left.GetType()), CultureInfo.InvariantCulture),
        _ => IsPrimitive(value) ? value : null,
    };

    /// <summary>A text as a number of whatever type it is written in; blank is 0.</summary>
    /// <param name="text">The text.</param>
    /// <param name="other">The other operand: its type is named when the text is no number.</param>
    public static object Parse(string text, object? other)
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            return 0;
        }

        Type type = IsNumeric(other) ? other!.GetType() : typeof(int);
        return NumberText.TryParse(trimmed, out object? number) && number is not null
            ? number
            : LanguagePrimitives.ConvertTo(trimmed, type, CultureInfo.InvariantCulture)!;
    }

    /// <summary>The type that two primitive values are computed in.</summary>
    public static NumberKind KindOf(object left, object right)
    {
        TypeCode first = Type.GetTypeCode(left.GetType());
        TypeCode second = Type.GetTypeCode(right.GetType());
        switch ((TypeCode)Math.Max((int)first, (int)second))
        {
            case <= TypeCode.Int32:
                return NumberKind.Int;
            case TypeCode.UInt32:
                return IsNegative(left, first) || IsNegative(right, second) ? NumberKind.Long : NumberKind.UInt;
            case TypeCode.Int64:
                return NumberKind.Long;
            case TypeCode.UInt64:
                return IsNegative(left, first) || IsNegative(right, second) ? NumberKind.Decimal : NumberKind.ULong;
            case TypeCode.Decimal:
                return NumberKind.Decimal;
            default:
                return NumberKind.Double;
        }
    }

    public static int ToInt(object value) => value switch
    {
        int i => i,
        char c => c,
        _ => Convert.ToInt32(value, CultureInfo.InvariantCulture),
    };

    public static uint ToUInt(object value) => value is char c ? c : Convert.ToUInt32(value, CultureInfo.InvariantCulture);

    public static long ToLong(object value) => value is char c ? c : Convert.ToInt64(value, CultureInfo.InvariantCulture);

    public static ulong ToULong(object value) => value is char c ? c : Convert.ToUInt64(value, CultureInfo.InvariantCulture);

    public static decimal ToDecimal(object value) => value is char c ? c : Convert.ToDecimal(value, CultureInfo.InvariantCulture);

    public static double ToDouble(object value) => value switch
    {
        double d => d,
        char c => c,
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };

    private static Type NumberType(Type type) => type.IsEnum ? Enum.GetUnderlyingType(type) : type;

    private static bool IsNegative(object value, TypeCode code) =>
        code is TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 && ToLong(value) < 0;
}
