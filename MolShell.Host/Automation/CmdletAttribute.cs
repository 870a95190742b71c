namespace System.Management.Automation;

/// <summary>Names a cmdlet.</summary>
/// <param name="verbName">An approved verb.</param>
/// <param name="nounName">A singular noun.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CmdletAttribute(string verbName, string nounName) : CmdletCommonMetadataAttribute
{
    /// <summary>The verb.</summary>
    public string VerbName { get; } = verbName;

    /// <summary>The noun.</summary>
    public string NounName { get; } = nounName;
}
