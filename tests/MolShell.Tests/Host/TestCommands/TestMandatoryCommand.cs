#nullable enable
using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Has mandatory parameters.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Mandatory")]
public sealed class TestMandatoryCommand : PSCmdlet
{
    /// <summary>A text.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string? Name { get; set; }

    /// <summary>Texts, from the pipe too.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    public string[]? Value { get; set; }

    /// <summary>May be nothing.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? Extra { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject($"{Name}: {TestText.Of(Value)}");
}
