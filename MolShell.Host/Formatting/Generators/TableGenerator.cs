using System.Management.Automation;
using MolShell.Host.Formatting.Packets;
using MolShell.Host.Formatting.Views;

namespace MolShell.Host.Formatting.Generators;

/// <summary>A table: of a view, of the properties asked for, or of all properties of the first object.</summary>
internal sealed class TableGenerator : ViewGenerator
{
    private const int MostColumns = 10;

    private readonly TableView? view;
    private readonly bool? wrap;
    private readonly IReadOnlyList<ShownProperty> properties;

    public TableGenerator(TableView view, FormatOptions options, ValueText text, object first)
        : base(view, options.GroupBy, text)
    {
        this.view = view;
        wrap = options.Wrap;
        properties = [.. view.Columns.Select(c => new ShownProperty { Name = c.Property, FormatString = c.FormatString })];
        IReadOnlyList<string> names = PropertyReader.Names(first);
        ColumnShape[] columns = [.. view.Columns.Select(c => new ColumnShape(
            c.Label ?? c.Property, c.Width, c.Alignment, c.Label is null || names.Contains(c.Label, StringComparer.OrdinalIgnoreCase)))];
        Shape = new TableShape(columns, options.AutoSize ?? view.AutoSize, options.HideHeaders ?? view.HideHeaders, options.RepeatHeaders);
    }

    public TableGenerator(FormatOptions options, ValueText text, object first)
        : base(null, options.GroupBy, text)
    {
        wrap = options.Wrap;
        properties = options.Properties.Count > 0
            ? [.. options.Properties.SelectMany(p => Expand(p, first))]
            : [.. PropertyReader.Names(first).Take(MostColumns).Select(n => new ShownProperty { Name = n })];
        ColumnShape[] columns =
            [.. properties.Select(p => new ColumnShape(p.Header, p.Width, p.Alignment ?? AlignmentOf(p, first), IsProperty: true))];
        Shape = new TableShape(columns, options.AutoSize ?? false, options.HideHeaders ?? false, options.RepeatHeaders);
    }

    public override FormatShape Shape { get; }

    public override FormatPacket Entry(object value)
    {
        string[] values = [.. properties.Select(p => TextOf(value, p))];
        return new RowPacket(values, wrap ?? view?.Wrap ?? false);
    }

    private string TextOf(object value, ShownProperty property) => property.TryGet(value, out object? result)
        ? ValueText.Of(result, property.FormatString, inTable: view is null && property.FormatString is null)
        : "";

    /// <summary>A name without wildcards keeps its column even where the first object lacks the property.</summary>
    private static ShownProperty[] Expand(ShownProperty property, object first)
    {
        ShownProperty[] found = [.. property.Resolve(first)];
        bool keep = found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(property.Name);
        return keep ? [property] : found;
    }

    private static Alignment AlignmentOf(ShownProperty property, object first) =>
        property.TryGet(first, out object? value) && PSObject.Unwrap(value) is not string && TypeNamesOf.IsScalar(value)
            ? Alignment.Right
            : Alignment.Left;
}
