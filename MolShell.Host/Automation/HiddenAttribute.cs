using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>Keeps a member out of lists.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class HiddenAttribute : ParsingBaseAttribute
{
}
