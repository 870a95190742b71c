using System.Management.Automation;

namespace MolShell.Host.Pipeline;

/// <summary>Parameters of commands that change something.</summary>
internal sealed class ShouldProcessParameters
{
    /// <summary>Only says what would be done.</summary>
    [Parameter]
    [Alias("wi")]
    public SwitchParameter WhatIf { get; set; }

    /// <summary>Asks first.</summary>
    [Parameter]
    [Alias("cf")]
    public SwitchParameter Confirm { get; set; }
}
