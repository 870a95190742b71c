#nullable enable
using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Writes to its streams.</summary>
[Cmdlet(VerbsCommunications.Write, "Stream")]
public sealed class WriteStreamCommand : PSCmdlet
{
    /// <summary>What to write: a letter for each stream.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public string Letters { get; set; } = "oewvdi";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (char letter in Letters)
        {
            switch (letter)
            {
                case 'o':
                    WriteObject("output");
                    break;
                case 'e':
                    WriteError(new ErrorRecord(new InvalidOperationException("a fault"), "Fault", ErrorCategory.InvalidData, Letters));
                    break;
                case 'w':
                    WriteWarning("a warning");
                    break;
                case 'v':
                    WriteVerbose("a detail");
                    break;
                case 'd':
                    WriteDebug("a trace");
                    break;
                case 'i':
                    WriteInformation("a note", ["tag"]);
                    break;
                case 't':
                    ArgumentException end = new("the end");
                    ThrowTerminatingError(new ErrorRecord(end, "TheEnd", ErrorCategory.InvalidArgument, Letters));
                    break;
                case 'x':
                    throw new FormatException("broken");
            }
        }
    }
}
