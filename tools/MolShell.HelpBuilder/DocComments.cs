using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MolShell.HelpBuilder;

/// <summary>The doc comments that the compiler wrote beside an assembly.</summary>
public sealed partial class DocComments
{
    private readonly Dictionary<string, XElement> members;
    private readonly Func<string, string?> cmdletName;

    /// <param name="document">The compiler's XML file.</param>
    /// <param name="cmdletName">The cmdlet's name for the full name of its class; null for other types.</param>
    public DocComments(XDocument document, Func<string, string?> cmdletName)
    {
        this.cmdletName = cmdletName;
        members = document.Descendants("member").ToDictionary(m => (string)m.Attribute("name")!, StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Summary(Type type) => Paragraphs(Member($"T:{type.FullName}")?.Element("summary"));

    public IReadOnlyList<string> Remarks(Type type) => Paragraphs(Member($"T:{type.FullName}")?.Element("remarks"));

    public IReadOnlyList<string> Summary(PropertyInfo property) =>
        Paragraphs(Member($"P:{property.DeclaringType!.FullName}.{property.Name}")?.Element("summary"));

    /// <summary>The examples of a cmdlet: code and what it does.</summary>
    public IReadOnlyList<(string Code, IReadOnlyList<string> Text)> Examples(Type type) =>
        [.. Member($"T:{type.FullName}")?.Elements("example").Select(Example) ?? []];

    /// <summary>Names of the cmdlets and topics that a cmdlet's doc comment points to.</summary>
    public IReadOnlyList<string> Related(Type type) =>
        [.. Member($"T:{type.FullName}")?.Elements("seealso").Select(Reference) ?? []];

    private XElement? Member(string id) => members.GetValueOrDefault(id);

    private (string Code, IReadOnlyList<string> Text) Example(XElement example)
    {
        XElement code = example.Element("code") ?? throw new InvalidDataException($"An example has no code: {example}");
        XElement text = new("text", example.Nodes().Where(n => n != code));
        return (Dedent(code.Value), Paragraphs(text));
    }

    private static string Dedent(string code)
    {
        string[] lines = code.ReplaceLineEndings("\n").Split('\n');
        lines = [.. lines.SkipWhile(string.IsNullOrWhiteSpace).Reverse().SkipWhile(string.IsNullOrWhiteSpace).Reverse()];
        int indent = lines.Where(l => l.Trim().Length > 0).Select(l => l.Length - l.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join("\n", lines.Select(l => l.Length >= indent ? l[indent..].TrimEnd() : string.Empty));
    }

    private List<string> Paragraphs(XElement? element)
    {
        List<string> paragraphs = [];
        string line = string.Empty;
        foreach (XNode node in element?.Nodes() ?? [])
        {
            if (node is XElement { Name.LocalName: "para" or "item" } block)
            {
                Flush();
                line = Inline(block);
                Flush();
            }
            else if (node is XElement { Name.LocalName: "list" } list)
            {
                Flush();
                paragraphs.AddRange(list.Elements("item").Select(i => "- " + Squeeze(Inline(i))));
            }
            else
            {
                line += InlineNode(node);
            }
        }

        Flush();
        return paragraphs;

        void Flush()
        {
            string text = Squeeze(line);
            line = string.Empty;
            if (text.Length > 0)
            {
                paragraphs.Add(text);
            }
        }
    }

    private string Inline(XElement element) => string.Concat(element.Nodes().Select(InlineNode));

    private string InlineNode(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "seealso" or "paramref" } reference => Reference(reference),
        XElement element => Inline(element),
        _ => string.Empty,
    };

    private string Reference(XElement element)
    {
        string? target = (string?)element.Attribute("cref") ?? (string?)element.Attribute("name")
            ?? (string?)element.Attribute("langword") ?? (string?)element.Attribute("href");
        if (element.Value.Length > 0)
        {
            return element.Value;
        }

        string name = target?[(target.IndexOf(':', StringComparison.Ordinal) + 1)..]
            ?? throw new InvalidDataException($"A reference names nothing: {element}");
        return cmdletName(name) ?? name[(name.LastIndexOf('.') + 1)..];
    }

    private static string Squeeze(string text) => Whitespace().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
