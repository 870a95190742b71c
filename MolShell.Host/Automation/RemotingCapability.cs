namespace System.Management.Automation;

/// <summary>Remoting ability of a command; molshell has no remoting.</summary>
public enum RemotingCapability
{
    /// <summary>None.</summary>
    None,

    /// <summary>Through PowerShell remoting.</summary>
    PowerShell,

    /// <summary>The command has its own.</summary>
    SupportedByCommand,

    /// <summary>Only its own.</summary>
    OwnedByCommand,
}
