#nullable enable
using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Makes persons.</summary>
[Cmdlet(VerbsCommon.New, "Person")]
public sealed class NewPersonCommand : PSCmdlet
{
    /// <summary>Names.</summary>
    [Parameter(Position = 0)]
    public string[] Name { get; set; } = ["Ada"];

    /// <summary>Age [years] of the first; each next is a year older.</summary>
    [Parameter]
    public int Age { get; set; } = 30;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        for (int i = 0; i < Name.Length; i++)
        {
            WriteObject(new TestPerson { Name = Name[i], Age = Age + i });
        }
    }
}
