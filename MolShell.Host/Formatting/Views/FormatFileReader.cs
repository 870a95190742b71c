using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace MolShell.Host.Formatting.Views;

/// <summary>
/// Reads the views of a .format.ps1xml file. Only properties and format strings are taken: what a view needs is a property of the
/// object.
/// </summary>
internal sealed class FormatFileReader
{
    private readonly string file;

    private FormatFileReader(string file) => this.file = file;

    /// <exception cref="InvalidDataException">The file is no format file, or uses what molshell does not.</exception>
    public static IReadOnlyList<FormatView> Read(string file, Stream content)
    {
        FormatFileReader reader = new(file);
        try
        {
            XElement root = XDocument.Load(content, LoadOptions.SetLineInfo).Root!;
            return [.. root.Elements("ViewDefinitions").Elements("View").Select(reader.ReadView)];
        }
        catch (XmlException e)
        {
            throw new InvalidDataException($"{file}: {e.Message}", e);
        }
    }

    private FormatView ReadView(XElement view)
    {
        Allow(view, "Name", "ViewSelectedBy", "GroupBy", "TableControl", "ListControl", "TextControl");
        string name = Text(view, "Name");
        string[] types = [.. Child(view, "ViewSelectedBy").Elements("TypeName").Select(t => t.Value.Trim())];
        ViewGroup? group = view.Element("GroupBy") is { } by ? ReadGroup(by) : null;
        if (view.Element("TableControl") is { } table)
        {
            return ReadTable(table, name, types, group);
        }

        if (view.Element("ListControl") is { } list)
        {
            XElement entry = Single(Child(list, "ListEntries"), "ListEntry");
            Allow(entry, "ListItems");
            return new ListView(name, types, group, [.. Child(entry, "ListItems").Elements("ListItem").Select(ReadItem)]);
        }

        return new TextView(name, types, Text(Child(view, "TextControl"), "PropertyName"));
    }

    private ViewGroup ReadGroup(XElement group)
    {
        Allow(group, "PropertyName", "Label");
        return new ViewGroup(Text(group, "PropertyName"), group.Element("Label")?.Value);
    }

    private TableView ReadTable(XElement table, string name, IReadOnlyList<string> types, ViewGroup? group)
    {
        Allow(table, "AutoSize", "HideTableHeaders", "TableHeaders", "TableRowEntries");
        XElement row = Single(Child(table, "TableRowEntries"), "TableRowEntry");
        Allow(row, "Wrap", "TableColumnItems");
        XElement[] items = [.. Child(row, "TableColumnItems").Elements("TableColumnItem")];
        XElement[] headers = [.. table.Elements("TableHeaders").Elements("TableColumnHeader")];
        if (headers.Length != 0 && headers.Length != items.Length)
        {
            throw Bad(table, $"has {headers.Length} headers for {items.Length} columns");
        }

        ViewColumn[] columns = [.. items.Select((item, i) => ReadColumn(item, headers.Length == 0 ? null : headers[i]))];
        bool Has(XElement parent, string child) => parent.Element(child) is not null;
        return new TableView(name, types, group, columns, Has(table, "AutoSize"), Has(table, "HideTableHeaders"), Has(row, "Wrap"));
    }

    private ViewColumn ReadColumn(XElement item, XElement? header)
    {
        Allow(item, "PropertyName", "FormatString", "Alignment");
        string? alignment = item.Element("Alignment")?.Value;
        int width = 0;
        if (header is not null)
        {
            Allow(header, "Label", "Width", "Alignment");
            alignment ??= header.Element("Alignment")?.Value;
            if (header.Element("Width") is { } given
                && (!int.TryParse(given.Value, NumberStyles.None, CultureInfo.InvariantCulture, out width) || width == 0))
            {
                throw Bad(given, $"'{given.Value}' is not a width: a positive whole number is expected");
            }
        }

        string? label = header?.Element("Label")?.Value;
        string? format = item.Element("FormatString")?.Value;
        return new ViewColumn(Text(item, "PropertyName"), label, width, ReadAlignment(item, alignment), format);
    }

    private Alignment ReadAlignment(XElement item, string? text) => text?.Trim().ToUpperInvariant() switch
    {
        null or "LEFT" => Alignment.Left,
        "CENTER" => Alignment.Center,
        "RIGHT" => Alignment.Right,
        _ => throw Bad(item, $"'{text}' is not an alignment: Left, Center or Right is expected"),
    };

    private ViewItem ReadItem(XElement item)
    {
        Allow(item, "PropertyName", "Label", "FormatString");
        return new ViewItem(Text(item, "PropertyName"), item.Element("Label")?.Value, item.Element("FormatString")?.Value);
    }

    private XElement Child(XElement parent, string name) => parent.Element(name) ?? throw Bad(parent, $"lacks <{name}>");

    private XElement Single(XElement parent, string name)
    {
        XElement[] found = [.. parent.Elements(name)];
        return found.Length == 1 ? found[0] : throw Bad(parent, $"has {found.Length} <{name}>; molshell takes one");
    }

    private string Text(XElement parent, string name) => Child(parent, name).Value.Trim();

    private void Allow(XElement element, params string[] names)
    {
        if (element.Elements().FirstOrDefault(e => !names.Contains(e.Name.LocalName)) is { } other)
        {
            throw Bad(other, $"is not read by molshell in <{element.Name.LocalName}>");
        }
    }

    private InvalidDataException Bad(XElement element, string what) =>
        new(string.Create(CultureInfo.InvariantCulture,
            $"{file}:{((IXmlLineInfo)element).LineNumber}: <{element.Name.LocalName}> {what}."));
}
