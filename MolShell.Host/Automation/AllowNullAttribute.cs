using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>Lets a mandatory parameter be null.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class AllowNullAttribute : CmdletMetadataAttribute
{
}
