namespace System.Management.Automation.Internal;

/// <summary>The value of an expression that gave no output: null as a value, nothing as pipeline input.</summary>
public static class AutomationNull
{
    /// <summary>The one instance.</summary>
    public static PSObject Value { get; } = new();
}
