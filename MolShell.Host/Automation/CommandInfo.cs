using System.Collections.ObjectModel;

namespace System.Management.Automation;

/// <summary>A command.</summary>
public abstract class CommandInfo
{
    internal CommandInfo(string name, CommandTypes type)
    {
        Name = name;
        CommandType = type;
    }

    /// <summary>Name.</summary>
    public string Name { get; }

    /// <summary>Kind.</summary>
    public CommandTypes CommandType { get; }

    /// <summary>The module it comes from.</summary>
    public virtual string Source => ModuleName;

    /// <summary>The module it comes from.</summary>
    public string ModuleName { get; init; } = string.Empty;

    /// <summary>Version of the module.</summary>
    public virtual Version? Version { get; init; }

    /// <summary>What it stands for: the syntax of a cmdlet, the target of an alias.</summary>
    public abstract string Definition { get; }

    /// <summary>What it writes.</summary>
    public abstract ReadOnlyCollection<PSTypeName> OutputType { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
