using System.Collections;
using System.Text;

namespace System.Management.Automation.Hosting;

/// <summary>Values as text, by PowerShell's rules.</summary>
internal static class ObjectText
{
    private const string DoubleDigits = "G15";
    private const string SingleDigits = "G7";

    public static string Of(object? value, IFormatProvider provider, string separator)
    {
        object? plain = PSObject.Unwrap(value);
        if (Primitive(plain, provider) is { } text)
        {
            return (value as PSObject)?.TokenText ?? text;
        }

        if (plain is PSObject custom)
        {
            return Properties(custom, provider);
        }

        return LanguagePrimitives.GetEnumerable(plain) is { } elements ? Joined(elements, provider, separator) : Single(plain, provider);
    }

    private static string? Primitive(object? value, IFormatProvider provider) => value switch
    {
        null => string.Empty,
        string text => text,
        double number => number.ToString(DoubleDigits, provider),
        float number => number.ToString(SingleDigits, provider),
        Enum => null,
        IFormattable and (byte or sbyte or short or ushort or int or uint or long or ulong or decimal or DateTime) =>
            ((IFormattable)value).ToString(null, provider),
        _ => null,
    };

    private static string Single(object? value, IFormatProvider provider) => value switch
    {
        Type type => TypeNames.Short(type),
        IFormattable formattable => formattable.ToString(null, provider),
        _ => value?.ToString() ?? string.Empty,
    };

    private static string Joined(IEnumerable elements, IFormatProvider provider, string separator)
    {
        StringBuilder text = new();
        bool first = true;
        foreach (object? element in elements)
        {
            if (!first)
            {
                text.Append(separator);
            }

            first = false;
            text.Append(Flat(element, provider));
        }

        return text.ToString();
    }

    private static string Properties(PSObject custom, IFormatProvider provider)
    {
        StringBuilder text = new();
        foreach (PSPropertyInfo property in custom.Properties)
        {
            text.Append(text.Length == 0 ? "@{" : "; ").Append(property.Name).Append('=').Append(Flat(property.Value, provider));
        }

        return text.Length == 0 ? string.Empty : text.Append('}').ToString();
    }

    // Elements and property values are not gone into again: an array in an array is System.Object[].
    private static string Flat(object? value, IFormatProvider provider)
    {
        object? plain = PSObject.Unwrap(value);
        return Primitive(plain, provider)
            ?? (plain is PSObject ? string.Empty : plain is Type type ? type.ToString() : Single(plain, provider));
    }
}
