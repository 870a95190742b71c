using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>What cmdlet and function metadata have in common.</summary>
public abstract class CmdletCommonMetadataAttribute : CmdletMetadataAttribute
{
    /// <summary>The set used when the arguments leave several possible.</summary>
    public string? DefaultParameterSetName { get; set; }

    /// <summary>Adds -WhatIf and -Confirm.</summary>
    public bool SupportsShouldProcess { get; set; }

    /// <summary>Adds -First, -Skip and -IncludeTotalCount; not supported by molshell.</summary>
    public bool SupportsPaging { get; set; }

    /// <summary>Transactions ended with Windows PowerShell; kept for the signature.</summary>
    public bool SupportsTransactions { get; set; }

    /// <summary>When to ask for confirmation.</summary>
    public ConfirmImpact ConfirmImpact { get; set; } = ConfirmImpact.Medium;

    /// <summary>Address of the online help.</summary>
    public string? HelpUri { get; set; } = string.Empty;

    /// <summary>Remoting ability.</summary>
    public RemotingCapability RemotingCapability { get; set; } = RemotingCapability.PowerShell;
}
