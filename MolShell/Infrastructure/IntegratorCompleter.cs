using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using MolShell.Compute.Dynamics;

namespace MolShell.Infrastructure;

/// <summary>Completes the names of equations of motion.</summary>
public sealed class IntegratorCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Enum.GetNames<IntegratorKind>()
            .Where(name => name.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(name));
}
