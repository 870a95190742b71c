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
        ConsoleStreams streams = new(System.Console.Out, System.Console.Error, traits, TimeProvider.System, null);
        CommandLine line;
        try
        {
            line = CommandLine.Parse(arguments, traits.InputIsTerminal);
            return Run(line, streams);
        }
        catch (UsageException e)
        {
            streams.WriteFailure($"{e.Message} See molshell -Help.");
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
            default:
                return RunOnce(streams, runner => runner.RunText(line.Text));
        }
    }

    private static int RunOnce(ConsoleStreams streams, Func<ScriptRunner, int> run)
    {
        Session session = new(streams, CommandCatalog.Default());
        using StopSignals signals = new(session.Stop, () => Environment.Exit(ExitCodes.Error));
        return run(new ScriptRunner(new ScriptEngine(session), streams));
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
