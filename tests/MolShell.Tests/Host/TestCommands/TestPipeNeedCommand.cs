#nullable enable

using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Needs an argument besides the objects of the pipe.</summary>
[Cmdlet(VerbsDiagnostic.Test, "PipeNeed")]
public sealed class TestPipeNeedCommand : PSCmdlet
{
    /// <summary>The object.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "One")]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Two")]
    public object? InputObject { get; set; }

    /// <summary>Of the first set.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "One")]
    public int First { get; set; }

    /// <summary>Of the second set.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Two")]
    public int Second { get; set; }

    /// <summary>Needed in both.</summary>
    [Parameter(Mandatory = true)]
    public int Both { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject($"{ParameterSetName}: {InputObject} {First} {Second} {Both}");
}
