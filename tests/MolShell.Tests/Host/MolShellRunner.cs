using System.Management.Automation;
using MolShell.Host.Language.Evaluation;
using MolShell.Host.Language.Syntax;
using MolShell.Host.Pipeline;

namespace MolShell.Tests.Host;

/// <summary>Runs a script through the same engine and pipelines as molshell itself.</summary>
internal static class MolShellRunner
{
    /// <summary>Runs a script in a session of its own.</summary>
    /// <param name="script">The text of the script.</param>
    /// <returns>What it wrote.</returns>
    /// <exception cref="ScriptRefusedException">The script is outside of the subset; nothing ran.</exception>
    public static RunResult Run(string script) => Run(script, CommandCatalog.Default());

    /// <summary>Runs a script in a session of its own with other commands.</summary>
    public static RunResult Run(string script, CommandCatalog commands) => Run(script, commands, Directory.GetCurrentDirectory());

    /// <summary>Runs a script in a session of its own whose current folder is another.</summary>
    public static RunResult RunIn(string folder, string script) => Run(script, CommandCatalog.Default(), folder);

    /// <summary>Runs a script in a session of its own with other commands, in a folder.</summary>
    public static RunResult Run(string script, CommandCatalog commands, string folder)
    {
        RecordedStreams streams = new();
        ScriptEngine engine = new(new Session(streams, commands) { CurrentFolder = folder });
        List<object?> output = [];
        RuntimeException? thrown = null;
        int exitCode = 0;
        try
        {
            engine.Run(engine.Prepare(new ScriptSource(script)), output.Add);
        }
        catch (ExitException exit)
        {
            exitCode = exit.Code;
        }
        catch (RuntimeException e)
        {
            thrown = e;
        }

        return new RunResult(output, streams, engine.Session, thrown, exitCode);
    }
}
