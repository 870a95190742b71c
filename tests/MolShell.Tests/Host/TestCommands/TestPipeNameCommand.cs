#nullable enable

using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Takes a name or an id of an object of the pipe.</summary>
[Cmdlet(VerbsDiagnostic.Test, "PipeName", DefaultParameterSetName = "ByName")]
public sealed class TestPipeNameCommand : PSCmdlet
{
    /// <summary>A name.</summary>
    [Parameter(ParameterSetName = "ByName", Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[]? Name { get; set; }

    /// <summary>An id.</summary>
    [Parameter(ParameterSetName = "ById", Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public int Id { get; set; }

    /// <summary>The object itself.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject($"{ParameterSetName}: {TestText.Of(Name)} {Id} {InputObject}");
}
