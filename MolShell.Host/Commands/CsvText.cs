using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace MolShell.Host.Commands;

/// <summary>Lines of a CSV file.</summary>
internal sealed class CsvText(char delimiter, QuoteKind quotes)
{
    /// <summary>The line of column names.</summary>
    public string Header(IEnumerable<string> names) => string.Join(delimiter, names.Select(Quoted));

    /// <summary>The line of an object: nothing for a property that is null or missing.</summary>
    public string Line(object? value, IEnumerable<string> names)
    {
        PSMemberInfoCollection<PSPropertyInfo> properties = PSObject.AsPSObject(value!).Properties;
        return string.Join(delimiter, names.Select(n => Text(properties[n]) is { } text ? Quoted(text) : string.Empty));
    }

    /// <summary>Reads the names in a line.</summary>
    public IReadOnlyList<string> ParseHeader(string line)
    {
        List<string> names = [];
        StringBuilder name = new();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                if (quoted && i + 1 < line.Length && line[i + 1] == '"')
                {
                    name.Append('"');
                    i++;
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (line[i] == delimiter && !quoted)
            {
                names.Add(name.ToString());
                name.Clear();
            }
            else
            {
                name.Append(line[i]);
            }
        }

        names.Add(name.ToString());
        return names;
    }

    // A property that throws is an empty value, as in PowerShell.
    private static string? Text(PSPropertyInfo? property)
    {
        try
        {
            return property?.Value is { } value ? ToText(value) : null;
        }
        catch (GetValueException)
        {
            return null;
        }
    }

    private static string? ToText(object value) => value is PSObject { IsCustom: true }
        ? PSObject.ToText(value, CultureInfo.InvariantCulture)
        : Convert.ToString(PSObject.Unwrap(value), CultureInfo.InvariantCulture);

    private string Quoted(string value)
    {
        bool quote = quotes == QuoteKind.Always
            || (quotes == QuoteKind.AsNeeded && value.AsSpan().IndexOfAny(['"', delimiter, '\n', '\r']) >= 0);
        return quote ? "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : value;
    }
}
