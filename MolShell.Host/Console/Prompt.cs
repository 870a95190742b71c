using MolShell.Host.Console.Editing;
using MolShell.Host.Language.Evaluation;
using MolShell.Host.Language.Syntax;
using MolShell.Host.Pipeline;

namespace MolShell.Host.Console;

/// <summary>Reads commands from someone at a terminal and runs them, until exit or Ctrl-D.</summary>
internal sealed class Prompt(ScriptEngine engine, ConsoleStreams streams, LineEditor editor)
{
    private const string First = "MolShell> ";
    private const string Further = ">> ";

    private readonly ScriptRunner runner = new(engine, streams);

    /// <summary>Runs until the end.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        string? version = typeof(Prompt).Assembly.GetName().Version?.ToString(3);
        streams.WriteHostLine($"MolShell {version}. Get-Command lists commands, Get-Help explains them, Tab completes, exit leaves.");
        while (true)
        {
            LineEnd end = ReadStatement(out string text);
            if (end == LineEnd.EndOfInput)
            {
                return ExitCodes.Done;
            }

            if (end == LineEnd.Accepted && !string.IsNullOrWhiteSpace(text) && RunStatement(text) is { SaidExit: true } last)
            {
                return last.ExitCode;
            }
        }
    }

    private ScriptEnd RunStatement(string text)
    {
        Session session = engine.Session;
        session.ClearStop();
        using StopSignals signals = new(
            session.Stop, () => streams.WriteWarning("The command has not stopped yet. A further Ctrl-C ends molshell."));
        return runner.RunText(text);
    }

    /// <summary>Reads lines until they are a whole statement, or an empty line says that no more come.</summary>
    private LineEnd ReadStatement(out string text)
    {
        LineEnd end = editor.Read(First, out text);
        while (end == LineEnd.Accepted && IsIncomplete(text))
        {
            end = editor.Read(Further, out string more);
            if (more.Length == 0)
            {
                break;
            }

            text += "\n" + more;
        }

        return end;
    }

    private static bool IsIncomplete(string text)
    {
        try
        {
            Parser.Parse(new ScriptSource(text));
            return false;
        }
        catch (ScriptRefusedException refusal)
        {
            return refusal.IsIncomplete;
        }
    }
}
