namespace System.Management.Automation;

/// <summary>How much a command changes: compared with $ConfirmPreference.</summary>
public enum ConfirmImpact
{
    /// <summary>Never asks.</summary>
    None,

    /// <summary>Little.</summary>
    Low,

    /// <summary>The default.</summary>
    Medium,

    /// <summary>Asks by default.</summary>
    High,
}
