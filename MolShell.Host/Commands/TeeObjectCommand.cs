using System.Management.Automation;
using MolShell.Host.Commands;
using MolShell.Host.Pipeline;

namespace Microsoft.PowerShell.Commands;

/// <summary>Keeps what goes by in a variable.</summary>
[Cmdlet("Tee", "Object", DefaultParameterSetName = "File")]
[CoreModule(CoreModuleAttribute.Utility)]
[PowerShellParameters("LiteralPath", "Append", "Encoding")]
public sealed class TeeObjectCommand : PSCmdlet
{
    private readonly List<object?> seen = [];

    /// <summary>An object.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <summary>A file: needs PowerShell.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "File")]
    [Alias("Path")]
    public string? FilePath { get; set; }

    /// <summary>The variable.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Variable")]
    public string? Variable { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (FilePath is not null)
        {
            throw NeedsPowerShell.Exception("Tee-Object to a file");
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        seen.Add(InputObject);
        WriteObject(InputObject);
    }

    /// <inheritdoc/>
    protected override void EndProcessing() =>
        SessionState.PSVariable.Set(Variable!, seen.Count switch { 0 => null, 1 => seen[0], _ => seen.ToArray() });
}
