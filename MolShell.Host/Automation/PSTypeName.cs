namespace System.Management.Automation;

/// <summary>A type known by name, and by reflection where it is loaded.</summary>
public class PSTypeName
{
    /// <summary>From a loaded type.</summary>
    /// <param name="type">The type.</param>
    public PSTypeName(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        Type = type;
        Name = type.FullName ?? type.Name;
    }

    /// <summary>From a name.</summary>
    /// <param name="name">The type's full name.</param>
    public PSTypeName(string name) => Name = name;

    /// <summary>Full name.</summary>
    public string Name { get; }

    /// <summary>The type, where it is known.</summary>
    public Type? Type { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
