using System.Globalization;
using System.Text;
using System.Xml;

namespace MolShell.Compute.Plots.Svg;

/// <summary>Writes SVG elements; text is escaped and characters that XML cannot hold are dropped.</summary>
internal sealed class SvgDocument : IDisposable
{
    private const string Fonts = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";
    private readonly StringBuilder text = new();
    private readonly XmlWriter writer;

    /// <summary>Begins a picture that stands alone, on white, with a title and a description for readers who cannot see it.</summary>
    public SvgDocument(int width, int height, string title, string description)
    {
        XmlWriterSettings settings = new() { OmitXmlDeclaration = true, Indent = true, IndentChars = " ", NewLineChars = "\n" };
        writer = XmlWriter.Create(text, settings);
        writer.WriteStartElement("svg", "http://www.w3.org/2000/svg");
        Attributes([
            ("width", width), ("height", height), ("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}")),
            ("role", "img"), ("font-family", Fonts), ("fill", "#222")]);
        TextElement("title", title.Length == 0 ? "Plot" : title);
        TextElement("desc", description);
        Element("rect", ("width", width), ("height", height), ("fill", "#fff"));
    }

    public void Begin(string name, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        writer.WriteStartElement(name);
        Attributes(attributes);
    }

    public void End() => writer.WriteEndElement();

    public void Element(string name, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        Begin(name, attributes);
        End();
    }

    /// <summary>A line of text.</summary>
    /// <param name="x">Anchor along the line [px].</param>
    /// <param name="y">Base line [px].</param>
    /// <param name="content">What it says.</param>
    /// <param name="attributes">Anchor, size, rotation and so on.</param>
    public void Text(double x, double y, string content, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        Begin("text", ("x", x), ("y", y));
        Attributes(attributes);
        writer.WriteString(Clean(content));
        End();
    }

    /// <summary>A line of text that reads upward, centred at (x, y) [px].</summary>
    public void UprightText(double x, double y, string content, double size) =>
        Text(x, y, content, ("font-size", size), ("text-anchor", "middle"), ("transform", $"rotate(-90 {Number(x)} {Number(y)})"));

    /// <summary>Ends the picture and gives it as text.</summary>
    public string Finish()
    {
        writer.WriteEndElement();
        writer.Flush();
        return text.Append('\n').ToString();
    }

    public void Dispose() => writer.Dispose();

    /// <summary>A coordinate to 1/100 pixel.</summary>
    public static string Number(double value) =>
        Math.Round(value, 2) is var rounded && rounded == 0 ? "0" : rounded.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The text without control characters, which XML 1.0 cannot hold, and without halves of surrogate pairs.</summary>
    public static string Clean(string content)
    {
        StringBuilder clean = new(content.Length);
        foreach (Rune rune in content.EnumerateRunes())
        {
            clean.Append(Rune.IsControl(rune) || rune.Value is 0xfffe or 0xffff ? " " : rune.ToString());
        }

        return clean.ToString();
    }

    private void TextElement(string name, string content)
    {
        writer.WriteStartElement(name);
        writer.WriteString(Clean(content));
        writer.WriteEndElement();
    }

    private void Attributes(ReadOnlySpan<(string Name, object Value)> attributes)
    {
        foreach ((string name, object value) in attributes)
        {
            writer.WriteAttributeString(name, value switch
            {
                double number => Number(number),
                IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
                _ => Clean(value.ToString() ?? ""),
            });
        }
    }
}
