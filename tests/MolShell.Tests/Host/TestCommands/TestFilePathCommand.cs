#nullable enable
using System.Management.Automation;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Resolves paths.</summary>
[Cmdlet(VerbsDiagnostic.Test, "FilePath")]
public sealed class TestFilePathCommand : PSCmdlet
{
    /// <summary>The path.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    public string? Path { get; set; }

    /// <summary>Whether it must exist.</summary>
    [Parameter]
    public SwitchParameter Existing { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Existing)
        {
            WriteObject(GetResolvedProviderPathFromPSPath(Path!, out _), true);
        }
        else
        {
            WriteObject(GetUnresolvedProviderPathFromPSPath(Path!));
        }
    }
}
