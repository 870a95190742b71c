namespace System.Management.Automation;

/// <summary>A member of an object.</summary>
public abstract class PSMemberInfo
{
    /// <summary>Name.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Kind.</summary>
    public abstract PSMemberTypes MemberType { get; }

    /// <summary>Value.</summary>
    public abstract object? Value { get; set; }

    /// <summary>Name of the value's type.</summary>
    public abstract string TypeNameOfValue { get; }

    /// <summary>Whether it was put on the one object, in place of belonging to its type.</summary>
    public bool IsInstance => MemberType is PSMemberTypes.NoteProperty or PSMemberTypes.AliasProperty;

    /// <summary>A member of its own with the same value.</summary>
    /// <returns>The copy.</returns>
    public abstract PSMemberInfo Copy();

    /// <summary>Names the member.</summary>
    /// <param name="name">The name.</param>
    protected void SetMemberName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }
}
