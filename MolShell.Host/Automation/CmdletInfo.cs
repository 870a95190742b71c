using System.Collections.ObjectModel;

namespace System.Management.Automation;

/// <summary>A cmdlet.</summary>
public class CmdletInfo : CommandInfo
{
    /// <summary>For a class.</summary>
    /// <param name="name">Name, verb-noun.</param>
    /// <param name="implementingType">The class.</param>
    public CmdletInfo(string name, Type implementingType)
        : base(name, CommandTypes.Cmdlet)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(implementingType);
        ImplementingType = implementingType;
        int dash = name.IndexOf('-', StringComparison.Ordinal);
        Verb = dash < 0 ? name : name[..dash];
        Noun = dash < 0 ? string.Empty : name[(dash + 1)..];
    }

    /// <summary>The class.</summary>
    public Type ImplementingType { get; }

    /// <summary>Verb.</summary>
    public string Verb { get; }

    /// <summary>Noun.</summary>
    public string Noun { get; }

    /// <summary>The set used when several are possible.</summary>
    public string? DefaultParameterSet =>
        Attribute.GetCustomAttribute(ImplementingType, typeof(CmdletAttribute)) is CmdletAttribute a ? a.DefaultParameterSetName : null;

    /// <summary>Syntax, given by whoever made this.</summary>
    public Func<string>? Syntax { get; init; }

    /// <inheritdoc/>
    public override string Definition => Syntax?.Invoke() ?? Name;

    /// <inheritdoc/>
    public override ReadOnlyCollection<PSTypeName> OutputType =>
        Attribute.GetCustomAttributes(ImplementingType, typeof(OutputTypeAttribute))
            .Cast<OutputTypeAttribute>().SelectMany(a => a.Type).ToList().AsReadOnly();
}
