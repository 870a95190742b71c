#nullable enable
using System.Globalization;
using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Takes pipeline input by value and by property name.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Input")]
public sealed class TestInputCommand : PSCmdlet
{
    private int count;

    /// <summary>The object itself, a number.</summary>
    [Parameter(ValueFromPipeline = true)]
    public int Number { get; set; } = -1;

    /// <summary>Its property Name or Label.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Label")]
    public string? Name { get; set; }

    /// <summary>Its property Age.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public double Age { get; set; } = -1;

    /// <inheritdoc/>
    protected override void BeginProcessing() => WriteObject($"begin {Number} {Name} {Age} {MyInvocation.ExpectingInput}");

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        WriteObject(string.Create(CultureInfo.InvariantCulture, $"{++count}: {Number} '{Name}' {Age}"));

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject($"end {count}");
}
