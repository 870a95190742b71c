using System.Globalization;
using System.Management.Automation;
using MolShell.Host.Language.Syntax;

namespace MolShell.Host.Language.Operators;

/// <summary>-eq -ne -lt -le -gt -ge, -contains and -in. A collection on the left is filtered, a single value gives true or false.</summary>
internal static class Comparison
{
    public static object? Apply(OperatorInfo operation, object? left, object? right)
    {
        if (LanguagePrimitives.GetEnumerable(left) is not { } elements)
        {
            return Holds(operation, left, right);
        }

        List<object?> matching = [];
        foreach (object? element in elements)
        {
            if (Holds(operation, element, right))
            {
                matching.Add(element);
            }
        }

        return matching.ToArray();
    }

    /// <summary>Whether a collection holds a value; a single value stands for a collection of one.</summary>
    public static bool Contains(object? collection, object? value, bool caseSensitive)
    {
        OperatorInfo equal = new("-eq", OperatorKind.Equal, 0, CaseSensitive: caseSensitive);
        return LanguagePrimitives.GetEnumerable(collection) is { } elements
            ? elements.Cast<object?>().Any(e => Holds(equal, e, value))
            : Holds(equal, collection, value);
    }

    private static bool Holds(OperatorInfo operation, object? wrappedLeft, object? wrappedRight)
    {
        object? left = PSObject.Unwrap(wrappedLeft);
        object? right = PSObject.Unwrap(wrappedRight);
        if (left is Enum && right is decimal)
        {
            throw ScriptError.NeedsPowerShell("Comparing an enumeration's value with a decimal");
        }

        return operation.Kind switch
        {
            OperatorKind.Equal => AreEqual(left, right, operation.CaseSensitive),
            OperatorKind.NotEqual => !AreEqual(left, right, operation.CaseSensitive),
            _ => IsOrdered(operation.Kind, left, right, operation.CaseSensitive),
        };
    }

    private static bool AreEqual(object? left, object? right, bool caseSensitive)
    {
        if (left is null || right is null)
        {
            return left is null && right is null;
        }

        if (Numbers.IsNumeric(left))
        {
            object? number = Operand(left, right, OnFailure.IsNoNumber);
            if (number is not null)
            {
                return CompareNumbers(left, number) == 0;
            }
        }

        return LanguagePrimitives.Equals(left, right, !caseSensitive, CultureInfo.InvariantCulture);
    }

    private static bool IsOrdered(OperatorKind kind, object? left, object? right, bool caseSensitive)
    {
        if (left is not null && Numbers.IsNumeric(left) && right is not null && Operand(left, right, OnFailure.Throws) is { } number)
        {
            return CompareNumbers(left, number) is { } difference && Satisfies(kind, difference);
        }

        // Beside null a number is compared with 0, which NaN never passes.
        int order = Order(left, right, caseSensitive);
        return (left ?? right) is not double.NaN && Satisfies(kind, order);
    }

    private static int Order(object? left, object? right, bool caseSensitive)
    {
        if ((left ?? right) is Enum && (left is null || right is null))
        {
            throw ScriptError.NeedsPowerShell("Ordering an enumeration's value and null");
        }

        if (left is PSObject && right is not null && !ReferenceEquals(left, right))
        {
            string text = Text(left);
            throw ScriptError.Create("PSObjectCompareTo", $"Cannot compare \"{text}\" to \"{Text(right)}\" because the objects are not "
                + $"the same type or the object \"{text}\" does not implement \"IComparable\".", left);
        }

        try
        {
            return LanguagePrimitives.Compare(left, right, !caseSensitive, CultureInfo.InvariantCulture);
        }
        catch (PSArgumentException e)
        {
            throw ScriptError.Create(left is IComparable ? "ComparisonFailure" : "NotIcomparable", e.Message, left, e);
        }
    }

    private static string Text(object value) => PSObject.ToText(value, CultureInfo.InvariantCulture);

    private enum OnFailure
    {
        Throws,
        IsNoNumber,
    }

    /// <summary>The right operand as a number, when it is one or a text.</summary>
    private static object? Operand(object left, object right, OnFailure onFailure)
    {
        if (right is not string text)
        {
            return Numbers.AsOperand(right, left);
        }

        try
        {
            return Numbers.Parse(text, left);
        }
        catch (PSInvalidCastException) when (onFailure == OnFailure.IsNoNumber)
        {
            return null;
        }
    }

    private static bool Satisfies(OperatorKind kind, double order) => kind switch
    {
        OperatorKind.Less => order < 0,
        OperatorKind.LessOrEqual => order <= 0,
        OperatorKind.Greater => order > 0,
        _ => order >= 0,
    };

    /// <summary>Negative, zero or positive; null when one is not a number (NaN).</summary>
    private static double? CompareNumbers(object left, object right)
    {
        switch (Numbers.KindOf(left, right))
        {
            case NumberKind.Int:
                return Numbers.ToInt(left).CompareTo(Numbers.ToInt(right));
            case NumberKind.UInt:
                return Numbers.ToUInt(left).CompareTo(Numbers.ToUInt(right));
            case NumberKind.Long:
                return Numbers.ToLong(left).CompareTo(Numbers.ToLong(right));
            case NumberKind.ULong:
                return Numbers.ToULong(left).CompareTo(Numbers.ToULong(right));
            case NumberKind.Decimal when left is not (double or float) && right is not (double or float):
                return Numbers.ToDecimal(left).CompareTo(Numbers.ToDecimal(right));
            default:
                double a = Numbers.ToDouble(left);
                double b = Numbers.ToDouble(right);
                return double.IsNaN(a) || double.IsNaN(b) ? null : a.CompareTo(b);
        }
    }
}
