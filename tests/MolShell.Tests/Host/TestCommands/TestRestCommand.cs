#nullable enable
using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Takes all arguments that are left.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Rest")]
public sealed class TestRestCommand : PSCmdlet
{
    /// <summary>The first.</summary>
    [Parameter(Position = 0)]
    public string? First { get; set; }

    /// <summary>All others.</summary>
    [Parameter(ValueFromRemainingArguments = true)]
    public object?[]? Rest { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject($"{First}: {TestText.Of(Rest)}");
}
