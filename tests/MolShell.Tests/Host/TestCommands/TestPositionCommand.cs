#nullable enable
using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Takes arguments by position.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Position")]
public sealed class TestPositionCommand : PSCmdlet
{
    /// <summary>The second.</summary>
    [Parameter(Position = 1)]
    public int Second { get; set; }

    /// <summary>The first.</summary>
    [Parameter(Position = 0)]
    [Alias("Begin", "Bg")]
    public string? First { get; set; }

    /// <summary>By name only.</summary>
    [Parameter]
    public string? Fourth { get; set; }

    /// <summary>By name only.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject($"{First} {Second} {Fourth} {Force}");
}
