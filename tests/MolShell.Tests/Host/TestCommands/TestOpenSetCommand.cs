#nullable enable
using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Has two parameter sets and no default.</summary>
[Cmdlet(VerbsDiagnostic.Test, "OpenSet")]
public sealed class TestOpenSetCommand : PSCmdlet
{
    /// <summary>Of the first set.</summary>
    [Parameter(ParameterSetName = "One", Mandatory = true)]
    public int First { get; set; }

    /// <summary>Of the second set.</summary>
    [Parameter(ParameterSetName = "Two", Mandatory = true)]
    public int Second { get; set; }

    /// <summary>Of the second set too.</summary>
    [Parameter(ParameterSetName = "Two")]
    public int Third { get; set; }

    /// <summary>In all sets.</summary>
    [Parameter]
    public int Common { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject($"{ParameterSetName}: {First} {Second} {Third} {Common}");
}
