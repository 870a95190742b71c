using System.Management.Automation;
using MolShell.Host.Pipeline;

namespace MolShell.Host.Commands;

/// <summary>Lets a script that begins with Import-Module MolShell run here too, where the module is always there.</summary>
[Cmdlet(VerbsData.Import, "Module")]
[CoreModule(CoreModuleAttribute.Core)]
public sealed class ImportModuleCommand : PSCmdlet
{
    /// <summary>MolShell, or the path of its manifest or folder.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "MolShell, or the path of its manifest or folder.")]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>Loads a module again; has no effect here.</summary>
    [Parameter(HelpMessage = "Load the module again; has no effect here.")]
    public SwitchParameter Force { get; set; }

    /// <summary>Whether a module is MolShell itself.</summary>
    /// <param name="name">Name or path.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsMolShell(string name) =>
        Path.GetFileNameWithoutExtension(name.TrimEnd('/', '\\').Replace('\\', '/')).Equals("MolShell", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Array.Find(Name, n => !IsMolShell(n)) is { } other)
        {
            throw NeedsPowerShell.Exception($"The module {other}");
        }
    }
}
