using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Internal;
using MolShell.Host.Language.Ast;
using MolShell.Host.Pipeline;

namespace MolShell.Host.Language.Evaluation;

/// <content>Pipelines of commands.</content>
internal sealed partial class Interpreter
{
    private void RunPipeline(PipelineStatement pipeline, Action<object?> output)
    {
        // The arguments of all commands are evaluated before the first one begins, and after its input.
        object? input = pipeline.Input is null ? Session.NoInput : Evaluate(pipeline.Input);
        if (pipeline.Input is not null && ReferenceEquals(input, AutomationNull.Value))
        {
            input = Array.Empty<object>();
        }

        context.Session.Run([.. pipeline.Commands.Select(ToInvocation)], input, output);
    }

    private CommandInvocation ToInvocation(CommandNode command) =>
        new(context.Session.Catalog.Find(command.Name), command.Name, ArgumentsOf(command), PositionOf(command));

    private List<CommandArgument> ArgumentsOf(CommandNode command)
    {
        List<CommandArgument> arguments = [];
        foreach (CommandPart part in command.Parts)
        {
            switch (part)
            {
                case ParameterPart { Value: null } parameter:
                    arguments.Add(CommandArgument.NamedAt(parameter.Name, PositionOf(parameter)));
                    break;
                case ParameterPart parameter:
                    arguments.Add(CommandArgument.NamedAt(
                        parameter.Name, Argument(parameter.Value), PositionOf(parameter), PositionOf(parameter.Value)));
                    break;
                case ArgumentPart { Value: SplatExpression splat }:
                    Splat(splat, arguments);
                    break;
                case ArgumentPart argument:
                    arguments.Add(CommandArgument.Positional(Argument(argument.Value), PositionOf(argument)));
                    break;
            }
        }

        return arguments;
    }

    /// <summary>The value of an argument; a number keeps the text it was written as, for parameters that take text.</summary>
    private object? Argument(Expression expression) => expression is NumberExpression number
        ? new PSObject(number.Value) { TokenText = number.Text }
        : OrNull(Evaluate(expression));

    private void Splat(SplatExpression splat, List<CommandArgument> arguments)
    {
        object? value = PSObject.Unwrap(GetVariable(splat.Path));
        if (value is IDictionary named)
        {
            foreach (DictionaryEntry entry in named)
            {
                arguments.Add(CommandArgument.Splatted(Text(entry.Key), entry.Value));
            }
        }
        else if (LanguagePrimitives.GetEnumerable(value) is { } elements)
        {
            foreach (object? element in elements)
            {
                arguments.Add(CommandArgument.Positional(element));
            }
        }
        else
        {
            arguments.Add(CommandArgument.Positional(value));
        }
    }

    /// <summary>Runs with $_ set, and sets it back.</summary>
    private T RunWithItem<T>(object? item, Func<T> run)
    {
        object? before = context.Session.Variables.Get("_")?.Value;
        context.Session.Variables.Set("_", item);
        try
        {
            return run();
        }
        finally
        {
            context.Session.Variables.Set("_", before);
        }
    }

    /// <summary>Runs the inside of a script block.</summary>
    internal void RunBlock(Block body, object? item, bool hasItem, Action<object?> output)
    {
        Completion completion = hasItem ? RunWithItem(item, () => Run(body, output)) : Run(body, output);
        if (completion is Completion.Break or Completion.Continue)
        {
            throw new LoopControlException(completion);
        }
    }
}
