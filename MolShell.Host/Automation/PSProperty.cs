using System.Management.Automation.Hosting;

namespace System.Management.Automation;

/// <summary>A property or field of the .NET type of an object.</summary>
public class PSProperty : PSPropertyInfo
{
    private readonly TypeProperty property;
    private readonly object target;

    internal PSProperty(TypeProperty property, object target)
    {
        this.property = property;
        this.target = target;
        SetMemberName(property.Name);
    }

    /// <inheritdoc/>
    public override PSMemberTypes MemberType => PSMemberTypes.Property;

    /// <inheritdoc/>
    public override bool IsSettable => property.CanWrite;

    /// <inheritdoc/>
    public override bool IsGettable => property.CanRead;

    /// <inheritdoc/>
    public override object? Value
    {
        get => property.GetValue(target);
        set => property.SetValue(target, value);
    }

    /// <inheritdoc/>
    public override string TypeNameOfValue => property.PropertyType.FullName!;

    /// <inheritdoc/>
    public override PSMemberInfo Copy() => new PSProperty(property, target);

    /// <inheritdoc/>
    public override string ToString() => $"{TypeNameOfValue} {Name} {{{(IsGettable ? "get;" : "")}{(IsSettable ? "set;" : "")}}}";
}
