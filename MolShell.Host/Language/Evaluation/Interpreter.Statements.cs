using System.Collections;
using System.Globalization;
using System.Management.Automation;
using MolShell.Host.Language.Ast;

namespace MolShell.Host.Language.Evaluation;

/// <content>Statements.</content>
internal sealed partial class Interpreter
{
    private Completion Run(Statement statement, Action<object?> output)
    {
        switch (statement)
        {
            case PipelineStatement { Commands.Count: 0, Input: { } expression }:
                object? value = Evaluate(expression);
                if (expression is not IncrementExpression)
                {
                    Write(value, output);
                }

                context.Session.LastSucceeded = true;
                return Completion.Normal;
            case PipelineStatement pipeline:
                RunPipeline(pipeline, output);
                return Completion.Normal;
            case AssignmentStatement assignment:
                Assign(assignment);
                context.Session.LastSucceeded = true;
                return Completion.Normal;
            case IfStatement conditional:
                return RunIf(conditional, output);
            case ForEachStatement loop:
                return RunForEach(loop, output);
            case ForStatement loop:
                Discard(loop.Initial);
                return RunLoop(() => IsTrue(loop.Condition), loop.Body, () => Discard(loop.Step), output);
            case WhileStatement loop:
                return RunLoop(() => IsTrue(loop.Condition), loop.Body, null, output);
            case DoStatement loop:
                bool first = true;
                return RunLoop(() => First(ref first) || IsTrue(loop.Condition) != loop.IsUntil, loop.Body, null, output);
            case BreakStatement:
                return Completion.Break;
            case ContinueStatement:
                return Completion.Continue;
            case ReturnStatement returning:
                if (returning.Value is not null)
                {
                    Run(returning.Value, output);
                }

                return Completion.Return;
            case ExitStatement exit:
                throw new ExitException(exit.Code is null ? 0 : ExitCode(ValueOf(exit.Code)));
            case ThrowStatement throwing:
                throw Thrown(throwing.Value is null ? null : ValueOf(throwing.Value));
            case TryStatement tried:
                return RunTry(tried, output);
            default:
                throw new InvalidOperationException($"Unknown statement {statement.GetType().Name}.");
        }
    }

    /// <summary>The value of a statement that stands where a value is wanted: after '=', in parentheses, in a hashtable.</summary>
    private object? ValueOf(Statement statement)
    {
        switch (statement)
        {
            case PipelineStatement { Commands.Count: 0, Input: { } expression }:
                return Evaluate(expression);
            case AssignmentStatement assignment:
                return Assign(assignment);
            default:
                List<object?> written = [];
                Run(statement, written.Add);
                return Collected(written);
        }
    }

    private bool IsTrue(Statement? condition) => condition is null || LanguagePrimitives.IsTrue(ValueOf(condition));

    private static bool First(ref bool first)
    {
        bool was = first;
        first = false;
        return was;
    }

    private void Discard(Statement? statement)
    {
        if (statement is not null)
        {
            Run(statement, static _ => { });
        }
    }

    private Completion RunIf(IfStatement conditional, Action<object?> output)
    {
        foreach (IfClause clause in conditional.Clauses)
        {
            if (IsTrue(clause.Condition))
            {
                return Run(clause.Body, output);
            }
        }

        return conditional.Else is null ? Completion.Normal : Run(conditional.Else, output);
    }

    private Completion RunForEach(ForEachStatement loop, Action<object?> output)
    {
        object? collection = ValueOf(loop.Collection);
        IEnumerator? elements = LanguagePrimitives.GetEnumerator(collection);
        if (elements is null)
        {
            // null and no output are no element at all here, unlike in a pipeline.
            elements = (OrNull(collection) is { } single ? new[] { single } : []).GetEnumerator();
        }

        return RunLoop(
            () =>
            {
                if (!elements.MoveNext())
                {
                    return false;
                }

                SetVariable(loop.Variable.Path, elements.Current);
                return true;
            },
            loop.Body,
            null,
            output);
    }

    private Completion RunLoop(Func<bool> goesOn, Block body, Action? step, Action<object?> output)
    {
        while (goesOn())
        {
            context.Session.ThrowIfStopping();
            Completion completion;
            try
            {
                completion = Run(body, output);
            }
            catch (LoopControlException control)
            {
                completion = control.Completion;
            }

            if (completion == Completion.Return)
            {
                return completion;
            }

            if (completion == Completion.Break)
            {
                break;
            }

            step?.Invoke();
        }

        return Completion.Normal;
    }

    private Completion RunTry(TryStatement tried, Action<object?> output)
    {
        try
        {
            context.TryDepth++;
            try
            {
                return Run(tried.Body, output);
            }
            finally
            {
                context.TryDepth--;
            }
        }
        catch (Exception e) when (tried.Catches.Count > 0 && IsScriptError(e))
        {
            RuntimeException error = ToRuntimeError(e, tried.Body);
            if (FindCatch(tried, error) is not { } handler)
            {
                throw;
            }

            ErrorRecord record = new(error.ErrorRecord, error);
            context.Session.AddError(record);
            return RunWithItem(record, () => Run(handler.Body, output));
        }
        finally
        {
            if (tried.Finally is not null)
            {
                Run(tried.Finally, output);
            }
        }
    }

    /// <summary>The clause whose type is nearest to that of the error.</summary>
    private static CatchClause? FindCatch(TryStatement tried, RuntimeException error)
    {
        // The cause of an error is matched first, then the error itself.
        Exception actual = error.ErrorRecord.Exception is ParentContainsErrorRecordException ? error : error.ErrorRecord.Exception;
        foreach (Exception? candidate in (ReadOnlySpan<Exception?>)[actual.InnerException, actual, error])
        {
            CatchClause? found = null;
            Type? nearest = null;
            foreach (CatchClause clause in tried.Catches)
            {
                foreach (TypeName name in clause.Types)
                {
                    Type type = TypeResolver.Resolve(name);
                    if (type.IsInstanceOfType(candidate) && (nearest is null || type.IsSubclassOf(nearest)))
                    {
                        (found, nearest) = (clause, type);
                    }
                }
            }

            if (found is not null)
            {
                return found;
            }
        }

        return tried.Catches.FirstOrDefault(c => c.Types.Count == 0);
    }

    private static int ExitCode(object? value) =>
        LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out int code) ? code : 0;

    private static RuntimeException Thrown(object? value)
    {
        object? plain = PSObject.Unwrap(value);
        RuntimeException error = plain switch
        {
            RuntimeException runtime => runtime,
            ErrorRecord record => new RuntimeException(record.ToString(), record.Exception, record),
            Exception exception => new RuntimeException(
                exception.Message, exception, new ErrorRecord(exception, exception.Message, ErrorCategory.OperationStopped, null)),
            null => new RuntimeException(ErrorCategory.OperationStopped, "ScriptHalted", null, "ScriptHalted"),
            _ => new RuntimeException(ErrorCategory.OperationStopped, Text(value), plain, Text(value)),
        };
        if (plain is not (Exception or ErrorRecord))
        {
            error.StandInOwnRecord();
        }

        error.WasThrownFromThrowStatement = true;
        return error;
    }
}
