using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using MolShell.Host.Language.Syntax;

namespace MolShell.Host.Language.Operators;

/// <summary>+ - * / % and the signs, with PowerShell's conversions: the left operand decides.</summary>
internal static class Arithmetic
{
    public static object? Apply(OperatorKind kind, object? left, object? right) => kind switch
    {
        OperatorKind.Add => Add(PSObject.Unwrap(left), right),
        OperatorKind.Multiply => Multiply(PSObject.Unwrap(left), PSObject.Unwrap(right)),
        OperatorKind.Subtract => Combine(kind, left, right, "-", "op_Subtraction"),
        OperatorKind.Divide => Combine(kind, left, right, "/", "op_Division"),
        _ => Combine(kind, left, right, "%", "op_Modulus"),
    };

    public static object? Negate(object? value) => PSObject.Unwrap(value) switch
    {
        int i => unchecked(-i),
        long l => unchecked(-l),
        double d => -d,
        float f => -(double)f,
        decimal m => -m,
        short s => unchecked((short)-s),
        sbyte b => -b,
        byte b => -b,
        uint or ulong or ushort => throw ScriptError.NeedsPowerShell("The sign of an unsigned number"),
        { } other => Apply(OperatorKind.Subtract, 0, other),
        null => 0,
    };

    public static object? Plus(object? value) => PSObject.Unwrap(value) switch
    {
        sbyte b => (int)b,
        byte b => (int)b,
        float f => (double)f,
        { } number when Numbers.IsNumeric(number) => number,
        var other => Apply(OperatorKind.Add, 0, other),
    };

    /// <summary>++ and --.</summary>
    public static object? Increment(object? value, int change)
    {
        object? plain = PSObject.Unwrap(value);
        return plain is null ? change
            : Numbers.IsNumeric(plain) ? NumberArithmetic.Apply(OperatorKind.Add, plain, change)
            : throw ScriptError.Create("OperatorRequiresNumber",
                $"The '{(change > 0 ? "++" : "--")}' operator works only on numbers. The operand is a '{plain.GetType()}'.", plain);
    }

    private static object? Add(object? left, object? wrappedRight)
    {
        object? right = PSObject.Unwrap(wrappedRight);
        switch (left)
        {
            case null:
                return wrappedRight;
            case string text:
                return text + PSObject.ToText(right, CultureInfo.InvariantCulture);
            case char c:
                return c + PSObject.ToText(right, CultureInfo.InvariantCulture);
        }

        if (Numbers.IsPrimitive(left))
        {
            return OnNumbers(OperatorKind.Add, left, right) ?? OperatorMethods.Call("op_Addition", "+", left, right);
        }

        if (LanguagePrimitives.GetEnumerable(left) is { } elements)
        {
            List<object?> sum = [.. elements.Cast<object?>()];
            if (LanguagePrimitives.GetEnumerable(right) is { } more)
            {
                sum.AddRange(more.Cast<object?>());
            }
            else
            {
                sum.Add(wrappedRight);
            }

            return sum.ToArray();
        }

        return left is IDictionary first ? Merge(first, right) : OperatorMethods.Call("op_Addition", "+", left, right);
    }

    private static Hashtable Merge(IDictionary first, object? right)
    {
        if (right is not IDictionary second)
        {
            throw ScriptError.Create("AddHashTableToNonHashTable", "A hash table can only be added to another hash table.", right);
        }

        Hashtable merged = new(StringComparer.CurrentCultureIgnoreCase);
        foreach (IDictionary source in (ReadOnlySpan<IDictionary>)[first, second])
        {
            foreach (DictionaryEntry entry in source)
            {
                try
                {
                    merged.Add(entry.Key, entry.Value);
                }
                catch (ArgumentException e)
                {
                    throw new RuntimeException(ErrorCategory.NotSpecified, "System.ArgumentException", null, e.Message, e);
                }
            }
        }

        return merged;
    }

    private static object? Multiply(object? left, object? right)
    {
        switch (left)
        {
            case null:
                return null;
            case string text:
                return Repeat(text, ToCount(right));
        }

        if (Numbers.IsNumeric(left))
        {
            return OnNumbers(OperatorKind.Multiply, left, right) ?? OperatorMethods.Call("op_Multiply", "*", left, right);
        }

        if (LanguagePrimitives.GetEnumerable(left) is not { } elements)
        {
            return OperatorMethods.Call("op_Multiply", "*", left, right);
        }

        int count = ToCount(right);
        if (count < 0)
        {
            throw ScriptError.Create("RuntimeException",
                $"Cannot convert value \"{count}\" to type \"System.UInt32\". "
                + "Error: \"Value was either too large or too small for a UInt32.\"", right);
        }

        object?[] once = [.. elements.Cast<object?>()];
        Type elementType = left is Array array ? array.GetType().GetElementType()! : typeof(object);
        Array repeated = Array.CreateInstance(elementType, once.Length * count);
        for (int i = 0; i < count; i++)
        {
            Array.Copy(once, 0, repeated, i * once.Length, once.Length);
        }

        return repeated;
    }

    private static int ToCount(object? right) => right is string text
        ? LanguagePrimitives.ConvertTo<int>(Numbers.Parse(text, 0))
        : LanguagePrimitives.ConvertTo<int>(right);

    private static string Repeat(string text, int times)
    {
        if (times < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(times), times, $"times ('{times}') must be a non-negative value.");
        }

        return new StringBuilder().Insert(0, text, times).ToString();
    }

    private static object? Combine(OperatorKind kind, object? wrappedLeft, object? wrappedRight, string symbol, string method)
    {
        object left = PSObject.Unwrap(wrappedLeft) ?? 0;
        object? right = PSObject.Unwrap(wrappedRight);
        if (left is string text)
        {
            return Apply(kind, Numbers.Parse(text, right), right);
        }

        return (Numbers.IsPrimitive(left) ? OnNumbers(kind, left, right) : null) ?? OperatorMethods.Call(method, symbol, left, right);
    }

    /// <summary>The result when the right operand is a number or a text of one, else null.</summary>
    private static object? OnNumbers(OperatorKind kind, object left, object? right) =>
        Numbers.AsOperand(right, left) is { } number ? NumberArithmetic.Apply(kind, left, number)
        : right is string text ? Apply(kind, left, Numbers.Parse(text, left))
        : null;
}
