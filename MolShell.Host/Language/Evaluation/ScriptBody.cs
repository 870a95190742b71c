using System.Management.Automation;
using System.Management.Automation.Hosting;
using MolShell.Host.Language.Ast;
using MolShell.Host.Language.Syntax;

namespace MolShell.Host.Language.Evaluation;

/// <summary>The inside of a script block.</summary>
internal sealed class ScriptBody(Interpreter interpreter, ScriptSource source, Block body, ScriptContext context) : IScriptBody
{
    public string Text => source.Text[(body.Span.Start + 1)..(body.Span.End - 1)];

    public void Run(in ScriptCall call, Action<object?> output)
    {
        using IDisposable? scope = call.NewScope ? context.Session.Variables.EnterScope() : null;
        if (call.NewScope)
        {
            context.Session.Variables.Set("args", call.Arguments.ToArray());
        }

        if (call.ThrowsErrors)
        {
            RunThrowing(call, output);
        }
        else
        {
            interpreter.RunBlock(body, call.InputObject, call.HasInputObject, output);
        }
    }

    // As inside a try block, whose catch is in the command that runs this.
    private void RunThrowing(in ScriptCall call, Action<object?> output)
    {
        context.TryDepth++;
        try
        {
            interpreter.RunBlock(body, call.InputObject, call.HasInputObject, output);
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            context.Session.AddError(new ErrorRecord(e.ErrorRecord, e));
            throw;
        }
        finally
        {
            context.TryDepth--;
        }
    }
}
