using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using MolShell.Compute.Systems;

namespace MolShell.Infrastructure;

/// <summary>Completes the names of unit systems.</summary>
public sealed class UnitSystemCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        UnitSystem.All
            .Select(system => system.Name)
            .Where(name => name.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(name));
}
