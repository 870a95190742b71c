using System.Management.Automation;
using System.Text;
using MolShell.Host.Formatting;
using MolShell.Host.Formatting.Rendering;
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

    /// <summary>The output as molshell shows it where there is no terminal.</summary>
    /// <param name="width">Width of the lines [characters].</param>
    public string Text(int width = 120)
    {
        StringBuilder text = new();
        OutputFormatter formatter = new(Session, TextStyle.Plain, line => text.Append(line).Append('\n'), width);
        foreach (object? value in Output)
        {
            formatter.Write(value);
        }

        formatter.End();
        return text.ToString();
    }
}
