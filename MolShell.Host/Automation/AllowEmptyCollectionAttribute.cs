using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>Lets a mandatory parameter be an empty collection.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class AllowEmptyCollectionAttribute : CmdletMetadataAttribute
{
}
