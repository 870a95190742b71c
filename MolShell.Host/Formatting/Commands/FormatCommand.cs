using System.Management.Automation;
using MolShell.Host.Formatting.Views;
using MolShell.Host.Pipeline;

namespace MolShell.Host.Formatting.Commands;

/// <summary>What Format-Table and Format-List have in common.</summary>
public abstract class FormatCommand : PSCmdlet, ISessionCommand
{
    private Session? session;
    private FormatGenerator? generator;

    /// <summary>The objects to show.</summary>
    [Parameter(ValueFromPipeline = true, HelpMessage = "Objects to show.")]
    public PSObject? InputObject { get; set; }

    /// <summary>The properties to show: names, script blocks, or hashtables with Name, Expression, FormatString.</summary>
    [Parameter(Position = 0, HelpMessage = "Properties to show.")]
    public object[]? Property { get; set; }

    /// <summary>The property whose change begins a new group.</summary>
    [Parameter(HelpMessage = "Property whose change begins a new group.")]
    public object? GroupBy { get; set; }

    /// <summary>The name of the view to use.</summary>
    [Parameter(HelpMessage = "Name of the view to use.")]
    public string? View { get; set; }

    /// <summary>Also texts and numbers are shown by their properties.</summary>
    [Parameter(HelpMessage = "Also show texts and numbers by their properties.")]
    public SwitchParameter Force { get; set; }

    Session ISessionCommand.Session
    {
        set => session = value;
    }

    /// <summary>The options of this command.</summary>
    internal abstract FormatOptions Options { get; }

    /// <inheritdoc/>
    protected override void BeginProcessing() =>
        generator = new FormatGenerator(FormatCatalog.Default, Options, OutputFormatter.EnumerationLimit(session!), WriteObject);

    /// <inheritdoc/>
    protected override void ProcessRecord() => generator!.Process(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing() => generator!.End();
}
