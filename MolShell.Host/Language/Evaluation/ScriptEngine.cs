using System.Management.Automation;
using MolShell.Host.Language.Ast;
using MolShell.Host.Language.Checking;
using MolShell.Host.Language.Syntax;
using MolShell.Host.Pipeline;

namespace MolShell.Host.Language.Evaluation;

/// <summary>Runs scripts, and texts typed at the prompt, in a session.</summary>
internal sealed class ScriptEngine
{
    private readonly ScriptContext context;

    public ScriptEngine(Session session)
    {
        Session = session;
        context = new ScriptContext(session);
        session.Variables.Set("PSScriptRoot", "");
        session.Variables.Set("PSCommandPath", "");
    }

    public Session Session { get; }

    /// <summary>Parses and checks a text; nothing of it runs yet.</summary>
    /// <exception cref="ScriptRefusedException">It is not valid, or not in the subset.</exception>
    public ScriptNode Prepare(ScriptSource source)
    {
        ScriptNode script = Parser.Parse(source);
        SubsetChecker.Check(script, Session.Catalog);
        return script;
    }

    /// <summary>Runs a prepared text in the current scope, as from the command line or the prompt.</summary>
    /// <param name="script">The text.</param>
    /// <param name="output">Takes each object it writes at once.</param>
    /// <exception cref="RuntimeException">An error ended it.</exception>
    /// <exception cref="ExitException">It said exit.</exception>
    public void Run(ScriptNode script, Action<object?> output)
    {
        try
        {
            new Interpreter(script.Source, context).Run(script.Body, output);
        }
        catch (LoopControlException)
        {
            // break or continue outside of a loop ends the script.
        }
    }

    /// <summary>Runs a prepared script file in a scope of its own.</summary>
    /// <param name="script">The script.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="output">Takes each object it writes at once.</param>
    /// <exception cref="ParameterBindingException">The arguments do not fit its parameters; nothing has run.</exception>
    /// <exception cref="RuntimeException">An error ended it.</exception>
    /// <exception cref="ExitException">It said exit.</exception>
    public void RunFile(ScriptNode script, IReadOnlyList<CommandArgument> arguments, Action<object?> output)
    {
        using IDisposable scope = Session.Variables.EnterScope(isScript: true);
        string path = script.Source.Path ?? throw new ArgumentException("The script has no path.", nameof(script));
        Session.Variables.Set("PSCommandPath", path);
        Session.Variables.Set("PSScriptRoot", Path.GetDirectoryName(path));
        Interpreter interpreter = new(script.Source, context);
        new ScriptParameterBinder(script, interpreter, Session.Variables).Bind(arguments);
        Run(script, output);
    }
}
