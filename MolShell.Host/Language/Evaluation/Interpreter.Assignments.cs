using System.Collections;
using System.Management.Automation;
using MolShell.Host.Language.Ast;
using MolShell.Host.Language.Syntax;

namespace MolShell.Host.Language.Evaluation;

/// <content>Variables and assignments.</content>
internal sealed partial class Interpreter
{
    private object? GetVariable(VariablePath path)
    {
        if (path.Scope == VariableScope.Environment)
        {
            return Environment.GetEnvironmentVariable(path.Name);
        }

        return path.Name == "?" ? context.Session.LastSucceeded : context.Session.Variables.Get(StoreName(path))?.Value;
    }

    private void SetVariable(VariablePath path, object? value) => context.Session.Variables.Set(StoreName(path), value);

    private static string StoreName(VariablePath path) => path.Scope switch
    {
        VariableScope.Nearest => path.Name.Equals("PSItem", StringComparison.OrdinalIgnoreCase) ? "_" : path.Name,
        VariableScope.Local => "local:" + path.Name,
        VariableScope.Script => "script:" + path.Name,
        _ => "global:" + path.Name,
    };

    /// <summary>Carries out an assignment and gives the value assigned.</summary>
    private object? Assign(AssignmentStatement assignment)
    {
        OperatorInfo? operation = assignment.Operator;
        if (operation is null)
        {
            object? value = ValueOf(assignment.Value);
            Store(assignment.Target, value);
            return value;
        }

        object? before = OrNull(Evaluate(assignment.Target));
        if (operation.Kind == OperatorKind.Coalesce)
        {
            return before ?? StoreAndReturn(assignment.Target, ValueOf(assignment.Value));
        }

        object? operand = OrNull(ValueOf(assignment.Value));
        try
        {
            return StoreAndReturn(assignment.Target, Apply(operation, before, operand));
        }
        catch (Exception e) when (Locate(e, assignment))
        {
            throw;
        }
    }

    private object? StoreAndReturn(Expression target, object? value)
    {
        Store(target, value);
        return value;
    }

    private void Store(Expression target, object? value)
    {
        switch (target)
        {
            case VariableExpression variable when IsNull(variable.Path):
                break;
            case VariableExpression variable:
                SetVariable(variable.Path, value);
                break;
            case ConvertExpression { Operand: VariableExpression typed } convert:
                StoreTyped(typed.Path, TypeResolver.Resolve(convert.Type), OrNull(value));
                break;
            case ArrayLiteralExpression targets:
                StoreEach(targets.Elements, OrNull(value));
                break;
            case MemberExpression { IsStatic: false } member:
                Members.Set(OrNull(Evaluate(member.Target)), MemberName(member.Name), OrNull(value));
                break;
            case IndexExpression index:
                Indexing.Set(OrNull(Evaluate(index.Target)), OrNull(Evaluate(index.Index)), OrNull(value));
                break;
            default:
                throw new InvalidOperationException($"Nothing can be assigned to {target.GetType().Name}.");
        }
    }

    private static bool IsNull(VariablePath path) =>
        path.Scope == VariableScope.Nearest && path.Name.Equals("null", StringComparison.OrdinalIgnoreCase);

    /// <summary>A typed variable converts whatever it is given from now on.</summary>
    private void StoreTyped(VariablePath path, Type type, object? value)
    {
        TypeConstraintAttribute constraint = new(type);
        PSVariable variable = new(path.Name, constraint.Convert(value));
        variable.Attributes.Add(constraint);
        context.Session.Variables.Set(variable);
    }

    /// <summary>$a, $b = values: one each, the last takes what is left.</summary>
    private void StoreEach(IReadOnlyList<Expression> targets, object? value)
    {
        object?[] values = PSObject.Unwrap(value) is IList list ? [.. list.Cast<object?>()] : [value];
        for (int i = 0; i < targets.Count; i++)
        {
            bool isLast = i == targets.Count - 1;
            object? part = i >= values.Length ? null : isLast && values.Length > targets.Count ? values[i..] : values[i];
            Store(targets[i], part);
        }
    }
}
