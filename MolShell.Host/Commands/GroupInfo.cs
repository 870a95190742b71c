using System.Collections;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Objects with the same values of some properties.</summary>
public class GroupInfo
{
    internal GroupInfo(IReadOnlyList<object?> values)
    {
        Values = new ArrayList(values.ToArray());
        Name = string.Join(", ", values.Where(v => v is not null).Select(Text));
    }

    /// <summary>Values that the objects share.</summary>
    public ArrayList Values { get; }

    /// <summary>Number of objects.</summary>
    public int Count { get; private set; }

    /// <summary>The objects; empty with -NoElement.</summary>
    public Collection<PSObject> Group { get; } = [];

    /// <summary>The values as text.</summary>
    public string Name { get; }

    internal void Add(object member, bool keep)
    {
        Count++;
        if (keep)
        {
            Group.Add(PSObject.AsPSObject(member));
        }
    }

    private static string Text(object? value) => PSObject.Unwrap(value) is ICollection items and not IDictionary
        ? "{" + string.Join(", ", items.Cast<object?>().Select(Plain)) + "}"
        : Plain(value);

    private static string Plain(object? value) => Convert.ToString(PSObject.Unwrap(value), CultureInfo.InvariantCulture) ?? string.Empty;
}
