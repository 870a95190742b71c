#nullable enable

using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Takes a person or a text from the pipe, each in a set of its own; the first is the default.</summary>
[Cmdlet(VerbsDiagnostic.Test, "PipeSet", DefaultParameterSetName = "OfPerson")]
public sealed class TestPipeSetCommand : PSCmdlet
{
    /// <summary>A person.</summary>
    [Parameter(ParameterSetName = "OfPerson", Mandatory = true, ValueFromPipeline = true, Position = 0)]
    public TestPerson? Person { get; set; }

    /// <summary>A text.</summary>
    [Parameter(ParameterSetName = "OfText", Mandatory = true, ValueFromPipeline = true, Position = 0)]
    public string? Text { get; set; }

    /// <summary>Needed with a text.</summary>
    [Parameter(ParameterSetName = "OfText", Mandatory = true)]
    public double Factor { get; set; }

    /// <summary>May be given with a person.</summary>
    [Parameter(ParameterSetName = "OfPerson")]
    public int Extra { get; set; }

    /// <summary>In all sets.</summary>
    [Parameter(Position = 1)]
    public string? Note { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject($"{ParameterSetName}: {Person} {Text} {Factor} {Extra} {Note}");
}
