namespace System.Management.Automation;

/// <summary>Names the class that completes a parameter's argument; molshell does not complete.</summary>
/// <param name="type">A class that implements <see cref="IArgumentCompleter"/>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class ArgumentCompleterAttribute(Type type) : Attribute
{
    /// <summary>The class.</summary>
    public Type Type { get; } = type;
}
