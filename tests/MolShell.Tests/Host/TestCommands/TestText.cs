#nullable enable
using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Values as text with their types.</summary>
public static class TestText
{
    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its type and text.</returns>
    public static string Of(object? value)
    {
        if (value is PSObject { BaseObject: PSCustomObject } custom)
        {
            return custom.TypeNames[0] + " {" + string.Join(" ", custom.Properties.Select(p => $"{p.Name}={Of(p.Value)}")) + "}";
        }

        object? plain = value is PSObject wrapper ? wrapper.BaseObject : value;
        if (plain is null)
        {
            return "null";
        }

        string type = plain.GetType().Name + " ";
        return plain switch
        {
            string text => $"String '{text}'",
            IDictionary dictionary => type + "{" + string.Join(" ", Keys(dictionary).Select(k => $"{k}={Of(dictionary[k])}")) + "}",
            IEnumerable elements => type + "[" + string.Join(", ", elements.Cast<object?>().Select(Of)) + "]",
            _ => type + Convert.ToString(plain, CultureInfo.InvariantCulture),
        };
    }

    private static IEnumerable<object> Keys(IDictionary dictionary) =>
        dictionary.Keys.Cast<object>().OrderBy(k => k.ToString(), StringComparer.Ordinal);
}
