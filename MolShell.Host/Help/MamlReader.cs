using System.Xml.Linq;

namespace MolShell.Host.Help;

/// <summary>Reads the help of commands from MAML, PowerShell's format of help files.</summary>
internal static class MamlReader
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>Reads all commands of a file.</summary>
    /// <param name="content">The file.</param>
    /// <param name="module">The module the commands belong to.</param>
    public static IReadOnlyList<CommandHelp> Read(Stream content, string module) =>
        [.. XDocument.Load(content, LoadOptions.PreserveWhitespace).Descendants(Command + "command").Select(c => Read(c, module))];

    private static CommandHelp Read(XElement command, string module)
    {
        XElement? details = command.Element(Command + "details");
        return new CommandHelp
        {
            Name = Text(details?.Element(Command + "name")),
            Module = module,
            Synopsis = string.Join(' ', Paragraphs(details?.Element(Maml + "description"))),
            Description = Paragraphs(command.Element(Maml + "description")),
            Syntax = [.. Children(command, Command + "syntax", Command + "syntaxItem").Select(Syntax)],
            Parameters = [.. Children(command, Command + "parameters", Command + "parameter").Select(Parameter)],
            Inputs = [.. Children(command, Command + "inputTypes", Command + "inputType").Select(Type)],
            Outputs = [.. Children(command, Command + "returnValues", Command + "returnValue").Select(Type)],
            Notes = [.. Children(command, Maml + "alertSet", Maml + "alert").SelectMany(Paragraphs)],
            Examples = [.. Children(command, Command + "examples", Command + "example").Select(Example)],
            Links = [.. command.Descendants(Maml + "linkText").Select(Text)],
        };
    }

    private static string Syntax(XElement item)
    {
        IEnumerable<string> parameters = item.Elements(Command + "parameter").Select(p =>
        {
            string name = "-" + Text(p.Element(Maml + "name"));
            string type = TypeName(p);
            bool isPositional = !IsNamed(p);
            string text = type.Length == 0 ? name : $"{(isPositional ? $"[{name}]" : name)} <{type}>";
            return Attribute(p, "required") == "true" ? text : $"[{text}]";
        });
        return string.Join(' ', [Text(item.Element(Maml + "name")), .. parameters, "[<CommonParameters>]"]);
    }

    private static ParameterHelp Parameter(XElement parameter)
    {
        string pipeline = Attribute(parameter, "pipelineInput");
        string aliases = Attribute(parameter, "aliases");
        return new ParameterHelp(
            Text(parameter.Element(Maml + "name")),
            TypeName(parameter),
            Paragraphs(parameter.Element(Maml + "description")),
            [
                new("Required?", Attribute(parameter, "required")),
                new("Position?", Attribute(parameter, "position")),
                new("Default value", Text(parameter.Element(Dev + "defaultValue"))),
                new("Accept pipeline input?", pipeline),
                new("Aliases", aliases.Length == 0 ? "none" : aliases),
                new("Accept wildcard characters?", Attribute(parameter, "globbing")),
            ]);
    }

    private static TypeHelp Type(XElement type) =>
        new(Text(type.Element(Dev + "type")?.Element(Maml + "name")), Paragraphs(type.Element(Maml + "description")));

    private static ExampleHelp Example(XElement example) => new(
        Text(example.Element(Maml + "title")),
        Text(example.Element(Dev + "code")),
        Paragraphs(example.Element(Dev + "remarks")));

    private static string TypeName(XElement parameter) => Text(parameter.Element(Command + "parameterValue"));

    private static bool IsNamed(XElement parameter) => Attribute(parameter, "position").Equals("named", StringComparison.OrdinalIgnoreCase);

    private static string[] Paragraphs(XElement? parent) =>
        parent is null ? [] : [.. parent.Elements(Maml + "para").Select(Text).Where(t => t.Length > 0)];

    private static IEnumerable<XElement> Children(XElement command, XName list, XName item) =>
        command.Elements(list).SelectMany(l => l.Elements(item));

    private static string Attribute(XElement element, string name) => element.Attribute(name)?.Value ?? "";

    private static string Text(XElement? element) => element?.Value.Trim() ?? "";
}
