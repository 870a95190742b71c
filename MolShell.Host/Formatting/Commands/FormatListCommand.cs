using System.Management.Automation;
using MolShell.Host.Formatting.Packets;
using MolShell.Host.Pipeline;

namespace MolShell.Host.Formatting.Commands;

/// <summary>Shows objects as lists of their properties.</summary>
[Cmdlet(VerbsCommon.Format, "List")]
[OutputType(typeof(FormatPacket))]
[CoreModule(CoreModuleAttribute.Utility)]
public sealed class FormatListCommand : FormatCommand
{
    internal override FormatOptions Options => new()
    {
        Kind = FormatKind.List,
        Properties = PropertyArguments.Read(Property, forTable: false),
        GroupBy = GroupBy is null ? null : PropertyArguments.Read([GroupBy], forTable: false)[0],
        ViewName = View,
        Force = Force,
    };
}
