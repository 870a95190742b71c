namespace System.Management.Automation;

/// <summary>How a wildcard pattern compares.</summary>
[Flags]
public enum WildcardOptions
{
    /// <summary>With case.</summary>
    None = 0,

    /// <summary>Compiled: no effect here.</summary>
    Compiled = 1,

    /// <summary>Without case.</summary>
    IgnoreCase = 2,

    /// <summary>By the invariant culture, as here always.</summary>
    CultureInvariant = 4,
}
