using System.Collections.ObjectModel;

namespace System.Management.Automation;

/// <summary>Another name of a command.</summary>
/// <param name="name">The name.</param>
/// <param name="command">The command it stands for.</param>
public class AliasInfo(string name, CommandInfo command) : CommandInfo(name, CommandTypes.Alias)
{
    /// <summary>The command it stands for.</summary>
    public CommandInfo ReferencedCommand { get; } = command;

    /// <summary>The command it stands for.</summary>
    public CommandInfo ResolvedCommand => ReferencedCommand;

    /// <inheritdoc/>
    public override string Definition => ReferencedCommand.Name;

    /// <inheritdoc/>
    public override ReadOnlyCollection<PSTypeName> OutputType => ReferencedCommand.OutputType;
}
