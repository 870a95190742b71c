using System.Management.Automation;
using MolShell.Host.Formatting.Rendering;
using MolShell.Host.Pipeline;

namespace MolShell.Host.Formatting.Commands;

/// <summary>Shows objects on the screen, each as its type asks for.</summary>
[Cmdlet(VerbsData.Out, "Default")]
[CoreModule(CoreModuleAttribute.Core)]
public class OutDefaultCommand : PSCmdlet, ISessionCommand
{
    private Session? session;
    private OutputFormatter? formatter;

    /// <summary>The objects to show.</summary>
    [Parameter(ValueFromPipeline = true, HelpMessage = "Objects to show.")]
    public PSObject? InputObject { get; set; }

    Session ISessionCommand.Session
    {
        set => session = value;
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        IHostStreams streams = session!.Streams;
        TextStyle style = streams.SupportsVirtualTerminal ? TextStyle.Terminal : TextStyle.Plain;
        formatter = new OutputFormatter(session, style, streams.WriteHostLine);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => formatter!.Write(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing() => formatter!.End();
}
