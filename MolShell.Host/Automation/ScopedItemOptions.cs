namespace System.Management.Automation;

/// <summary>Options of a variable or an alias.</summary>
[Flags]
public enum ScopedItemOptions
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Not to be changed without force.</summary>
    ReadOnly = 1,

    /// <summary>Never to be changed.</summary>
    Constant = 2,

    /// <summary>Seen in its own scope only.</summary>
    Private = 4,

    /// <summary>Copied to each new scope.</summary>
    AllScope = 8,

    /// <summary>Not said.</summary>
    Unspecified = 16,
}
