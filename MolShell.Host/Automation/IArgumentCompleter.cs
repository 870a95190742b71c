using System.Collections;
using System.Management.Automation.Language;

namespace System.Management.Automation;

/// <summary>Completes an argument.</summary>
public interface IArgumentCompleter
{
    /// <summary>Proposes completions.</summary>
    /// <param name="commandName">Command.</param>
    /// <param name="parameterName">Parameter.</param>
    /// <param name="wordToComplete">What was typed so far.</param>
    /// <param name="commandAst">The command as parsed.</param>
    /// <param name="fakeBoundParameters">Parameters given so far.</param>
    /// <returns>The proposals.</returns>
    IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters);
}
