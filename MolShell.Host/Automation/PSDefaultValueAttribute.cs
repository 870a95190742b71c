using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>Default value of a parameter, for help.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PSDefaultValueAttribute : ParsingBaseAttribute
{
    /// <summary>The value.</summary>
    public object? Value { get; set; }

    /// <summary>The value in words.</summary>
    public string? Help { get; set; }
}
