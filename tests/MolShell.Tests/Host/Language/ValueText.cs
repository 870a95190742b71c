using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace MolShell.Tests.Host.Language;

/// <summary>Writes a value in the short form of tests/Data/host/values.json.</summary>
internal static class ValueText
{
    public static string Of(object? wrapped)
    {
        object? value = PSObject.Unwrap(wrapped);
        return value switch
        {
            null => "null",
            string s =>
                "'" + s.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t",
                    StringComparison.Ordinal) + "'",
            int or bool => value.ToString()!,
            double d => "double " + d.ToString("R", CultureInfo.InvariantCulture),
            PSObject custom => "{" + string.Join(' ', custom.Properties.Select(p => $"{p.Name}={Of(p.Value)}")) + "}",
            ScriptBlock block => $"block '{block}'",
            IDictionary dictionary =>
                dictionary.GetType().Name + "{" + string.Join(' ', Keys(dictionary).Select(k => $"{Of(k)}={Of(dictionary[k])}")) + "}",
            Array array =>
                (array is object?[] ? "" : array.GetType().Name) + "[" + string.Join(' ', array.Cast<object?>().Select(Of)) + "]",
            ICollection collection => "collection[" + string.Join(' ', collection.Cast<object?>().Select(Of)) + "]",
            Type type => "type " + PSObject.ToText(type, CultureInfo.InvariantCulture),
            DateTime time => "DateTime " + time.ToString("s", CultureInfo.InvariantCulture),
            _ => value.GetType().Name + " " + Convert.ToString(value, CultureInfo.InvariantCulture),
        };
    }

    private static IEnumerable<object> Keys(IDictionary dictionary)
    {
        IEnumerable<object> keys = dictionary.Keys.Cast<object>();
        return dictionary is Hashtable ? keys.OrderBy(k => k.ToString(), StringComparer.OrdinalIgnoreCase) : keys;
    }
}
