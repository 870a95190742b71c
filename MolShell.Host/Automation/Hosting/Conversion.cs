using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;

namespace System.Management.Automation.Hosting;

/// <summary>
/// How a value of one type becomes one of another. The ways are tried in PowerShell's order: assignment, the language's own
/// (Boolean, text, arrays, numbers, enumerations), Parse, constructor, cast operator, IConvertible, and the properties of a
/// dictionary.
/// </summary>
internal static class Conversion
{
    private static readonly ConcurrentDictionary<(Type From, Type To), Converter?> Known = new();

    /// <summary>One way to convert.</summary>
    public delegate object? Converter(object value, Type to, IFormatProvider provider);

    /// <summary>Converts a value.</summary>
    public static object? Convert(object? value, Type to, IFormatProvider provider)
    {
        if (LanguagePrimitives.IsNull(value))
        {
            return FromNull(to);
        }

        if (value is PSObject wrapper)
        {
            if (to.IsInstanceOfType(wrapper))
            {
                return wrapper;
            }

            if (wrapper.TokenText is not null && to == typeof(string))
            {
                return wrapper.TokenText;
            }
        }

        object plain = PSObject.Unwrap(value)!;
        Type from = plain.GetType();
        Converter? converter = Known.GetOrAdd((from, to), static key => Find(key.From, key.To));
        if (converter is null)
        {
            throw Impossible(value!, to);
        }

        // A number that is read as text is read as it was written: [version] 1.20 is 1.20.
        object source = converter == NumericConversion.ThroughText && value is PSObject { TokenText: { } token } ? token : plain;
        return converter(source, to, provider);
    }

    /// <summary>The error for a conversion there is no way for.</summary>
    public static PSInvalidCastException Impossible(object value, Type to, string id = "ConvertToFinalInvalidCastException") => new(
        id,
        $"Cannot convert the \"{PlainText(value)}\" value of type \"{TypeName(value)}\" to type \"{to}\".",
        null);

    /// <summary>The error for a conversion that failed.</summary>
    public static PSInvalidCastException Failed(string id, object value, Type to, Exception cause) => new(
        id,
        $"Cannot convert value \"{PSObject.ToText(value, CultureInfo.InvariantCulture)}\" to type \"{to}\". Error: \"{cause.Message}\"",
        cause);

    /// <summary>Whether there is a way at all, from type to type.</summary>
    public static bool Exists(Type from, Type to) => Known.GetOrAdd((from, to), static key => Find(key.From, key.To)) is not null;

    /// <summary>What .NET shows: the type of a collection and the full name of a type.</summary>
    private static string PlainText(object value) => PSObject.Unwrap(value) switch
    {
        Type type => type.ToString(),
        ICollection collection => collection.ToString()!,
        _ => PSObject.ToText(value, CultureInfo.InvariantCulture),
    };

    private static string TypeName(object value) =>
        value is PSObject wrapper ? wrapper.TypeNames.FirstOrDefault() ?? string.Empty : value.GetType().ToString();

    private static object? FromNull(Type to)
    {
        if (to == typeof(string))
        {
            return string.Empty;
        }

        if (Nullable.GetUnderlyingType(to) is not null || !to.IsValueType)
        {
            return null;
        }

        if (to == typeof(bool) || to == typeof(char) || to == typeof(SwitchParameter) || NumericConversion.IsNumeric(to))
        {
            return Activator.CreateInstance(to);
        }

        throw to.IsEnum
            ? new PSInvalidCastException(
                "nullToEnumInvalidCast",
                $"Cannot convert null to type \"{to}\" due to enumeration values that are not valid. Specify one of the following "
                + $"enumeration values and try again. The possible enumeration values are \"{string.Join(",", Enum.GetNames(to))}\".",
                null)
            : new PSInvalidCastException("nullToObjectInvalidCast", $"Cannot convert null to type \"{to}\".", null);
    }

    private static Converter? Find(Type from, Type to)
    {
        if (to.IsAssignableFrom(from))
        {
            return static (value, _, _) => value;
        }

        if (to == typeof(PSObject))
        {
            return static (value, _, _) => new PSObject(value);
        }

        if (Nullable.GetUnderlyingType(to) is { } underlying)
        {
            return Exists(from, underlying)
                ? (value, _, provider) => Convert(value, underlying, provider)
                : null;
        }

        return Language(from, to)
            ?? Written(from, to)
            ?? ReflectedConversion.Constructor(from, to)
            ?? ReflectedConversion.Cast(from, to)
            ?? NumericConversion.Convertible(from, to)
            ?? ReflectedConversion.Properties(from, to)
            ?? ReflectedConversion.Collection(from, to);
    }

    // A scalar becomes an array of one last, after all other ways to an array type have been looked for.
    private static Converter? Language(Type from, Type to)
    {
        if (to == typeof(bool))
        {
            return static (value, _, _) => LanguagePrimitives.IsTrue(value);
        }

        if (to == typeof(string))
        {
            return static (value, _, provider) => ObjectText.Of(value, provider, " ");
        }

        if (to == typeof(char[]) && from == typeof(string))
        {
            return static (value, _, _) => ((string)value).ToCharArray();
        }

        if (to.IsArray || to == typeof(Array))
        {
            return ReflectedConversion.Array(from, to);
        }

        if (to == typeof(Hashtable) && typeof(IDictionary).IsAssignableFrom(from))
        {
            return static (value, _, _) => ToHashtable((IDictionary)value);
        }

        if (to == typeof(SwitchParameter) && from == typeof(bool))
        {
            return static (value, _, _) => new SwitchParameter((bool)value);
        }

        return NumericConversion.Find(from, to);
    }

    private static Converter? Written(Type from, Type to)
    {
        if (to.IsEnum)
        {
            return from == typeof(string)
                ? static (value, type, _) => EnumText.Parse((string)value, type)
                : LanguagePrimitives.IsEnumerable(from)
                    ? static (value, type, provider) => EnumText.Parse(ObjectText.Of(value, provider, ","), type)
                    : null;
        }

        if (from != typeof(string))
        {
            return null;
        }

        if (to == typeof(Type))
        {
            return static (value, type, _) =>
                TypeNames.Resolve((string)value) ?? throw Impossible(value, type, "InvalidCastFromStringToType");
        }

        if (to == typeof(Uri))
        {
            return static (value, _, _) => new Uri((string)value, UriKind.RelativeOrAbsolute);
        }

        return ReflectedConversion.Parse(to);
    }

    private static Hashtable ToHashtable(IDictionary source)
    {
        Hashtable table = new(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in source)
        {
            table[entry.Key] = entry.Value;
        }

        return table;
    }
}
