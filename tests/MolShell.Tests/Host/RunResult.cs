using System.Management.Automation;
using MolShell.Host.Pipeline;

namespace MolShell.Tests.Host;

/// <summary>What a script wrote.</summary>
/// <param name="Output">Objects, as they came.</param>
/// <param name="Streams">Errors, warnings, messages and progress.</param>
/// <param name="Session">The session it ran in.</param>
/// <param name="Thrown">The error that ended it, or null.</param>
/// <param name="ExitCode">The code it said exit with, or 0.</param>
internal sealed record RunResult(
    IReadOnlyList<object?> Output, RecordedStreams Streams, Session Session, RuntimeException? Thrown, int ExitCode)
{
    public IReadOnlyList<ErrorRecord> Errors => Streams.Errors;

    public IReadOnlyList<string> Warnings => Streams.Warnings;

    public IReadOnlyList<ProgressRecord> Progress => Streams.Progress;
}
