namespace System.Management.Automation;

/// <summary>Asks that an argument carries a type name.</summary>
/// <param name="psTypeName">The name.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class PSTypeNameAttribute(string psTypeName) : Attribute
{
    /// <summary>The name asked for.</summary>
    public string PSTypeName { get; } = psTypeName;
}
