namespace System.Management.Automation;

/// <summary>Base object of an object that has nothing but properties put on it.</summary>
public class PSCustomObject
{
    private PSCustomObject()
    {
    }

    internal static PSCustomObject Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => string.Empty;
}
