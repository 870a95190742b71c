using System.Management.Automation;
using MolShell.Host.Pipeline;

namespace Microsoft.PowerShell.Commands;

/// <summary>Joins the parts of a path.</summary>
[Cmdlet(VerbsCommon.Join, "Path")]
[CoreModule(CoreModuleAttribute.Management)]
[OutputType(typeof(string))]
[PowerShellParameters("Resolve", "Credential", "Extension")]
public class JoinPathCommand : PSCmdlet
{
    /// <summary>First part.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    public string[]? Path { get; set; }

    /// <summary>Second part.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? ChildPath { get; set; }

    /// <summary>Further parts.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true, ValueFromRemainingArguments = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? AdditionalChildPath { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string path in Path!)
        {
            string joined = (AdditionalChildPath ?? []).Prepend(ChildPath ?? string.Empty)
                .Aggregate(path, (parent, child) => SessionState.Path.Combine(parent, child));
            WriteObject(joined);
        }
    }
}
