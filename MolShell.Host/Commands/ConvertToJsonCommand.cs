using System.Management.Automation;
using MolShell.Host.Commands;
using MolShell.Host.Pipeline;

namespace Microsoft.PowerShell.Commands;

/// <summary>Writes objects as JSON.</summary>
[Cmdlet(VerbsData.ConvertTo, "Json")]
[CoreModule(CoreModuleAttribute.Utility)]
[OutputType(typeof(string))]
[PowerShellParameters("EscapeHandling")]
public class ConvertToJsonCommand : PSCmdlet
{
    private readonly List<object?> inputs = [];

    /// <summary>An object.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public object? InputObject { get; set; }

    /// <summary>Deepest level written in full.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int Depth { get; set; } = 2;

    /// <summary>Whether to leave out line breaks and blanks.</summary>
    [Parameter]
    public SwitchParameter Compress { get; set; }

    /// <summary>Whether to write enumeration members by name.</summary>
    [Parameter]
    public SwitchParameter EnumsAsStrings { get; set; }

    /// <summary>Whether to write an array also for one object.</summary>
    [Parameter]
    public SwitchParameter AsArray { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => inputs.Add(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (inputs.Count == 0)
        {
            return;
        }

        JsonWriter writer = new(Depth, Compress, EnumsAsStrings);
        string json = Write(writer, inputs.Count > 1 || AsArray ? inputs.ToArray() : inputs[0]);
        if (writer.WasTruncated)
        {
            WriteWarning($"Resulting JSON is truncated as serialization has exceeded the set depth of {Depth}.");
        }

        WriteObject(json);
    }

    private string Write(JsonWriter writer, object? value)
    {
        try
        {
            return writer.Write(value);
        }
        catch (RuntimeException e)
        {
            ThrowTerminatingError(e.ErrorRecord);
            throw;
        }
    }
}
