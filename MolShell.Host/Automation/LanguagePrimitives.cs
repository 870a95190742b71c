using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Management.Automation.Hosting;
using System.Management.Automation.Internal;
using System.Numerics;

namespace System.Management.Automation;

/// <summary>PowerShell's rules for conversion, comparison and truth.</summary>
public static class LanguagePrimitives
{
    /// <summary>Converts a value, by the invariant culture.</summary>
    /// <typeparam name="T">Type wanted.</typeparam>
    /// <param name="valueToConvert">Value.</param>
    /// <returns>The converted value.</returns>
    /// <exception cref="PSInvalidCastException">There is no way, or it failed.</exception>
    public static T ConvertTo<T>(object? valueToConvert) => (T)ConvertTo(valueToConvert, typeof(T))!;

    /// <summary>Converts a value, by the invariant culture.</summary>
    /// <param name="valueToConvert">Value.</param>
    /// <param name="resultType">Type wanted.</param>
    /// <returns>The converted value.</returns>
    /// <exception cref="PSInvalidCastException">There is no way, or it failed.</exception>
    public static object? ConvertTo(object? valueToConvert, Type resultType) =>
        ConvertTo(valueToConvert, resultType, CultureInfo.InvariantCulture);

    /// <summary>Converts a value.</summary>
    /// <param name="valueToConvert">Value.</param>
    /// <param name="resultType">Type wanted.</param>
    /// <param name="formatProvider">Culture.</param>
    /// <returns>The converted value.</returns>
    /// <exception cref="PSInvalidCastException">There is no way, or it failed.</exception>
    public static object? ConvertTo(object? valueToConvert, Type resultType, IFormatProvider? formatProvider)
    {
        ArgumentNullException.ThrowIfNull(resultType);
        return Conversion.Convert(valueToConvert, resultType, formatProvider ?? CultureInfo.InvariantCulture);
    }

    /// <summary>Converts a value where that is possible.</summary>
    /// <typeparam name="T">Type wanted.</typeparam>
    /// <param name="valueToConvert">Value.</param>
    /// <param name="result">The converted value.</param>
    /// <returns>Whether it was possible.</returns>
    public static bool TryConvertTo<T>(object? valueToConvert, [MaybeNullWhen(false)] out T result) =>
        TryConvertTo(valueToConvert, CultureInfo.InvariantCulture, out result);

    /// <summary>Converts a value where that is possible.</summary>
    /// <typeparam name="T">Type wanted.</typeparam>
    /// <param name="valueToConvert">Value.</param>
    /// <param name="formatProvider">Culture.</param>
    /// <param name="result">The converted value.</param>
    /// <returns>Whether it was possible.</returns>
    public static bool TryConvertTo<T>(object? valueToConvert, IFormatProvider? formatProvider, [MaybeNullWhen(false)] out T result)
    {
        bool done = TryConvertTo(valueToConvert, typeof(T), formatProvider, out object? converted);
        result = done ? (T)converted! : default;
        return done;
    }

    /// <summary>Converts a value where that is possible.</summary>
    /// <param name="valueToConvert">Value.</param>
    /// <param name="resultType">Type wanted.</param>
    /// <param name="result">The converted value.</param>
    /// <returns>Whether it was possible.</returns>
    public static bool TryConvertTo(object? valueToConvert, Type resultType, out object? result) =>
        TryConvertTo(valueToConvert, resultType, CultureInfo.InvariantCulture, out result);

    /// <summary>Converts a value where that is possible.</summary>
    /// <param name="valueToConvert">Value.</param>
    /// <param name="resultType">Type wanted.</param>
    /// <param name="formatProvider">Culture.</param>
    /// <param name="result">The converted value.</param>
    /// <returns>Whether it was possible.</returns>
    public static bool TryConvertTo(object? valueToConvert, Type resultType, IFormatProvider? formatProvider, out object? result)
    {
        try
        {
            result = ConvertTo(valueToConvert, resultType, formatProvider);
            return true;
        }
        catch (InvalidCastException)
        {
            result = null;
            return false;
        }
    }

    /// <summary>Whether a value is null or no value.</summary>
    /// <param name="value">Value.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsNull([NotNullWhen(false)] object? value) => value is null || ReferenceEquals(value, AutomationNull.Value);

    /// <summary>Whether the language takes a value for true.</summary>
    /// <param name="obj">Value.</param>
    /// <returns>False for null, 0, an empty text, an empty collection and a collection of one thing that is false.</returns>
    public static bool IsTrue(object? obj)
    {
        object? value = PSObject.Unwrap(obj);
        switch (value)
        {
            case null:
                return false;
            case bool flag:
                return flag;
            case string text:
                return text.Length > 0;
            case SwitchParameter present:
                return present.IsPresent;
            case char character:
                return character != '\0';
            case double real:
                return real != 0;
            case float real:
                return real != 0;
            case decimal exact:
                return exact != 0;
            case BigInteger big:
                return !big.IsZero;
            case ulong whole:
                return whole != 0;
            case IList list:
                return list.Count switch
                {
                    0 => false,
                    1 => PSObject.Unwrap(list[0]) is IList inner ? inner.Count > 0 : IsTrue(list[0]),
                    _ => true,
                };
            default:
                return !(value is Enum || NumericConversion.IsNumeric(value.GetType()))
                    || Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0;
        }
    }

    /// <summary>The elements of a value that the pipeline takes apart: not of text, not of dictionaries.</summary>
    /// <param name="obj">Value.</param>
    /// <returns>The elements, or null for a single value.</returns>
    public static IEnumerable? GetEnumerable(object? obj)
    {
        object? value = PSObject.Unwrap(obj);
        return value is IEnumerable elements && IsEnumerable(value.GetType()) ? elements : null;
    }

    /// <summary>The elements of a value that the pipeline takes apart, one by one.</summary>
    /// <param name="obj">Value.</param>
    /// <returns>The elements, or null for a single value.</returns>
    public static IEnumerator? GetEnumerator(object? obj)
    {
        object? value = PSObject.Unwrap(obj);
        return value is IEnumerator already ? already : GetEnumerable(value)?.GetEnumerator();
    }

    /// <summary>Whether two values are equal, the second converted to the type of the first; minds case.</summary>
    /// <param name="first">First value.</param>
    /// <param name="second">Second value.</param>
    /// <returns>Whether they are.</returns>
    public static new bool Equals(object? first, object? second) => Equals(first, second, false);

    /// <summary>Whether two values are equal, the second converted to the type of the first.</summary>
    /// <param name="first">First value.</param>
    /// <param name="second">Second value.</param>
    /// <param name="ignoreCase">Whether case does not matter.</param>
    /// <returns>Whether they are.</returns>
    public static bool Equals(object? first, object? second, bool ignoreCase) =>
        Equals(first, second, ignoreCase, CultureInfo.InvariantCulture);

    /// <summary>Whether two values are equal, the second converted to the type of the first.</summary>
    /// <param name="first">First value.</param>
    /// <param name="second">Second value.</param>
    /// <param name="ignoreCase">Whether case does not matter.</param>
    /// <param name="formatProvider">Culture of the conversion.</param>
    /// <returns>Whether they are.</returns>
    public static bool Equals(object? first, object? second, bool ignoreCase, IFormatProvider? formatProvider) =>
        Comparison.AreEqual(PSObject.Unwrap(first), PSObject.Unwrap(second), ignoreCase, formatProvider ?? CultureInfo.InvariantCulture);

    /// <summary>Compares two values, the second converted to the type of the first; minds case.</summary>
    /// <param name="first">First value.</param>
    /// <param name="second">Second value.</param>
    /// <returns>Negative, zero or positive.</returns>
    public static int Compare(object? first, object? second) => Compare(first, second, false);

    /// <summary>Compares two values, the second converted to the type of the first.</summary>
    /// <param name="first">First value.</param>
    /// <param name="second">Second value.</param>
    /// <param name="ignoreCase">Whether case does not matter.</param>
    /// <returns>Negative, zero or positive.</returns>
    public static int Compare(object? first, object? second, bool ignoreCase) =>
        Compare(first, second, ignoreCase, CultureInfo.InvariantCulture);

    /// <summary>Compares two values, the second converted to the type of the first.</summary>
    /// <param name="first">First value.</param>
    /// <param name="second">Second value.</param>
    /// <param name="ignoreCase">Whether case does not matter.</param>
    /// <param name="formatProvider">Culture of the conversion.</param>
    /// <returns>Negative, zero or positive.</returns>
    /// <exception cref="ArgumentException">They can't be compared.</exception>
    public static int Compare(object? first, object? second, bool ignoreCase, IFormatProvider? formatProvider) =>
        Comparison.Order(PSObject.Unwrap(first), PSObject.Unwrap(second), ignoreCase, formatProvider ?? CultureInfo.InvariantCulture);

    internal static bool IsEnumerable(Type type) =>
        typeof(IEnumerable).IsAssignableFrom(type)
        && type != typeof(string)
        && !typeof(IDictionary).IsAssignableFrom(type)
        && !typeof(Xml.XmlNode).IsAssignableFrom(type);

    internal static Type? CommonNumericType(Type first, Type second) => Comparison.CommonType(first, second);
}
