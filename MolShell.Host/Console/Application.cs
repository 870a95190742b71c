using MolShell.Host.Console.Completion;
using MolShell.Host.Console.Editing;
using MolShell.Host.Language.Evaluation;
using MolShell.Host.Pipeline;

namespace MolShell.Host.Console;

/// <summary>molshell from its arguments to its exit code.</summary>
internal static class Application
{
    /// <summary>Runs molshell on the console of the process.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> arguments)
    {
        ConsoleTraits traits = ConsoleTraits.Detect();
        try
        {
            CommandLine line = CommandLine.Parse(arguments, traits.InputIsTerminal);
            bool canAsk = line.IsInteractive && traits is { InputIsTerminal: true, OutputIsTerminal: true };
            return Run(line, Streams(traits, canAsk ? Ask : null));
        }
        catch (UsageException e)
        {
            Streams(traits, null).WriteFailure($"{e.Message} See molshell -Help.");
            return ExitCodes.Usage;
        }
    }

    private static int Run(CommandLine line, ConsoleStreams streams)
    {
        switch (line.Kind)
        {
            case LaunchKind.Usage:
                streams.WriteHostLine(CommandLine.Usage);
                return ExitCodes.Done;
            case LaunchKind.Version:
                streams.WriteHostLine($"molshell {typeof(Application).Assembly.GetName().Version?.ToString(3)}");
                return ExitCodes.Done;
            case LaunchKind.File:
                string path = Path.GetFullPath(line.Text);
                string text = ReadScript(line.Text, path);
                return RunOnce(streams, runner => runner.RunFile(path, text, line.Arguments));
            case LaunchKind.StandardInput:
                return RunOnce(streams, runner => runner.RunText(System.Console.In.ReadToEnd()));
            case LaunchKind.Prompt:
                return RunPrompt(streams);
            default:
                return RunOnce(streams, runner => runner.RunText(line.Text));
        }
    }

    private static int RunOnce(ConsoleStreams streams, Func<ScriptRunner, ScriptEnd> run)
    {
        Session session = new(streams, CommandCatalog.Default());
        using StopSignals signals = new(session.Stop, () => Environment.Exit(ExitCodes.Error));
        return run(new ScriptRunner(new ScriptEngine(session), streams)).ExitCode;
    }

    private static int RunPrompt(ConsoleStreams streams)
    {
        Session session = new(streams, CommandCatalog.Default());
        LineEditor editor = new(new SystemTerminal(), new LineHistory(), new Completer(session).Complete);
        return new Prompt(new ScriptEngine(session), streams, editor).Run();
    }

    private static ConsoleStreams Streams(ConsoleTraits traits, Func<string, string?>? ask) =>
        new(System.Console.Out, System.Console.Error, traits, TimeProvider.System, ask);

    private static string? Ask(string prompt)
    {
        LineEditor editor = new(new SystemTerminal(), new LineHistory(), null);
        return editor.Read(prompt, out string answer) == LineEnd.Accepted ? answer : null;
    }

    private static string ReadScript(string given, string path)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"The script '{given}' was not found.");
        }

        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The script '{given}' cannot be read: {e.Message}");
        }
    }
}
