using System.Management.Automation;
using MolShell.Host.Pipeline;

namespace Microsoft.PowerShell.Commands;

/// <summary>Lists the commands that molshell has.</summary>
[Cmdlet(VerbsCommon.Get, "Command", DefaultParameterSetName = "CmdletSet")]
[CoreModule(CoreModuleAttribute.Core)]
[OutputType(typeof(CmdletInfo), typeof(AliasInfo), typeof(string))]
[PowerShellParameters(
    "FullyQualifiedModule", "TotalCount", "ShowCommandInfo", "ArgumentList", "All", "ListImported", "ParameterName", "ParameterType",
    "UseFuzzyMatching", "FuzzyMinimumDistance", "UseAbbreviationExpansion")]
public sealed class GetCommandCommand : PSCmdlet, ISessionCommand
{
    private CommandCatalog catalog = null!;

    /// <summary>Names, wildcards allowed.</summary>
    [Parameter(Position = 0, ParameterSetName = "AllCommandSet", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>Verbs, wildcards allowed.</summary>
    [Parameter(ParameterSetName = "CmdletSet", ValueFromPipelineByPropertyName = true)]
    public string[]? Verb { get; set; }

    /// <summary>Nouns, wildcards allowed.</summary>
    [Parameter(ParameterSetName = "CmdletSet", ValueFromPipelineByPropertyName = true)]
    public string[]? Noun { get; set; }

    /// <summary>Modules, wildcards allowed.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PSSnapin")]
    public string[]? Module { get; set; }

    /// <summary>Kinds of commands.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "AllCommandSet")]
    [Alias("Type")]
    public CommandTypes CommandType { get; set; } = CommandTypes.All;

    /// <summary>Gives the syntax in place of the commands.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SwitchParameter Syntax { get; set; }

    /// <inheritdoc/>
    Session ISessionCommand.Session
    {
        set => catalog = value.Catalog;
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Name is null)
        {
            Write(Cmdlets().Where(c => Matches(c.Verb, Verb) && Matches(c.Noun, Noun)));
            return;
        }

        foreach (string name in Name)
        {
            WildcardPattern pattern = new(name, WildcardOptions.IgnoreCase);
            CommandInfo[] found = [.. Candidates().Where(c => pattern.IsMatch(c.Name))];
            if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                CommandNotFoundException missing = MissingCommand.For(name, catalog);
                WriteError(new ErrorRecord(missing.ErrorRecord, missing));
            }

            Write(found);
        }
    }

    private static bool Matches(string value, string[]? patterns) =>
        patterns is null || Array.Exists(patterns, p => new WildcardPattern(p, WildcardOptions.IgnoreCase).IsMatch(value));

    private IEnumerable<CmdletInfo> Cmdlets() => catalog.Commands.Select(c => c.Info);

    private IEnumerable<CommandInfo> Candidates()
    {
        if (CommandType.HasFlag(CommandTypes.Alias))
        {
            foreach ((string alias, CommandDescriptor command) in catalog.Aliases)
            {
                yield return new AliasInfo(alias, command.Info);
            }
        }

        if (CommandType.HasFlag(CommandTypes.Cmdlet))
        {
            foreach (CmdletInfo cmdlet in Cmdlets())
            {
                yield return cmdlet;
            }
        }
    }

    private void Write(IEnumerable<CommandInfo> commands)
    {
        foreach (CommandInfo command in commands.Where(c => Matches(c.ModuleName, Module)))
        {
            if (Syntax)
            {
                WriteObject("\n" + command.Definition + "\n");
            }
            else
            {
                WriteObject(command);
            }
        }
    }
}
