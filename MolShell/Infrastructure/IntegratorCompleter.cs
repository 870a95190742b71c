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
        Enum.GetValues<IntegratorKind>()
            .Where(kind => !SamplesPaths(commandName) || kind is not (IntegratorKind.NoseHoover or IntegratorKind.VelocityRescaling))
            .Select(kind => kind.ToString())
            .Where(name => name.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(name));

    // What couples all particles to a bath has a state of its own, which paths do not carry.
    private static bool SamplesPaths(string commandName) => commandName is "Start-PathSampling" or "Measure-Committor" or "Measure-ReactiveFlux" or "Measure-ShootingRate";
}
