using System.Management.Automation;
using System.Text;
using MolShell.Host.Formatting.Rendering;
using MolShell.Host.Pipeline;

namespace MolShell.Host.Formatting.Commands;

/// <summary>Turns objects into the text that would be shown.</summary>
[Cmdlet(VerbsData.Out, "String", DefaultParameterSetName = "NoNewLineFormatting")]
[OutputType(typeof(string))]
[CoreModule(CoreModuleAttribute.Utility)]
public sealed class OutStringCommand : PSCmdlet, ISessionCommand
{
    private readonly StringBuilder text = new();
    private Session? session;
    private OutputFormatter? formatter;

    /// <summary>Writes each line as a text of its own.</summary>
    [Parameter(ParameterSetName = "StreamFormatting", HelpMessage = "Write each line as a text of its own.")]
    public SwitchParameter Stream { get; set; }

    /// <summary>Width of the lines [characters].</summary>
    [Parameter(HelpMessage = "Width of the lines [characters].")]
    [ValidateRange(2, int.MaxValue)]
    public int Width { get; set; }

    /// <summary>Leaves out the line ends.</summary>
    [Parameter(ParameterSetName = "NoNewLineFormatting", HelpMessage = "Leave out the line ends.")]
    public SwitchParameter NoNewline { get; set; }

    /// <summary>The objects.</summary>
    [Parameter(ValueFromPipeline = true, HelpMessage = "Objects to turn into text.")]
    public PSObject? InputObject { get; set; }

    Session ISessionCommand.Session
    {
        set => session = value;
    }

    /// <inheritdoc/>
    protected override void BeginProcessing() =>
        formatter = new OutputFormatter(session!, TextStyle.Plain, WriteLine, Width > 0 ? Width : session!.Streams.Width);

    /// <inheritdoc/>
    protected override void ProcessRecord() => formatter!.Write(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        formatter!.End();
        if (!Stream)
        {
            WriteObject(text.ToString());
        }
    }

    private void WriteLine(string line)
    {
        if (Stream)
        {
            WriteObject(line);
        }
        else
        {
            text.Append(line).Append(NoNewline ? "" : Environment.NewLine);
        }
    }
}
