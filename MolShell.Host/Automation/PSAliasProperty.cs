namespace System.Management.Automation;

/// <summary>Another name of a property of the same object.</summary>
public class PSAliasProperty : PSPropertyInfo
{
    private PSObject? owner;

    /// <summary>Makes the alias.</summary>
    /// <param name="name">Name.</param>
    /// <param name="referencedMemberName">The property it stands for.</param>
    public PSAliasProperty(string name, string referencedMemberName)
    {
        ArgumentException.ThrowIfNullOrEmpty(referencedMemberName);
        SetMemberName(name);
        ReferencedMemberName = referencedMemberName;
    }

    /// <summary>The property it stands for.</summary>
    public string ReferencedMemberName { get; }

    /// <inheritdoc/>
    public override PSMemberTypes MemberType => PSMemberTypes.AliasProperty;

    /// <inheritdoc/>
    public override bool IsSettable => Referenced.IsSettable;

    /// <inheritdoc/>
    public override bool IsGettable => Referenced.IsGettable;

    /// <inheritdoc/>
    public override object? Value
    {
        get => Referenced.Value;
        set => Referenced.Value = value;
    }

    /// <inheritdoc/>
    public override string TypeNameOfValue => Referenced.TypeNameOfValue;

    private PSPropertyInfo Referenced => owner?.Properties[ReferencedMemberName]
        ?? throw new ExtendedTypeSystemException($"The member \"{ReferencedMemberName}\" is not present.");

    /// <inheritdoc/>
    public override PSMemberInfo Copy() => new PSAliasProperty(Name, ReferencedMemberName) { owner = owner };

    /// <inheritdoc/>
    public override string ToString() => $"{Name} = {ReferencedMemberName}";

    internal void Attach(PSObject value) => owner = value;
}
