using System.Management.Automation;
using System.Reflection;
using MolShell.Host.Pipeline;

namespace MolShell.Host.Help;

/// <summary>
/// All help that is built into molshell: of MolShell's commands, of the core commands as far as their parameters tell, and on topics.
/// </summary>
internal sealed class HelpLibrary
{
    private const string Folder = "en-US/";
    private const string TopicEnding = ".help.txt";
    private const string CommandEnding = ".dll-Help.xml";

    private readonly Assembly assembly = typeof(HelpLibrary).Assembly;
    private readonly SortedDictionary<string, CommandHelp> commands = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<string, string> topics = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="catalog">The commands to tell about.</param>
    public HelpLibrary(CommandCatalog catalog)
    {
        Dictionary<string, CommandHelp> written = assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(CommandEnding, StringComparison.Ordinal))
            .SelectMany(ReadCommands)
            .ToDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase);
        foreach (CommandDescriptor command in catalog.Commands)
        {
            commands[command.Name] = written.GetValueOrDefault(command.Name) ?? FromSignature(command);
        }

        foreach (string resource in assembly.GetManifestResourceNames().Where(n => n.EndsWith(TopicEnding, StringComparison.Ordinal)))
        {
            topics[resource[Folder.Length..^TopicEnding.Length]] = resource;
        }
    }

    /// <summary>The commands with help, by name.</summary>
    public IReadOnlyCollection<CommandHelp> Commands => commands.Values;

    /// <summary>The names of the about topics.</summary>
    public IReadOnlyCollection<string> Topics => topics.Keys;

    /// <summary>Everything, as lines of a list.</summary>
    public IEnumerable<HelpTopic> All =>
        [.. commands.Values.Select(Line), .. topics.Keys.Select(t => new HelpTopic(t, "HelpFile", "MolShell", TopicSynopsis(t)))];

    public CommandHelp? FindCommand(string name) => commands.GetValueOrDefault(name);

    /// <summary>The text of an about topic; null when there is none of that name.</summary>
    public string? FindTopic(string name) => topics.TryGetValue(name, out string? resource) ? ReadText(resource) : null;

    private static HelpTopic Line(CommandHelp command) => new(command.Name, "Cmdlet", command.Module, command.Synopsis);

    private static CommandHelp FromSignature(CommandDescriptor command) => new()
    {
        Name = command.Name,
        Module = command.Info.ModuleName,
        Synopsis = $"PowerShell's {command.Name}, with the parameters that molshell knows.",
        Syntax = CommandSyntax.Lines(command),
        Aliases = command.Aliases,
        Parameters = [.. command.Parameters.Where(p => !p.IsCommon).OrderBy(p => p.Name, StringComparer.Ordinal).Select(FromSignature)],
    };

    private static ParameterHelp FromSignature(ParameterDescriptor parameter)
    {
        ParameterSetData data = parameter.Sets[0];
        string[] ways =
        [
            .. data.ValueFromPipeline ? ["ByValue"] : Array.Empty<string>(),
            .. data.ValueFromPipelineByPropertyName ? ["ByPropertyName"] : Array.Empty<string>(),
        ];
        return new ParameterHelp(
            parameter.Name,
            parameter.IsSwitch ? "" : CommandSyntax.TypeName(parameter.Type),
            parameter.HelpMessage is { } message ? [message] : [],
            [
                new("Required?", data.IsMandatory ? "true" : "false"),
                new("Position?", data.IsPositional ? data.Position.ToString(System.Globalization.CultureInfo.InvariantCulture) : "named"),
                new("Accept pipeline input?", ways.Length == 0 ? "false" : $"true ({string.Join(", ", ways)})"),
                new("Aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            ]);
    }

    /// <summary>The line under SHORT DESCRIPTION.</summary>
    private string TopicSynopsis(string topic)
    {
        string[] lines = ReadText(topics[topic]).Split('\n');
        int heading = Array.FindIndex(lines, l => l.Trim() == "SHORT DESCRIPTION");
        return heading >= 0 && heading + 1 < lines.Length ? lines[heading + 1].Trim() : "";
    }

    private IReadOnlyList<CommandHelp> ReadCommands(string resource)
    {
        using Stream content = Open(resource);
        return MamlReader.Read(content, resource[Folder.Length..^CommandEnding.Length]);
    }

    private string ReadText(string resource)
    {
        using StreamReader reader = new(Open(resource));
        return reader.ReadToEnd();
    }

    private Stream Open(string resource) =>
        assembly.GetManifestResourceStream(resource)
        ?? throw new PSInvalidOperationException($"The help file '{resource}' is missing in molshell.");
}
