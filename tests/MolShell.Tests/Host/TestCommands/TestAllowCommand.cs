#nullable enable
using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Has mandatory parameters that may be nothing.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Allow")]
public sealed class TestAllowCommand : PSCmdlet
{
    /// <summary>A text.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [AllowEmptyString]
    public string? Text { get; set; }

    /// <summary>Texts.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [AllowEmptyCollection]
    [AllowNull]
    public object?[]? Values { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject($"{TestText.Of(Text)} {TestText.Of(Values)}");
}
