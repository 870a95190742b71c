#nullable enable

using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Takes persons, numbers, or names of objects from the pipe, without a default.</summary>
[Cmdlet(VerbsDiagnostic.Test, "PipeOpen")]
public sealed class TestPipeOpenCommand : PSCmdlet
{
    /// <summary>A person.</summary>
    [Parameter(ParameterSetName = "OfPerson", Mandatory = true, ValueFromPipeline = true)]
    public TestPerson? Person { get; set; }

    /// <summary>A number.</summary>
    [Parameter(ParameterSetName = "OfNumber", Mandatory = true, ValueFromPipeline = true)]
    public int Number { get; set; }

    /// <summary>The property Label of an object.</summary>
    [Parameter(ParameterSetName = "OfLabel", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string? Label { get; set; }

    /// <summary>Of two sets.</summary>
    [Parameter(ParameterSetName = "OfPerson")]
    [Parameter(ParameterSetName = "OfNumber")]
    public SwitchParameter Fast { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject($"{ParameterSetName}: {Person} {Number} {Label} {Fast}");
}
