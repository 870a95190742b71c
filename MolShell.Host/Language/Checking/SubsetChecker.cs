using System.Management.Automation;
using MolShell.Host.Commands;
using MolShell.Host.Language.Ast;
using MolShell.Host.Language.Evaluation;
using MolShell.Host.Language.Syntax;
using MolShell.Host.Pipeline;

namespace MolShell.Host.Language.Checking;

/// <summary>
/// Looks through a whole script before any of it runs for what PowerShell would take and molshell does not do, or does not do in
/// quite the same way.
/// </summary>
internal sealed class SubsetChecker
{
    /// <summary>Methods that PowerShell gives to every object.</summary>
    private static readonly HashSet<string> IntrinsicMethods = new(StringComparer.OrdinalIgnoreCase) { "ForEach", "Where" };

    private static readonly HashSet<string> IntrinsicProperties =
        new(StringComparer.OrdinalIgnoreCase) { "PSObject", "PSBase", "PSAdapted", "PSExtended", "PSTypeNames" };

    private readonly ScriptSource source;
    private readonly CommandCatalog commands;
    private readonly List<ScriptFault> faults = [];

    private SubsetChecker(ScriptSource source, CommandCatalog commands)
    {
        this.source = source;
        this.commands = commands;
    }

    /// <exception cref="ScriptRefusedException">With every place that is outside of the subset.</exception>
    public static void Check(ScriptNode script, CommandCatalog commands)
    {
        SubsetChecker checker = new(script.Source, commands);
        foreach (SourceSpan requirement in script.Requirements)
        {
            if (RequirementCheck.Refusal(script.Source.Slice(requirement)) is { } refusal)
            {
                checker.Add(requirement, refusal);
            }
        }

        foreach (ScriptParameter parameter in script.Parameters?.Parameters ?? [])
        {
            checker.CheckParameter(parameter);
        }

        checker.Check(script.Body);
        if (checker.faults.Count > 0)
        {
            throw new ScriptRefusedException([.. checker.faults.OrderBy(f => f.Span.Start)]);
        }
    }

    private void Add(SourceSpan span, string message) => faults.Add(new ScriptFault(source, span, message));

    private void Refuse(Node node, string what) => Add(node.Span, $"{what} {ScriptFault.NeedsPowerShell}.");

    private void CheckParameter(ScriptParameter parameter)
    {
        if (parameter.Type is not null)
        {
            CheckType(parameter.Type);
        }

        foreach (AttributeNode attribute in parameter.Attributes)
        {
            if (ParameterAttributes.Refusal(attribute) is { } refusal)
            {
                Refuse(attribute, refusal);
            }
        }

        if (parameter.Default is not null)
        {
            Check(parameter.Default);
        }
    }

    private void Check(Node? node)
    {
        switch (node)
        {
            case null or NumberExpression or StringExpression or BreakStatement or ContinueStatement:
                break;
            case VariableExpression variable:
                CheckRead(variable);
                break;
            case SplatExpression splat:
                Add(splat.Span, "The splatting operator '@' cannot be used to reference variables in an expression.");
                break;
            case AssignmentStatement assignment:
                CheckTarget(assignment.Target, combined: assignment.Operator is not null);
                Check(assignment.Value);
                break;
            case IncrementExpression increment:
                CheckTarget(increment.Target, combined: true);
                break;
            case ForEachStatement loop:
                CheckWritten(loop.Variable);
                Check(loop.Collection);
                Check(loop.Body);
                break;
            case CommandNode command:
                CheckCommand(command);
                break;
            case TypeExpression type:
                CheckType(type.Type);
                break;
            case ConvertExpression convert:
                CheckConvert(convert);
                break;
            case InvokeExpression { Name: StringExpression name } invoke when !invoke.IsStatic && IntrinsicMethods.Contains(name.Value):
                Refuse(name, $"The method '{name.Value}' of every object");
                break;
            case MemberExpression { Name: StringExpression name, IsStatic: false } when IntrinsicProperties.Contains(name.Value):
                Refuse(name, $"The property '{name.Value}' of every object");
                break;
            case BinaryExpression { Right: TypeExpression type } test when TypeResolver.IsCustomObject(type.Type):
                Refuse(type, $"{test.Operator.Text} [{type.Type}]");
                break;
            case TryStatement tried:
                foreach (TypeName type in tried.Catches.SelectMany(c => c.Types))
                {
                    CheckType(type);
                }

                CheckAll(NodeChildren.Of(tried));
                break;
            default:
                CheckAll(NodeChildren.Of(node));
                break;
        }
    }

    private void CheckAll(IEnumerable<Node> nodes)
    {
        foreach (Node node in nodes)
        {
            Check(node);
        }
    }

    private void CheckCommand(CommandNode command)
    {
        if (!commands.TryFind(command.Name, out CommandDescriptor? descriptor))
        {
            Add(command.NameSpan, Unknown(command.Name));
        }
        else if (descriptor.Info.ModuleName.StartsWith("Microsoft.", StringComparison.Ordinal))
        {
            CheckCoreParameters(command, descriptor);
            CheckModules(command, descriptor);
        }

        foreach (CommandPart part in command.Parts)
        {
            switch (part)
            {
                case ParameterPart parameter:
                    Check(parameter.Value);
                    break;
                case ArgumentPart { Value: SplatExpression splat }:
                    CheckRead(new VariableExpression(splat.Span, splat.Path));
                    break;
                case ArgumentPart argument:
                    Check(argument.Value);
                    break;
            }
        }
    }

    private string Unknown(string name)
    {
        try
        {
            commands.Find(name);
        }
        catch (CommandNotFoundException e)
        {
            string message = e.Message.ReplaceLineEndings(" ");
            return message.Contains(ScriptFault.NeedsPowerShell, StringComparison.Ordinal)
                ? message
                : $"{message} (molshell runs no programs, functions or other scripts; that {ScriptFault.NeedsPowerShell}.)";
        }

        throw new InvalidOperationException($"The command '{name}' is known.");
    }

    /// <summary>
    /// A parameter that PowerShell's command may have and this one has not. MolShell's own commands are whole: there the binder
    /// answers.
    /// </summary>
    private void CheckCoreParameters(CommandNode command, CommandDescriptor descriptor)
    {
        foreach (ParameterPart parameter in command.Parts.OfType<ParameterPart>())
        {
            bool known = descriptor.Parameters.Any(p =>
                p.Aliases.Prepend(p.Name).Any(n => n.StartsWith(parameter.Name, StringComparison.OrdinalIgnoreCase)));
            if (!known)
            {
                Add(parameter.Span, $"The parameter -{parameter.Name} of {descriptor.Name} {ScriptFault.NeedsPowerShell}.");
            }
        }
    }

    private void CheckModules(CommandNode command, CommandDescriptor descriptor)
    {
        if (descriptor.Type != typeof(ImportModuleCommand))
        {
            return;
        }

        IEnumerable<Expression?> names = command.Parts.Select(p => (p as ArgumentPart)?.Value ?? (p as ParameterPart)?.Value);
        foreach (Expression name in names.OfType<Expression>())
        {
            string text = (name as StringExpression)?.Value ?? ((name as ExpandableExpression)?.Parts[^1] as StringExpression)?.Value ?? "";
            if (!ImportModuleCommand.IsMolShell(text))
            {
                Refuse(name, $"The module '{source.Slice(name.Span)}'");
            }
        }
    }

    private void CheckConvert(ConvertExpression convert)
    {
        if (TypeResolver.IsOrdered(convert.Type))
        {
            if (convert.Operand is not HashtableExpression)
            {
                Add(convert.Span, "The ordered attribute can be specified only on a hash literal node.");
            }
        }
        else
        {
            CheckType(convert.Type);
        }

        Check(convert.Operand);
    }

    private void CheckType(TypeName type)
    {
        if (TypeResolver.Find(type) is null)
        {
            Refuse(type, $"The type [{type}]");
        }
    }

    private void CheckTarget(Expression target, bool combined)
    {
        switch (target)
        {
            case VariableExpression variable:
                CheckWritten(variable);
                break;
            case ConvertExpression { Operand: VariableExpression variable } typed when !combined:
                CheckType(typed.Type);
                CheckWritten(variable);
                if (variable.Path.Scope != VariableScope.Nearest)
                {
                    Refuse(typed, "A typed variable with a scope");
                }

                break;
            case ArrayLiteralExpression targets when !combined:
                foreach (Expression each in targets.Elements)
                {
                    CheckTarget(each, combined);
                }

                break;
            case MemberExpression { IsStatic: false } or IndexExpression:
                Check(target);
                break;
            default:
                Refuse(target, "An assignment to this expression");
                break;
        }
    }

    private void CheckRead(VariableExpression variable)
    {
        if (variable.Path.Scope == VariableScope.Other || AutomaticVariables.IsMissing(variable.Path))
        {
            Refuse(variable, $"The variable '${variable.Path.Name}'");
        }
    }

    private void CheckWritten(VariableExpression variable)
    {
        if (variable.Path.Scope is VariableScope.Other or VariableScope.Environment)
        {
            Refuse(variable, $"Setting the variable '{source.Slice(variable.Span)}'");
        }
        else if (AutomaticVariables.IsSetByHost(variable.Path))
        {
            Refuse(variable, $"Setting the variable '${variable.Path.Name}'");
        }
    }
}
