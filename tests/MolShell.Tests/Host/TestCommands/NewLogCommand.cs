#nullable enable
using System.Collections;
using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Makes an empty list.</summary>
[Cmdlet(VerbsCommon.New, "Log")]
public sealed class NewLogCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(new ArrayList(), false);
}
