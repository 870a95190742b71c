namespace MolShell.Host.Pipeline;

/// <summary>
/// Names the parameters that a core command has in PowerShell and not here: they are refused with a word on that, and their
/// names count when a shortened name is looked up.
/// </summary>
/// <param name="names">The parameters.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PowerShellParametersAttribute(params string[] names) : Attribute
{
    /// <summary>The parameters.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}
