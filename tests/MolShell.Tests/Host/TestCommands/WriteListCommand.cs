#nullable enable
using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Writes collections, taken apart or not.</summary>
[Cmdlet(VerbsCommunications.Write, "List")]
public sealed class WriteListCommand : PSCmdlet
{
    /// <summary>What to write.</summary>
    [Parameter(Position = 0)]
    public object? Value { get; set; }

    /// <summary>Whether to take it apart.</summary>
    [Parameter]
    public SwitchParameter Enumerate { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(Value, Enumerate);
}
