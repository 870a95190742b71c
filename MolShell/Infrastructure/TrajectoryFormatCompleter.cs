using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using MolShell.Compute.IO;

namespace MolShell.Infrastructure;

/// <summary>Completes the names of trajectory formats.</summary>
public sealed class TrajectoryFormatCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        TrajectoryFormats.All
            .Where(format => format.Name.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase))
            .Select(format => new CompletionResult(format.Name, format.Name, CompletionResultType.ParameterValue, format.Description));
}
