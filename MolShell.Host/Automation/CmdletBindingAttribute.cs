namespace System.Management.Automation;

/// <summary>Makes a script or function bind its parameters as a cmdlet does.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class CmdletBindingAttribute : CmdletCommonMetadataAttribute
{
    /// <summary>Whether parameters without a position get one by order.</summary>
    public bool PositionalBinding { get; set; } = true;
}
