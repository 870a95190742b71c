using System.Management.Automation;
using MolShell.Host.Pipeline;

namespace Microsoft.PowerShell.Commands;

/// <summary>Takes objects and gives nothing.</summary>
[Cmdlet(VerbsData.Out, "Null")]
[CoreModule(CoreModuleAttribute.Core)]
public class OutNullCommand : PSCmdlet
{
    /// <summary>An object.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }
}
