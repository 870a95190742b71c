using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Hosting;
using System.Management.Automation.Internal;
using MolShell.Host.Language.Ast;
using MolShell.Host.Language.Syntax;
using MolShell.Host.Pipeline;

namespace MolShell.Host.Language.Evaluation;

/// <summary>
/// Runs a script that the subset checker has let through. One interpreter runs one piece of text; script blocks in it keep it, so that
/// their errors name the right place.
/// </summary>
internal sealed partial class Interpreter(ScriptSource source, ScriptContext context)
{
    /// <summary>The error last met on its way out, and the innermost expression it came from.</summary>
    private Exception? located;
    private Node? locatedAt;

    /// <summary>Runs statements and hands each object they write to <paramref name="output"/>.</summary>
    public Completion Run(Block block, Action<object?> output)
    {
        foreach (Statement statement in block.Statements)
        {
            context.Session.ThrowIfStopping();
            Completion completion = RunGuarded(statement, output);
            if (completion != Completion.Normal)
            {
                return completion;
            }
        }

        return Completion.Normal;
    }

    /// <summary>
    /// An error ends the statement it happens in, is reported, and the next statement goes on; unless something says stop.
    /// </summary>
    private Completion RunGuarded(Statement statement, Action<object?> output)
    {
        try
        {
            return Run(statement, output);
        }
        catch (Exception e) when (IsScriptError(e))
        {
            RuntimeException error = ToRuntimeError(e, statement);
            context.Session.LastSucceeded = false;
            if (context.ContinueAfter(error))
            {
                return Completion.Normal;
            }

            if (ReferenceEquals(error, e))
            {
                throw;
            }

            throw error;
        }
    }

    /// <summary>The value of the default of a parameter.</summary>
    public object? EvaluateDefault(Expression expression) => OrNull(Evaluate(expression));

    private static bool IsScriptError(Exception e) =>
        e is not (FlowControlException or PipelineStoppedException or OutOfMemoryException or OperationCanceledException);

    /// <summary>The error as a runtime exception that knows where it happened.</summary>
    private RuntimeException ToRuntimeError(Exception error, Node node)
    {
        RuntimeException runtime = error switch
        {
            RuntimeException already => already,
            IContainsErrorRecord { ErrorRecord: var own } => new RuntimeException(error.Message, error, own),
            _ => new RuntimeException(error.Message, error,
                new ErrorRecord(error, error.GetType().FullName!, ErrorCategory.NotSpecified, null)),
        };
        if (runtime.ErrorRecord.InvocationInfo is null)
        {
            SetPosition(runtime.ErrorRecord, ReferenceEquals(located, error) ? locatedAt! : node);
        }

        return runtime;
    }

    /// <summary>Notes the innermost place of an error. Always false, so that it can stand in an exception filter.</summary>
    private bool Locate(Exception error, Node node)
    {
        if (!ReferenceEquals(located, error))
        {
            (located, locatedAt) = (error, node);
        }

        return false;
    }

    private void SetPosition(ErrorRecord error, Node node)
    {
        ScriptPosition at = PositionOf(node);
        CmdletAccess.SetInvocation(error, new InvocationInfo(null)
        {
            ScriptName = at.File,
            ScriptLineNumber = at.Line,
            OffsetInLine = at.Column,
            Line = at.LineText,
            ExtentLength = at.Length,
        });
    }

    private ScriptPosition PositionOf(Node node)
    {
        (int line, int column) = source.Locate(node.Span.Start);
        string text = source.Line(line);
        int length = Math.Min(node.Span.End - node.Span.Start, text.Length - column + 1);
        return new ScriptPosition(source.Path, line, column, text, length);
    }

    /// <summary>A value as a text. What a number was written as counts only where a command takes it for a text.</summary>
    private static string Text(object? value) => PSObject.ToText(PSObject.Unwrap(value), CultureInfo.InvariantCulture);

    /// <summary>No output counts as null where one value is wanted.</summary>
    private static object? OrNull(object? value) => ReferenceEquals(value, AutomationNull.Value) ? null : value;

    /// <summary>Writes a value as a statement does: collections one by one, no output not at all.</summary>
    private static void Write(object? value, Action<object?> output)
    {
        if (ReferenceEquals(value, AutomationNull.Value))
        {
            return;
        }

        if (LanguagePrimitives.GetEnumerator(value) is { } elements)
        {
            while (elements.MoveNext())
            {
                output(elements.Current);
            }
        }
        else
        {
            output(value);
        }
    }

    /// <summary>What was written: nothing, one object, or an array of all.</summary>
    private static object? Collected(List<object?> written) => written.Count switch
    {
        0 => AutomationNull.Value,
        1 => written[0],
        _ => written.ToArray(),
    };
}
