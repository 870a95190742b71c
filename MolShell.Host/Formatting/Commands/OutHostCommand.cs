using System.Management.Automation;
using MolShell.Host.Pipeline;

namespace MolShell.Host.Formatting.Commands;

/// <summary>Shows objects on the screen.</summary>
[Cmdlet(VerbsData.Out, "Host")]
[CoreModule(CoreModuleAttribute.Core)]
public sealed class OutHostCommand : OutDefaultCommand;
