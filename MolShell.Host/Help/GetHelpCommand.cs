using System.Management.Automation;
using MolShell.Host.Help;
using MolShell.Host.Pipeline;

namespace Microsoft.PowerShell.Commands;

/// <summary>Shows help on commands and topics. Unlike PowerShell's it writes texts, not objects to take apart.</summary>
[Cmdlet(VerbsCommon.Get, "Help", DefaultParameterSetName = "AllUsersView")]
[CoreModule(CoreModuleAttribute.Core)]
[OutputType(typeof(string), typeof(HelpTopic))]
[PowerShellParameters("Path", "Category", "Component", "Functionality", "Role", "Online", "ShowWindow")]
public sealed class GetHelpCommand : PSCmdlet, ISessionCommand
{
    private const int MostSuggestions = 5;
    private const string Overview = "about_MolShell_Host";

    private Session session = null!;

    /// <summary>A command, an alias or a topic; wildcards give a list.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string? Name { get; set; }

    /// <summary>With parameters and examples.</summary>
    [Parameter(ParameterSetName = "DetailedView", Mandatory = true)]
    public SwitchParameter Detailed { get; set; }

    /// <summary>All there is.</summary>
    [Parameter(ParameterSetName = "AllUsersView")]
    public SwitchParameter Full { get; set; }

    /// <summary>The examples.</summary>
    [Parameter(ParameterSetName = "Examples", Mandatory = true)]
    public SwitchParameter Examples { get; set; }

    /// <summary>Names of parameters, wildcards allowed.</summary>
    [Parameter(ParameterSetName = "Parameters", Mandatory = true)]
    public string[]? Parameter { get; set; }

    /// <inheritdoc/>
    Session ISessionCommand.Session
    {
        set => session = value;
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        HelpLibrary library = new(session.Catalog);
        string name = string.IsNullOrEmpty(Name) ? Overview : Name;
        if (WildcardPattern.ContainsWildcardCharacters(name))
        {
            WriteMatches(library, new WildcardPattern(name, WildcardOptions.IgnoreCase));
        }
        else if (FindCommand(library, name) is { } command)
        {
            Write(command);
        }
        else if (library.FindTopic(name) is { } topic)
        {
            WriteObject(topic);
        }
        else
        {
            WriteMissing(library, name);
        }
    }

    private CommandHelp? FindCommand(HelpLibrary library, string name) =>
        session.Catalog.TryFind(name, out CommandDescriptor? command) ? library.FindCommand(command.Name) : null;

    /// <summary>Several matches are a list; one alone is shown.</summary>
    private void WriteMatches(HelpLibrary library, WildcardPattern pattern)
    {
        HelpTopic[] found = [.. library.All.Where(t => pattern.IsMatch(t.Name))];
        if (found.Length == 1)
        {
            if (library.FindCommand(found[0].Name) is { } command)
            {
                Write(command);
            }
            else
            {
                WriteObject(library.FindTopic(found[0].Name));
            }

            return;
        }

        WriteObject(found, enumerateCollection: true);
    }

    private void Write(CommandHelp command)
    {
        int width = session.Streams.Width;
        if (Parameter is not null)
        {
            WriteParameters(command, width);
            return;
        }

        HelpDetail detail = Full ? HelpDetail.Full : Detailed ? HelpDetail.Detailed : Examples ? HelpDetail.Examples : HelpDetail.Brief;
        WriteObject("\n" + HelpView.Command(command, detail, width));
    }

    private void WriteParameters(CommandHelp command, int width)
    {
        foreach (string name in Parameter!)
        {
            WildcardPattern pattern = new(name.TrimStart('-'), WildcardOptions.IgnoreCase);
            ParameterHelp[] found = [.. command.Parameters.Where(p => pattern.IsMatch(p.Name))];
            if (found.Length == 0)
            {
                string others = string.Join(", ", command.Parameters.Select(p => p.Name));
                WriteError(new ErrorRecord(
                    new PSArgumentException($"{command.Name} has no parameter that matches '{name}'. It has: {others}."),
                    "NoParmsFound",
                    ErrorCategory.ObjectNotFound,
                    name));
            }

            foreach (ParameterHelp parameter in found)
            {
                WriteObject(HelpView.Parameter(parameter, width));
            }
        }
    }

    private void WriteMissing(HelpLibrary library, string name)
    {
        string[] similar =
        [
            .. library.All.Select(t => t.Name)
                .Where(n => n.Contains(name, StringComparison.OrdinalIgnoreCase) || SharesPart(n, name))
                .Take(MostSuggestions),
        ];
        string hint = similar.Length > 0 ? $" Did you mean {string.Join(", ", similar)}?" : " Get-Help * lists all topics.";
        WriteError(new ErrorRecord(
            new PSArgumentException($"Get-Help could not find '{name}' in molshell's help.{hint}"),
            "HelpNotFound",
            ErrorCategory.ResourceUnavailable,
            name));
    }

    /// <summary>The noun of the name begins as the wanted one does.</summary>
    private static bool SharesPart(string name, string wanted)
    {
        const int least = 4;
        string noun = wanted[(wanted.IndexOf('-', StringComparison.Ordinal) + 1)..];
        string start = noun[..Math.Min(noun.Length, Math.Max(least, noun.Length - 2))];
        int dash = name.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && start.Length >= least && name[(dash + 1)..].StartsWith(start, StringComparison.OrdinalIgnoreCase);
    }
}
