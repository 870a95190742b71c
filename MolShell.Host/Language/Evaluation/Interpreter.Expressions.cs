using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;
using System.Management.Automation.Hosting;
using System.Management.Automation.Internal;
using System.Reflection;
using System.Text;
using MolShell.Host.Language.Ast;
using MolShell.Host.Language.Operators;
using MolShell.Host.Language.Syntax;

namespace MolShell.Host.Language.Evaluation;

/// <content>Expressions.</content>
internal sealed partial class Interpreter
{
    private object? Evaluate(Expression expression)
    {
        try
        {
            return EvaluateAt(expression);
        }
        catch (Exception e) when (Locate(e, expression))
        {
            throw;
        }
    }

    private object? EvaluateAt(Expression expression)
    {
        switch (expression)
        {
            case NumberExpression number:
                return number.Value;
            case StringExpression text:
                return text.Value;
            case ExpandableExpression expandable:
                return Expand(expandable);
            case VariableExpression variable:
                return GetVariable(variable.Path);
            case ParenExpression paren:
                return ValueOf(paren.Body);
            case BinaryExpression binary:
                return Binary(binary);
            case UnaryExpression unary:
                return Unary(unary);
            case IncrementExpression increment:
                return Increment(increment);
            case ConditionalExpression conditional:
                return Evaluate(LanguagePrimitives.IsTrue(Evaluate(conditional.Condition)) ? conditional.WhenTrue : conditional.WhenFalse);
            case ArrayLiteralExpression array:
                return array.Elements.Select(e => OrNull(Evaluate(e))).ToArray();
            case ArrayExpression array:
                return Collect(array.Body).ToArray();
            case SubExpression sub:
                return sub.Body.Statements.Count == 0 ? null : Collected(Collect(sub.Body));
            case HashtableExpression hashtable:
                return Fill(hashtable, new Hashtable(StringComparer.CurrentCultureIgnoreCase));
            case ScriptBlockExpression block:
                return new ScriptBlock(new ScriptBody(this, source, block.Body, context));
            case MemberExpression member:
                return Member(member);
            case InvokeExpression invoke:
                return Invoke(invoke);
            case IndexExpression index:
                return Indexing.Get(Evaluate(index.Target), OrNull(Evaluate(index.Index)));
            case TypeExpression type:
                return TypeResolver.Resolve(type.Type);
            case ConvertExpression convert:
                return Convert(convert);
            default:
                throw new InvalidOperationException($"Unknown expression {expression.GetType().Name}.");
        }
    }

    private List<object?> Collect(Block block)
    {
        List<object?> written = [];
        Completion completion = Run(block, written.Add);
        return completion is Completion.Break or Completion.Continue ? throw new LoopControlException(completion) : written;
    }

    private string Expand(ExpandableExpression expandable)
    {
        StringBuilder text = new();
        foreach (Expression part in expandable.Parts)
        {
            text.Append(part is StringExpression literal ? literal.Value : Text(Evaluate(part)));
        }

        return text.ToString();
    }

    private object? Binary(BinaryExpression binary)
    {
        OperatorInfo operation = binary.Operator;
        object? left = Evaluate(binary.Left);
        switch (operation.Kind)
        {
            case OperatorKind.And:
                return LanguagePrimitives.IsTrue(left) && LanguagePrimitives.IsTrue(Evaluate(binary.Right));
            case OperatorKind.Or:
                return LanguagePrimitives.IsTrue(left) || LanguagePrimitives.IsTrue(Evaluate(binary.Right));
            case OperatorKind.Coalesce:
                return OrNull(left) ?? Evaluate(binary.Right);
        }

        return Apply(operation, OrNull(left), OrNull(Evaluate(binary.Right)));
    }

    private object? Apply(OperatorInfo operation, object? left, object? right)
    {
        bool sensitive = operation.CaseSensitive;
        switch (operation.Kind)
        {
            case OperatorKind.Add or OperatorKind.Subtract or OperatorKind.Multiply or OperatorKind.Divide or OperatorKind.Remainder:
                return Arithmetic.Apply(operation.Kind, left, right);
            case OperatorKind.Equal or OperatorKind.NotEqual or OperatorKind.Less or OperatorKind.LessOrEqual or OperatorKind.Greater
                or OperatorKind.GreaterOrEqual:
                return Comparison.Apply(operation, left, right);
            case OperatorKind.BitAnd or OperatorKind.BitOr or OperatorKind.BitXor or OperatorKind.ShiftLeft or OperatorKind.ShiftRight:
                return Bitwise.Apply(operation.Kind, left, right);
            case OperatorKind.Xor:
                return LanguagePrimitives.IsTrue(left) != LanguagePrimitives.IsTrue(right);
            case OperatorKind.Like or OperatorKind.NotLike:
                return TextOperators.Like(left, right, operation.Kind == OperatorKind.NotLike, sensitive);
            case OperatorKind.Match or OperatorKind.NotMatch:
                return TextOperators.Match(left, right, operation.Kind == OperatorKind.NotMatch, sensitive,
                    g => context.Session.Variables.Set("Matches", g));
            case OperatorKind.Replace:
                return TextOperators.Replace(left, right, sensitive);
            case OperatorKind.Contains or OperatorKind.NotContains:
                return Comparison.Contains(left, right, sensitive) == (operation.Kind == OperatorKind.Contains);
            case OperatorKind.In or OperatorKind.NotIn:
                return Comparison.Contains(right, left, sensitive) == (operation.Kind == OperatorKind.In);
            case OperatorKind.Split:
                return TextOperators.Split(left, right, sensitive);
            case OperatorKind.Join:
                return TextOperators.Join(left, right);
            case OperatorKind.Format:
                return TextOperators.Format(left, right);
            case OperatorKind.Range:
                return Ranges.Create(left, right);
            case OperatorKind.Is or OperatorKind.IsNot:
                return TypeOperators.Is(left, right) == (operation.Kind == OperatorKind.Is);
            case OperatorKind.As:
                return TypeOperators.As(left, right);
            default:
                throw new InvalidOperationException($"The operator {operation.Text} has no two operands.");
        }
    }

    private object? Unary(UnaryExpression unary)
    {
        object? operand = OrNull(Evaluate(unary.Operand));
        return unary.Operator.Kind switch
        {
            OperatorKind.Not => !LanguagePrimitives.IsTrue(operand),
            OperatorKind.BitNot => Bitwise.Not(operand),
            OperatorKind.Add => Arithmetic.Plus(operand),
            OperatorKind.Subtract => Arithmetic.Negate(operand),
            OperatorKind.Join => TextOperators.Join(operand, ""),
            _ => TextOperators.Split(operand),
        };
    }

    private object? Increment(IncrementExpression increment)
    {
        object? before = OrNull(Evaluate(increment.Target));
        object? after = Arithmetic.Increment(before, increment.Change);
        Store(increment.Target, after);
        return increment.IsPrefix ? after : before ?? 0;
    }

    private object? Convert(ConvertExpression convert)
    {
        if (convert.Operand is HashtableExpression hashtable)
        {
            if (TypeResolver.IsOrdered(convert.Type))
            {
                return Fill(hashtable, new OrderedDictionary(StringComparer.CurrentCultureIgnoreCase));
            }

            if (TypeResolver.IsCustomObject(convert.Type))
            {
                return MemberAccess.ToCustomObject(Fill(hashtable, new OrderedDictionary(StringComparer.CurrentCultureIgnoreCase)));
            }
        }

        object? value = OrNull(Evaluate(convert.Operand));
        return TypeResolver.IsCustomObject(convert.Type) && PSObject.Unwrap(value) is IDictionary properties
            ? MemberAccess.ToCustomObject(properties)
            : TypeOperators.Cast(value, TypeResolver.Resolve(convert.Type));
    }

    private IDictionary Fill(HashtableExpression literal, IDictionary target)
    {
        foreach (HashtableEntry entry in literal.Entries)
        {
            object key = (entry.Key is StringExpression name ? name.Value : PSObject.Unwrap(OrNull(Evaluate(entry.Key))))
                ?? throw ScriptError.Create("InvalidNullKey", "A null key is not allowed in a hash literal.");
            if (target.Contains(key))
            {
                throw ScriptError.Create("DuplicateKeyInHashLiteral", $"Duplicate keys '{Text(key)}' are not allowed in hash literals.",
                    key);
            }

            target.Add(key, OrNull(ValueOf(entry.Value)));
        }

        return target;
    }

    private string MemberName(Expression name) => name is StringExpression text ? text.Value : Text(Evaluate(name));

    private object? Member(MemberExpression member)
    {
        if (member.IsStatic)
        {
            return Members.GetStatic(TypeOf(member.Target), MemberName(member.Name));
        }

        object? target = Evaluate(member.Target);
        return Members.Get(target, MemberName(member.Name));
    }

    private object? Invoke(InvokeExpression invoke)
    {
        if (invoke.IsStatic)
        {
            Type type = TypeOf(invoke.Target);
            return MethodCalls.InvokeStatic(type, MemberName(invoke.Name), Arguments(invoke));
        }

        object? target = PSObject.Unwrap(Evaluate(invoke.Target));
        string name = MemberName(invoke.Name);
        object?[] arguments = Arguments(invoke);
        if (target is null)
        {
            throw NullTarget();
        }

        return InvokeOn(target is PSObject custom ? custom.BaseObject : target, name, arguments);
    }

    /// <summary>Calls a method of an object or, for a collection that has none of that name, of each of its elements.</summary>
    private static object? InvokeOn(object target, string name, object?[] arguments)
    {
        if (HasMethod(target, name) || LanguagePrimitives.GetEnumerable(target) is not { } elements)
        {
            RefuseAccessor(target.GetType(), name);
            return MethodCalls.Invoke(target, name, arguments);
        }

        List<object?> results = [];
        return InvokeOnEach(elements, name, arguments, results)
            ? Collected(results)
            : MethodCalls.Invoke(target, name, arguments);
    }

    /// <summary>Adds the results of the calls, with collections among them opened, and tells whether there was a call at all.</summary>
    private static bool InvokeOnEach(IEnumerable elements, string name, object?[] arguments, List<object?> results)
    {
        bool anyCalled = false;
        foreach (object? element in elements)
        {
            object plain = PSObject.Unwrap(element) ?? throw NullTarget();
            object target = plain is PSObject custom ? custom.BaseObject : plain;
            if (!HasMethod(target, name) && LanguagePrimitives.GetEnumerable(target) is { } nested)
            {
                anyCalled |= InvokeOnEach(nested, name, arguments, results);
                continue;
            }

            RefuseAccessor(target.GetType(), name);
            AddOpened(results, MethodCalls.Invoke(target, name, arguments));
            anyCalled = true;
        }

        return anyCalled;
    }

    private static void AddOpened(List<object?> results, object? result)
    {
        if (LanguagePrimitives.GetEnumerable(result) is { } values)
        {
            results.AddRange(values.Cast<object?>().Where(v => !ReferenceEquals(v, AutomationNull.Value)));
        }
        else if (!ReferenceEquals(result, AutomationNull.Value))
        {
            results.Add(result);
        }
    }

    private static bool HasMethod(object target, string name) => TypeMembers.Of(target.GetType()).Methods(name).Count > 0;

    private static RuntimeException NullTarget() =>
        ScriptError.Create("InvokeMethodOnNull", "You cannot call a method on a null-valued expression.");

    /// <summary>PowerShell also calls the accessors of properties by their own names, and indexers as Chars(0) or Item(0).</summary>
    private static void RefuseAccessor(Type type, string name)
    {
        if (TypeMembers.Of(type).Methods(name).Count == 0
            && type.GetMembers().Any(m => m.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && m is MethodInfo or PropertyInfo))
        {
            throw ScriptError.NeedsPowerShell($"Calling '{name}' of {type.Name}");
        }
    }

    private object?[] Arguments(InvokeExpression invoke) => [.. invoke.Arguments.Select(a => OrNull(Evaluate(a)))];

    private Type TypeOf(Expression target) =>
        target is TypeExpression type ? TypeResolver.Resolve(type.Type)
        : PSObject.Unwrap(Evaluate(target)) is Type value ? value
        : throw ScriptError.NeedsPowerShell("'::' behind anything but a type");
}
