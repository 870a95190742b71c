using System.Management.Automation;
using MolShell.Host.Formatting;
using MolShell.Host.Formatting.Rendering;
using MolShell.Host.Language.Ast;
using MolShell.Host.Language.Evaluation;
using MolShell.Host.Language.Syntax;
using MolShell.Host.Pipeline;

namespace MolShell.Host.Console;

/// <summary>Runs one script or text and shows what it writes; tells how it ended.</summary>
internal sealed class ScriptRunner(ScriptEngine engine, ConsoleStreams streams)
{
    /// <summary>
    /// Runs a text, as with -Command. As in PowerShell, the code is 1 when the last statement failed, also when its error was only
    /// reported.
    /// </summary>
    public ScriptEnd RunText(string text) => Run(
        new ScriptSource(text),
        (script, output) =>
        {
            engine.Run(script, output);
            return engine.Session.LastSucceeded ? ExitCodes.Done : ExitCodes.Error;
        });

    /// <summary>Runs a script file. As in PowerShell, errors that did not end it leave the code at 0.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="text">Its text.</param>
    /// <param name="arguments">Its arguments.</param>
    public ScriptEnd RunFile(string path, string text, IReadOnlyList<CommandArgument> arguments) => Run(
        new ScriptSource(text, path),
        (script, output) =>
        {
            engine.RunFile(script, arguments, output);
            return ExitCodes.Done;
        });

    private ScriptEnd Run(ScriptSource source, Func<ScriptNode, Action<object?>, int> run)
    {
        ScriptNode script;
        try
        {
            script = engine.Prepare(source);
        }
        catch (ScriptRefusedException refusal)
        {
            streams.WriteRefusal(refusal);
            return new ScriptEnd(ExitCodes.Usage);
        }

        OutputFormatter formatter = NewFormatter();
        streams.BeforeMessage = formatter.Flush;
        try
        {
            return new ScriptEnd(run(script, formatter.Write));
        }
        catch (ExitException exit)
        {
            return new ScriptEnd(exit.Code, SaidExit: true);
        }
        catch (PipelineStoppedException)
        {
            return new ScriptEnd(ExitCodes.Error);
        }
        catch (RuntimeException e)
        {
            formatter.End();
            engine.Session.Report(e);

            // Errors of the script's own statements know their place; this one came before the first.
            bool nothingRan = e is ParameterBindingException && e.ErrorRecord.InvocationInfo is null;
            return new ScriptEnd(nothingRan ? ExitCodes.Usage : ExitCodes.Error);
        }
        finally
        {
            formatter.End();
            streams.BeforeMessage = null;
            streams.ResetProgress();
        }
    }

    private OutputFormatter NewFormatter() =>
        new(engine.Session, streams.SupportsVirtualTerminal ? TextStyle.Terminal : TextStyle.Plain, streams.WriteHostLine);
}
