using MolShell.Host.Formatting.Packets;
using MolShell.Host.Formatting.Views;

namespace MolShell.Host.Formatting.Generators;

/// <summary>A list: of a view, of the properties asked for, or of all properties of each object.</summary>
internal sealed class ListGenerator(ListView? view, FormatOptions options, ValueText text) : ViewGenerator(view, options.GroupBy, text)
{
    public override FormatShape Shape { get; } = new ListShape();

    public override FormatPacket Entry(object value) => Entry(value, outOfBand: false);

    public ListPacket Entry(object value, bool outOfBand) => new(view is null ? OfProperties(value) : OfView(value, view), outOfBand);

    private ListField[] OfProperties(object value)
    {
        IEnumerable<ShownProperty> shown = options.Properties.Count > 0
            ? options.Properties.SelectMany(p => p.Resolve(value))
            : PropertyReader.Names(value).Select(n => new ShownProperty { Name = n });
        return [.. shown.Select(p => new ListField(p.Header, TextOf(value, p)))];
    }

    private ListField[] OfView(object value, ListView list) =>
        [.. list.Items.Select(i => new ListField(
            i.Label ?? NameOf(value, i.Property), TextOf(value, new ShownProperty { Name = i.Property, FormatString = i.FormatString })))];

    private string TextOf(object value, ShownProperty property) =>
        property.TryGet(value, out object? result) ? ValueText.Of(result, property.FormatString, inTable: false) : "";

    private static string NameOf(object value, string property) =>
        PropertyReader.Names(value).FirstOrDefault(n => n.Equals(property, StringComparison.OrdinalIgnoreCase)) ?? property;
}
