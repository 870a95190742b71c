using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Hosting;

namespace MolShell.Host.Formatting;

/// <summary>The properties of objects as they are shown.</summary>
internal static class PropertyReader
{
    /// <summary>The names of all properties: those of the type, then those put on.</summary>
    public static IReadOnlyList<string> Names(object? value)
    {
        List<string> names = [];
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        object? plain = PSObject.Unwrap(value);
        IEnumerable<string> ofType = plain is null or PSObject ? [] : TypeMembers.Of(plain.GetType()).Properties.Select(p => p.Name);
        IEnumerable<string> putOn = value is PSObject wrapper ? wrapper.Properties.Select(p => p.Name) : [];
        foreach (string name in ofType.Concat(Extra(plain)).Concat(putOn))
        {
            if (seen.Add(name))
            {
                names.Add(name);
            }
        }

        return names;
    }

    /// <summary>The value of a property; false when there is none or it can't be read.</summary>
    public static bool TryGet(object? value, string name, out object? result)
    {
        object? plain = PSObject.Unwrap(value);
        switch (plain)
        {
            case DictionaryEntry entry when name.Equals("Name", StringComparison.OrdinalIgnoreCase):
                result = entry.Key;
                return true;
            case DateTime time when name.Equals("DateTime", StringComparison.OrdinalIgnoreCase):
                result = string.Create(CultureInfo.CurrentCulture, $"{time:D} {time:T}");
                return true;
            case Guid guid when name.Equals("Guid", StringComparison.OrdinalIgnoreCase):
                result = guid.ToString();
                return true;
            case CommandInfo command when name.Equals("DisplayName", StringComparison.OrdinalIgnoreCase) && command is not AliasInfo:
                result = command.Name;
                return true;
        }

        try
        {
            return MemberAccess.TryGetProperty(value, name, out result);
        }
        catch (RuntimeException)
        {
            // A property whose getter throws is shown empty.
            result = null;
            return true;
        }
    }

    /// <summary>Properties that PowerShell adds to types.</summary>
    private static string[] Extra(object? plain) => plain switch
    {
        DictionaryEntry => ["Name"],
        DateTime => ["DateTime"],
        Guid => ["Guid"],
        _ => [],
    };
}
