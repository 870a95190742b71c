using System.Management.Automation;
using MolShell.Host.Pipeline;

namespace Microsoft.PowerShell.Commands;

/// <summary>Writes objects down the pipe.</summary>
[Cmdlet(VerbsCommunications.Write, "Output")]
[CoreModule(CoreModuleAttribute.Utility)]
public sealed class WriteOutputCommand : PSCmdlet
{
    /// <summary>Objects.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromRemainingArguments = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public object? InputObject { get; set; }

    /// <summary>Whether to write a collection as one object.</summary>
    [Parameter]
    public SwitchParameter NoEnumerate { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            WriteObject(null);
            return;
        }

        WriteObject(InputObject, !NoEnumerate);
    }
}
