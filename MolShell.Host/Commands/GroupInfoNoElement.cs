namespace Microsoft.PowerShell.Commands;

/// <summary>The number of objects with the same values of some properties.</summary>
public sealed class GroupInfoNoElement : GroupInfo
{
    internal GroupInfoNoElement(IReadOnlyList<object?> values)
        : base(values)
    {
    }
}
