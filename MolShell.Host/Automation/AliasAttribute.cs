using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>Further names of a parameter or a cmdlet.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class AliasAttribute : ParsingBaseAttribute
{
    /// <summary>Gives the names.</summary>
    /// <param name="aliasNames">The further names.</param>
    public AliasAttribute(params string[] aliasNames) => AliasNames = aliasNames;

    /// <summary>The names.</summary>
    public IList<string> AliasNames { get; }
}
