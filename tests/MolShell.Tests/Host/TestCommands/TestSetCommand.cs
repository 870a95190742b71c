#nullable enable
using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Has three parameter sets, of which the first is the default.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Set", DefaultParameterSetName = "ById")]
public sealed class TestSetCommand : PSCmdlet
{
    /// <summary>A number.</summary>
    [Parameter(ParameterSetName = "ById", Position = 0)]
    public int Id { get; set; }

    /// <summary>A text.</summary>
    [Parameter(ParameterSetName = "ByName", Mandatory = true, Position = 0)]
    public string? Name { get; set; }

    /// <summary>A second text.</summary>
    [Parameter(ParameterSetName = "ByName", Position = 1)]
    public string? Suffix { get; set; }

    /// <summary>An object of the pipe.</summary>
    [Parameter(ParameterSetName = "ByPerson", Mandatory = true, ValueFromPipeline = true)]
    public TestPerson? Person { get; set; }

    /// <summary>In all sets.</summary>
    [Parameter]
    public SwitchParameter Quick { get; set; }

    /// <summary>In two sets.</summary>
    [Parameter(ParameterSetName = "ById")]
    [Parameter(ParameterSetName = "ByPerson")]
    public int Level { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        WriteObject($"{ParameterSetName}: Id={Id} Name={Name} Suffix={Suffix} Person={Person} Quick={Quick} Level={Level}");
}
