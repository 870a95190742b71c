using System.Globalization;
using System.Management.Automation;
using MolShell.Host.Formatting.Packets;
using MolShell.Host.Formatting.Views;

namespace MolShell.Host.Formatting.Generators;

/// <summary>Turns objects into the packets of one table or list.</summary>
internal abstract class ViewGenerator(FormatView? view, ShownProperty? groupBy, ValueText text)
{
    private readonly ShownProperty? group = groupBy ?? (view?.GroupBy is { } by ? new ShownProperty { Name = by.Property } : null);
    private readonly string? groupLabel = groupBy is null ? view?.GroupBy?.Label : groupBy.Label;
    private object? groupValue;
    private bool hasGroupValue;
    private string? groupName;

    protected ValueText ValueText { get; } = text;

    /// <summary>The packet that begins the table or list.</summary>
    public abstract FormatShape Shape { get; }

    /// <summary>The packet of one object.</summary>
    public abstract FormatPacket Entry(object value);

    /// <summary>The object belongs here; without a view any does.</summary>
    public bool Applies(object value) => view is null || FormatCatalog.Applies(view, TypeNamesOf.All(value));

    /// <summary>Whether the object begins another group.</summary>
    public bool ChangesGroup(object value)
    {
        if (group is null || !group.TryGet(value, out object? next))
        {
            return false;
        }

        bool same = hasGroupValue && AreEqual(groupValue, next);
        groupValue = next;
        hasGroupValue = true;
        if (!same && groupLabel is null)
        {
            groupName = group.Resolve(value).FirstOrDefault()?.Header ?? group.Header;
        }

        return !same;
    }

    public GroupStart StartGroup() => hasGroupValue
        ? new GroupStart(groupLabel ?? groupName, ValueText.Of(groupValue, group!.FormatString, inTable: false))
        : new GroupStart(null, null);

    private static bool AreEqual(object? first, object? second)
    {
        try
        {
            return LanguagePrimitives.Compare(first, second, true, CultureInfo.CurrentCulture) == 0;
        }
        catch (ArgumentException)
        {
            // Not comparable: equal when their texts are.
            return string.Equals(
                PSObject.ToText(first, CultureInfo.CurrentCulture),
                PSObject.ToText(second, CultureInfo.CurrentCulture),
                StringComparison.OrdinalIgnoreCase);
        }
    }
}
