using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>Says what a cmdlet writes.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true)]
public sealed class OutputTypeAttribute : CmdletMetadataAttribute
{
    /// <summary>By types.</summary>
    /// <param name="type">Types written.</param>
    public OutputTypeAttribute(params Type[] type) => Type = Array.ConvertAll(type, t => new PSTypeName(t));

    /// <summary>By names.</summary>
    /// <param name="type">Names of the types written.</param>
    public OutputTypeAttribute(params string[] type) => Type = Array.ConvertAll(type, t => new PSTypeName(t));

    /// <summary>The types.</summary>
    public PSTypeName[] Type { get; }

    /// <summary>Sets for which this holds.</summary>
    public string[] ParameterSetName { get; set; } = [ParameterAttribute.AllParameterSets];

    /// <summary>Provider cmdlet; not used by molshell.</summary>
    public string? ProviderCmdlet { get; set; }
}
