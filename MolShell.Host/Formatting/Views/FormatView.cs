namespace MolShell.Host.Formatting.Views;

/// <summary>How objects of some types are shown: what a View of a .format.ps1xml file says.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TypeNames">The types it is for.</param>
/// <param name="GroupBy">The property whose change begins a new group, or null.</param>
internal abstract record FormatView(string Name, IReadOnlyList<string> TypeNames, ViewGroup? GroupBy);

/// <param name="Property">The property.</param>
/// <param name="Label">What stands before its value; null for the name of the property.</param>
internal sealed record ViewGroup(string Property, string? Label);

/// <summary>A table.</summary>
internal sealed record TableView(
    string Name, IReadOnlyList<string> TypeNames, ViewGroup? GroupBy, IReadOnlyList<ViewColumn> Columns,
    bool AutoSize, bool HideHeaders, bool Wrap)
    : FormatView(Name, TypeNames, GroupBy);

/// <summary>A list of properties, one below the other.</summary>
internal sealed record ListView(string Name, IReadOnlyList<string> TypeNames, ViewGroup? GroupBy, IReadOnlyList<ViewItem> Items)
    : FormatView(Name, TypeNames, GroupBy);

/// <summary>One property shown alone, without its name.</summary>
internal sealed record TextView(string Name, IReadOnlyList<string> TypeNames, string Property) : FormatView(Name, TypeNames, null);

/// <param name="Property">The property shown.</param>
/// <param name="Label">The header; null for the name of the property.</param>
/// <param name="Width">Width [characters]; 0 when it is found from the values.</param>
/// <param name="Alignment">Alignment of header and values.</param>
/// <param name="FormatString">.NET format of the value, or null.</param>
internal sealed record ViewColumn(string Property, string? Label, int Width, Alignment Alignment, string? FormatString);

/// <param name="Property">The property shown.</param>
/// <param name="Label">What stands before it; null for the name of the property.</param>
/// <param name="FormatString">.NET format of the value, or null.</param>
internal sealed record ViewItem(string Property, string? Label, string? FormatString);
