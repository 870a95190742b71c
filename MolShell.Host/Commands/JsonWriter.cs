using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using System.Reflection;
using System.Text;

namespace MolShell.Host.Commands;

/// <summary>
/// Writes objects as JSON, in the form of PowerShell 7.6: public fields, then properties, in their order; what lies deeper than
/// the limit as text; numbers so that they read back the same.
/// </summary>
/// <param name="maxDepth">Deepest level written in full.</param>
/// <param name="compress">Whether to leave out line breaks and blanks.</param>
/// <param name="enumsAsStrings">Whether to write enumeration members by name.</param>
internal sealed class JsonWriter(int maxDepth, bool compress, bool enumsAsStrings)
{
    private const int IndentWidth = 2;
    private readonly StringBuilder text = new();

    /// <summary>Whether anything lay deeper than the limit.</summary>
    public bool WasTruncated { get; private set; }

    /// <summary>Writes an object.</summary>
    /// <param name="value">The object.</param>
    /// <returns>The JSON text.</returns>
    public string Write(object? value)
    {
        text.Clear();
        Value(value, 0);
        return text.ToString();
    }

    private void Value(object? value, int depth)
    {
        if (LanguagePrimitives.IsNull(value))
        {
            text.Append("null");
            return;
        }

        PSObject? wrapper = value as PSObject;
        object plain = wrapper?.BaseObject ?? value;
        if (Scalar(plain) is { } scalar)
        {
            WithNotes(wrapper, plain, depth, () => text.Append(scalar));
            return;
        }

        if (depth > maxDepth)
        {
            WasTruncated = true;
            object? shown = wrapper is { IsCustom: true } ? wrapper : plain;
            Quote((string)LanguagePrimitives.ConvertTo(shown, typeof(string), CultureInfo.InvariantCulture)!);
            return;
        }

        switch (plain)
        {
            case IDictionary dictionary:
                Members([.. Entries(dictionary), .. Notes(wrapper)], depth);
                break;
            case IEnumerable elements:
                WithNotes(wrapper, plain, depth, () => Elements(elements, depth));
                break;
            default:
                Members([.. wrapper is { IsCustom: true } ? [] : Properties(plain), .. Notes(wrapper)], depth);
                break;
        }
    }

    // A wrapped single value or list with properties of its own becomes an object that has it as "value".
    private void WithNotes(PSObject? wrapper, object plain, int depth, Action write)
    {
        (string Name, object? Value)[] notes = plain is string or DateTime ? [] : [.. Notes(wrapper)];
        if (notes.Length == 0)
        {
            write();
        }
        else
        {
            Members([("value", plain), .. notes], depth);
        }
    }

    private static IEnumerable<(string Name, object? Value)> Notes(PSObject? wrapper)
    {
        if (wrapper is null)
        {
            yield break;
        }

        foreach (PSPropertyInfo property in wrapper.Properties)
        {
            if (property.IsInstance)
            {
                yield return (property.Name, property.Value);
            }
        }
    }

    private static IEnumerable<(string Name, object? Value)> Entries(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            if (entry.Key is not string name)
            {
                InvalidOperationException exception = new(
                    $"The type '{dictionary.GetType().FullName}' is not supported for serialization or deserialization of a dictionary. "
                    + "Keys must be strings.");
                throw new RuntimeException(
                    exception.Message,
                    exception,
                    new ErrorRecord(exception, "NonStringKeyInDictionary", ErrorCategory.InvalidOperation, dictionary));
            }

            yield return (name, entry.Value);
        }
    }

    private static IEnumerable<(string Name, object? Value)> Properties(object value)
    {
        Type type = value.GetType();
        foreach (FieldInfo field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
        {
            yield return (field.Name, field.GetValue(value));
        }

        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetGetMethod() is { } get && get.GetParameters().Length == 0)
            {
                yield return (property.Name, Read(get, value));
            }
        }
    }

    // A property that throws is null, as in PowerShell.
    private static object? Read(MethodInfo get, object value)
    {
        try
        {
            return get.Invoke(value, null);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }

    private string? Scalar(object value) => value switch
    {
        string s => Quoted(s),
        char c => Quoted(c.ToString()),
        bool b => b ? "true" : "false",
        double d => Real(d.ToString("R", CultureInfo.InvariantCulture), double.IsFinite(d)),
        float f => Real(f.ToString("R", CultureInfo.InvariantCulture), float.IsFinite(f)),
        decimal m => WithPoint(m.ToString(CultureInfo.InvariantCulture)),
        DateTime t => $"\"{t.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)}\"",
        DateTimeOffset t => $"\"{t.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture)}\"",
        Guid g => $"\"{g}\"",
        Uri u => Quoted(u.OriginalString),
        BigInteger n => n.ToString(CultureInfo.InvariantCulture),
        Enum e => Member(e),
        _ when value.GetType().IsPrimitive => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    private string Member(Enum value)
    {
        Type underlying = Enum.GetUnderlyingType(value.GetType());
        return enumsAsStrings || underlying == typeof(long) || underlying == typeof(ulong)
            ? Quoted(value.ToString())
            : value.ToString("D");
    }

    private static string Real(string digits, bool finite) => finite ? WithPoint(digits) : $"\"{digits}\"";

    private static string WithPoint(string digits) => digits.AsSpan().IndexOfAny(".E") < 0 ? digits + ".0" : digits;

    private static string Quoted(string value)
    {
        StringBuilder quoted = new(value.Length + 2);
        quoted.Append('"');
        foreach (char c in value)
        {
            string? escape = c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or '\u0085' or '\u2028' or '\u2029' => $"\\u{(int)c:x4}",
                _ => null,
            };
            if (escape is null)
            {
                quoted.Append(c);
            }
            else
            {
                quoted.Append(escape);
            }
        }

        return quoted.Append('"').ToString();
    }

    private void Quote(string value) => text.Append(Quoted(value));

    private void Elements(IEnumerable elements, int depth)
    {
        text.Append('[');
        bool any = false;
        foreach (object? element in elements)
        {
            Separate(any, depth + 1);
            any = true;
            Value(element, depth + 1);
        }

        Close(']', any, depth);
    }

    private void Members(IReadOnlyList<(string Name, object? Value)> members, int depth)
    {
        text.Append('{');
        bool any = false;
        foreach ((string name, object? value) in members.DistinctBy(m => m.Name))
        {
            Separate(any, depth + 1);
            any = true;
            Quote(name);
            text.Append(compress ? ":" : ": ");
            Value(value, depth + 1);
        }

        Close('}', any, depth);
    }

    private void Separate(bool notFirst, int depth)
    {
        if (notFirst)
        {
            text.Append(',');
        }

        NewLine(depth);
    }

    private void Close(char bracket, bool any, int depth)
    {
        if (any)
        {
            NewLine(depth);
        }

        text.Append(bracket);
    }

    private void NewLine(int depth)
    {
        if (!compress)
        {
            text.Append(Environment.NewLine).Append(' ', depth * IndentWidth);
        }
    }
}
