using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>Lets a mandatory parameter be an empty text.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class AllowEmptyStringAttribute : CmdletMetadataAttribute
{
}
