using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using MolShell.Compute.Devices;

namespace MolShell.Infrastructure;

/// <summary>Completes the names of the devices that can be used.</summary>
public sealed class DeviceCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        DeviceCatalog.List()
            .Where(info => info.IsUsable)
            .Select(info => info.Name)
            .Concat(Enumerable.Range(1, Environment.ProcessorCount).Select(threads => DeviceName.Cpu(threads).ToString()))
            .Where(name => name.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(name => new CompletionResult(name));
}
