namespace System.Management.Automation;

/// <summary>Why ShouldProcess said no.</summary>
[Flags]
public enum ShouldProcessReason
{
    /// <summary>No special reason.</summary>
    None = 0,

    /// <summary>-WhatIf was given.</summary>
    WhatIf = 1,
}
