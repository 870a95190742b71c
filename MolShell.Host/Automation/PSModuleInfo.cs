namespace System.Management.Automation;

/// <summary>A module; only a name here, for signatures.</summary>
public sealed class PSModuleInfo
{
    internal PSModuleInfo(string name) => Name = name;

    /// <summary>Name.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
