#nullable enable
using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Transforms its arguments.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Unit")]
public sealed class TestUnitCommand : PSCmdlet
{
    /// <summary>A distance [m], or text with a unit.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [TestUnit]
    public double Distance { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(Distance);
}
