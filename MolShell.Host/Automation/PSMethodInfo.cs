using System.Collections.ObjectModel;

namespace System.Management.Automation;

/// <summary>A method of an object.</summary>
public abstract class PSMethodInfo : PSMemberInfo
{
    /// <summary>Signatures.</summary>
    public abstract Collection<string> OverloadDefinitions { get; }

    /// <summary>The method itself.</summary>
    public override object? Value
    {
        get => this;
        set => throw new ExtendedTypeSystemException($"Cannot change the value of method \"{Name}\".");
    }

    /// <summary>Calls it.</summary>
    /// <param name="arguments">Arguments.</param>
    /// <returns>Its result.</returns>
    public abstract object? Invoke(params object?[] arguments);
}
