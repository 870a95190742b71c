using System.Management.Automation;
using System.Numerics;
using MolShell.Host.Language.Syntax;

namespace MolShell.Host.Language.Operators;

/// <summary>
/// Arithmetic of two numbers: an integer result that does not fit its type becomes a double, so does a quotient with a remainder.
/// </summary>
internal static class NumberArithmetic
{
    public static object Apply(OperatorKind kind, object left, object right)
    {
        object result = Compute(kind, left, right);
        return left is Enum ? LanguagePrimitives.ConvertTo(result, left.GetType())! : result;
    }

    private static object Compute(OperatorKind kind, object left, object right)
    {
        switch (Numbers.KindOf(left, right))
        {
            case NumberKind.Int:
                return OnInt(kind, Numbers.ToInt(left), Numbers.ToInt(right));
            case NumberKind.UInt:
                return OnInteger<uint>(kind, Numbers.ToUInt(left), Numbers.ToUInt(right));
            case NumberKind.Long:
                return OnInteger<long>(kind, Numbers.ToLong(left), Numbers.ToLong(right));
            case NumberKind.ULong:
                return OnInteger<ulong>(kind, Numbers.ToULong(left), Numbers.ToULong(right));
            case NumberKind.Decimal:
                return OnDecimal(kind, left, right);
            default:
                return OnDouble(kind, Numbers.ToDouble(left), Numbers.ToDouble(right));
        }
    }

    private static object OnInt(OperatorKind kind, int left, int right)
    {
        long exact = kind switch
        {
            OperatorKind.Add => (long)left + right,
            OperatorKind.Subtract => (long)left - right,
            OperatorKind.Multiply => (long)left * right,
            _ => long.MaxValue,
        };
        return exact == long.MaxValue ? OnInteger(kind, left, right)
            : exact is >= int.MinValue and <= int.MaxValue ? (object)(int)exact
            : (double)exact;
    }

    private static object OnInteger<T>(OperatorKind kind, T left, T right)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (kind is OperatorKind.Add or OperatorKind.Subtract or OperatorKind.Multiply)
        {
            BigInteger a = BigInteger.CreateChecked(left);
            BigInteger b = BigInteger.CreateChecked(right);
            BigInteger exact = kind switch
            {
                OperatorKind.Add => a + b,
                OperatorKind.Subtract => a - b,
                _ => a * b,
            };
            return exact >= BigInteger.CreateChecked(T.MinValue) && exact <= BigInteger.CreateChecked(T.MaxValue)
                ? (object)T.CreateChecked(exact)
                : (double)exact;
        }

        if (T.IsZero(right))
        {
            throw ScriptError.DivideByZero();
        }

        bool overflows = T.IsNegative(T.MinValue) && left == T.MinValue && right + T.One == T.Zero;
        if (kind == OperatorKind.Remainder)
        {
            return overflows ? T.Zero : left % right;
        }

        return !overflows && T.IsZero(left % right) ? (object)(left / right) : double.CreateChecked(left) / double.CreateChecked(right);
    }

    private static object OnDecimal(OperatorKind kind, object left, object right)
    {
        try
        {
            decimal a = Numbers.ToDecimal(left);
            decimal b = Numbers.ToDecimal(right);
            return kind switch
            {
                OperatorKind.Add => a + b,
                OperatorKind.Subtract => a - b,
                OperatorKind.Multiply => a * b,
                OperatorKind.Divide => a / b,
                _ => a % b,
            };
        }
        catch (DivideByZeroException)
        {
            throw ScriptError.DivideByZero();
        }
        catch (OverflowException e)
        {
            // A negative integer beside an unsigned long is computed in decimal, and in double where that is too small.
            return left is ulong || right is ulong
                ? OnDouble(kind, Numbers.ToDouble(left), Numbers.ToDouble(right))
                : throw new RuntimeException(ErrorCategory.NotSpecified, "RuntimeException", null, e.Message, e);
        }
    }

    private static double OnDouble(OperatorKind kind, double left, double right) => kind switch
    {
        OperatorKind.Add => left + right,
        OperatorKind.Subtract => left - right,
        OperatorKind.Multiply => left * right,
        OperatorKind.Divide => left / right,
        _ => left % right,
    };
}
