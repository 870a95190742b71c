using System.Reflection;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace MolShell.HelpBuilder;

/// <summary>Writes the MAML help of a module's cmdlets, the same text for the same code.</summary>
public sealed class HelpDocument
{
    private static readonly XNamespace Msh = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    private readonly DocComments comments;

    private HelpDocument(DocComments comments) => this.comments = comments;

    /// <summary>The help of all cmdlets of an assembly whose doc comments lie beside it.</summary>
    public static string Build(Assembly assembly)
    {
        IReadOnlyList<CmdletEntry> cmdlets = CmdletEntry.All(assembly);
        HelpDocument document = new(Comments(assembly, cmdlets));
        return Serialize(new XDocument(new XElement(
            Msh + "helpItems",
            new XAttribute("schema", "maml"),
            cmdlets.Select(document.Cmdlet))));
    }

    /// <summary>The doc comments of an assembly, with classes of cmdlets named as the cmdlets.</summary>
    public static DocComments Comments(Assembly assembly, IReadOnlyList<CmdletEntry> cmdlets)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        Dictionary<string, string> names = cmdlets.ToDictionary(c => c.Type.FullName!, c => c.Name, StringComparer.Ordinal);
        return new DocComments(XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")), names.GetValueOrDefault);
    }

    private XElement Cmdlet(CmdletEntry cmdlet) => new(
        Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Maml),
        new XAttribute(XNamespace.Xmlns + "command", Command),
        new XAttribute(XNamespace.Xmlns + "dev", Dev),
        new XElement(
            Command + "details",
            new XElement(Command + "name", cmdlet.Name),
            new XElement(Command + "verb", cmdlet.Attribute.VerbName),
            new XElement(Command + "noun", cmdlet.Attribute.NounName),
            Description(comments.Summary(cmdlet.Type))),
        Description(comments.Remarks(cmdlet.Type) is { Count: > 0 } remarks ? remarks : comments.Summary(cmdlet.Type)),
        new XElement(Command + "syntax", cmdlet.Sets.Select(set => SyntaxItem(cmdlet, set))),
        new XElement(
            Command + "parameters",
            cmdlet.AllParameters().Select(p => Parameter(p, full: true)),
            Common(cmdlet, full: true)),
        new XElement(Command + "inputTypes", Inputs(cmdlet).Select(i => TypeElement("inputType", i.Type, i.Text))),
        new XElement(Command + "returnValues", cmdlet.Outputs.Select(t => TypeElement("returnValue", t, []))),
        new XElement(Command + "examples", comments.Examples(cmdlet.Type).Select(Example)),
        new XElement(
            Command + "relatedLinks",
            comments.Related(cmdlet.Type).Select(name => new XElement(
                Maml + "navigationLink",
                new XElement(Maml + "linkText", name),
                new XElement(Maml + "uri")))));

    private XElement SyntaxItem(CmdletEntry cmdlet, string set) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", cmdlet.Name),
        cmdlet.Parameters(set).Select(p => Parameter(p, full: false)),
        Common(cmdlet, full: false));

    private XElement Parameter(ParameterEntry parameter, bool full) => Parameter(
        parameter.Name,
        parameter.Attribute.Mandatory,
        parameter.AcceptsWildcards,
        parameter.PipelineInput,
        parameter.Position,
        parameter.Aliases,
        comments.Summary(parameter.Property),
        parameter.IsSwitch && !full ? null : TypeName(parameter.Type),
        parameter.Choices,
        parameter.Attribute.Mandatory ? "None" : parameter.Default ?? "None");

    private static IEnumerable<XElement> Common(CmdletEntry cmdlet, bool full)
    {
        if (!cmdlet.SupportsShouldProcess)
        {
            return [];
        }

        return
        [
            Switch("Confirm", "cf", "Asks before the command does anything that writes."),
            Switch("WhatIf", "wi", "Says what the command would write, and writes nothing."),
        ];

        XElement Switch(string name, string alias, string text) => Parameter(
            name, false, false, "False", "named", alias, [text], full ? "SwitchParameter" : null, [], "False");
    }

    private static XElement Parameter(
        string name,
        bool required,
        bool globbing,
        string pipelineInput,
        string position,
        string aliases,
        IReadOnlyList<string> text,
        string? type,
        IReadOnlyList<string> choices,
        string @default) => new(
        Command + "parameter",
        new XAttribute("required", required ? "true" : "false"),
        new XAttribute("variableLength", type?.EndsWith("[]", StringComparison.Ordinal) == true ? "true" : "false"),
        new XAttribute("globbing", globbing ? "true" : "false"),
        new XAttribute("pipelineInput", pipelineInput),
        new XAttribute("position", position),
        new XAttribute("aliases", aliases),
        new XElement(Maml + "name", name),
        Description(text),
        choices.Count == 0 ? null : new XElement(
            Command + "parameterValueGroup",
            choices.Select(c => new XElement(
                Command + "parameterValue", new XAttribute("required", "false"), new XAttribute("variableLength", "false"), c))),
        type is null ? null : new XElement(
            Command + "parameterValue", new XAttribute("required", "true"), new XAttribute("variableLength", "false"), type),
        type is null ? null : new XElement(Dev + "type", new XElement(Maml + "name", type), new XElement(Maml + "uri")),
        new XElement(Dev + "defaultValue", @default));

    private IEnumerable<(Type Type, IReadOnlyList<string> Text)> Inputs(CmdletEntry cmdlet) => cmdlet.Sets
        .SelectMany(cmdlet.Parameters)
        .Where(p => p.Attribute.ValueFromPipeline)
        .DistinctBy(p => p.Name)
        .Select(p => (p.Type, comments.Summary(p.Property)));

    private static XElement Example((string Code, IReadOnlyList<string> Text) example, int index) => new(
        Command + "example",
        new XElement(Maml + "title", $"--------- Example {index + 1} ---------"),
        new XElement(Dev + "code", example.Code),
        new XElement(Dev + "remarks", example.Text.Append(string.Empty).Select(t => new XElement(Maml + "para", t))));

    private static XElement TypeElement(string element, Type type, IReadOnlyList<string> text) => new(
        Command + element,
        new XElement(Dev + "type", new XElement(Maml + "name", type.IsArray ? TypeName(type) : type.FullName), new XElement(Maml + "uri")),
        Description(text));

    private static XElement Description(IReadOnlyList<string> paragraphs) =>
        new(Maml + "description", paragraphs.Select(p => new XElement(Maml + "para", p)));

    private static string TypeName(Type type) => type.IsArray ? TypeName(type.GetElementType()!) + "[]" : type.Name;

    private static string Serialize(XDocument document)
    {
        XmlWriterSettings settings = new()
        {
            Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.None,
        };
        using MemoryStream stream = new();
        using (XmlWriter writer = XmlWriter.Create(stream, settings))
        {
            document.Save(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
