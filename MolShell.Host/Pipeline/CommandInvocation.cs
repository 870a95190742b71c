namespace MolShell.Host.Pipeline;

/// <summary>One command of a pipeline with its arguments evaluated.</summary>
/// <param name="Command">The command.</param>
/// <param name="InvocationName">Its name or alias as written.</param>
/// <param name="Arguments">Arguments in the order written.</param>
/// <param name="Position">Where it stands; null when not from a script.</param>
public sealed record CommandInvocation(
    CommandDescriptor Command, string InvocationName, IReadOnlyList<CommandArgument> Arguments, ScriptPosition? Position = null);
