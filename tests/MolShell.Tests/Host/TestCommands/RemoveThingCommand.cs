#nullable enable
using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Asks before it does anything.</summary>
[Cmdlet(VerbsCommon.Remove, "Thing", SupportsShouldProcess = true)]
public sealed class RemoveThingCommand : PSCmdlet
{
    /// <summary>What to remove.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public string? Name { get; set; }

    /// <summary>What is done to it.</summary>
    [Parameter]
    public string? Action { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Action is null ? ShouldProcess(Name) : ShouldProcess(Name, Action))
        {
            WriteObject($"removed {Name}");
        }
    }
}
