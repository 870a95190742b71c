using System.Management.Automation;
using MolShell.Host.Formatting.Packets;
using MolShell.Host.Pipeline;

namespace MolShell.Host.Formatting.Commands;

/// <summary>Shows objects as a table.</summary>
[Cmdlet(VerbsCommon.Format, "Table")]
[OutputType(typeof(FormatPacket))]
[CoreModule(CoreModuleAttribute.Utility)]
public sealed class FormatTableCommand : FormatCommand
{
    /// <summary>Widths are found from all the values.</summary>
    [Parameter(HelpMessage = "Find the widths of the columns from all the values.")]
    public SwitchParameter AutoSize { get; set; }

    /// <summary>Headers again after each screenful.</summary>
    [Parameter(HelpMessage = "Repeat the headers after each screenful.")]
    public SwitchParameter RepeatHeader { get; set; }

    /// <summary>No headers.</summary>
    [Parameter(HelpMessage = "Leave out the headers.")]
    public SwitchParameter HideTableHeaders { get; set; }

    /// <summary>Values that do not fit go on below instead of being cut.</summary>
    [Parameter(HelpMessage = "Continue long values on the next line.")]
    public SwitchParameter Wrap { get; set; }

    internal override FormatOptions Options => new()
    {
        Kind = FormatKind.Table,
        Properties = PropertyArguments.Read(Property, forTable: true),
        GroupBy = GroupBy is null ? null : PropertyArguments.Read([GroupBy], forTable: false)[0],
        ViewName = View,
        Force = Force,
        AutoSize = IsGiven(nameof(AutoSize)) ? AutoSize : null,
        Wrap = IsGiven(nameof(Wrap)) ? Wrap : null,
        HideHeaders = IsGiven(nameof(HideTableHeaders)) ? HideTableHeaders : null,
        RepeatHeaders = RepeatHeader,
    };

    private bool IsGiven(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);
}
