namespace MolShell.Host.Pipeline;

/// <summary>Names the module of PowerShell that has a core command.</summary>
/// <param name="module">The module.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CoreModuleAttribute(string module) : Attribute
{
    /// <summary>Module of the engine itself.</summary>
    public const string Core = "Microsoft.PowerShell.Core";

    /// <summary>Module of the utilities.</summary>
    public const string Utility = "Microsoft.PowerShell.Utility";

    /// <summary>Module of the management commands.</summary>
    public const string Management = "Microsoft.PowerShell.Management";

    /// <summary>Version of these modules in PowerShell 7.6.</summary>
    public static Version Version { get; } = new(7, 0, 0, 0);

    /// <summary>The module.</summary>
    public string Module { get; } = module;
}
