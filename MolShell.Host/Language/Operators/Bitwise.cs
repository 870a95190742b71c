using System.Globalization;
using System.Management.Automation;
using MolShell.Host.Language.Syntax;

namespace MolShell.Host.Language.Operators;

/// <summary>-band -bor -bxor -bnot -shl -shr.</summary>
internal static class Bitwise
{
    public static object? Apply(OperatorKind kind, object? wrappedLeft, object? wrappedRight)
    {
        object? left = PSObject.Unwrap(wrappedLeft);
        object? right = PSObject.Unwrap(wrappedRight);
        if (kind is OperatorKind.ShiftLeft or OperatorKind.ShiftRight)
        {
            return Shift(kind, left, right);
        }

        if (left is null && right is null)
        {
            return 0;
        }

        if (left is string leftText)
        {
            return Apply(kind, Numbers.Parse(leftText, right), right);
        }

        if (right is string rightText)
        {
            return Apply(kind, left, Numbers.Parse(rightText, left));
        }

        object? first = Numbers.IsPrimitive(left) ? left : left is null ? 0 : null;
        object? second = Numbers.IsPrimitive(right) ? right : right is null ? 0 : null;
        if (first is null || second is null)
        {
            string name = kind switch { OperatorKind.BitAnd => "and", OperatorKind.BitOr => "or", _ => "xor" };
            string method = kind switch
            {
                OperatorKind.BitAnd => "op_BitwiseAnd",
                OperatorKind.BitOr => "op_BitwiseOr",
                _ => "op_ExclusiveOr",
            };
            return OperatorMethods.Call(method, "-b" + name, left, right);
        }

        return left is Enum ? Enum.ToObject(left.GetType(), Combine(kind, first, second)) : Combine(kind, first, second);
    }

    public static object? Not(object? value)
    {
        switch (PSObject.Unwrap(value))
        {
            case null:
                return -1;
            case string text:
                return Not(Numbers.Parse(text, 0));
            case Enum e:
                return Enum.ToObject(e.GetType(), ~Convert.ToInt64(e, CultureInfo.InvariantCulture));
            case uint u:
                return ~u;
            case long l:
                return ~l;
            case ulong u:
                return ~u;
            case double or float or decimal:
                object number = PSObject.Unwrap(value)!;
                double real = Numbers.ToDouble(number);
                return real is >= int.MinValue and <= int.MaxValue ? ~LanguagePrimitives.ConvertTo<int>(number)
                    : real is >= 0 and <= uint.MaxValue ? ~LanguagePrimitives.ConvertTo<uint>(number)
                    : real is >= long.MinValue and <= long.MaxValue ? ~LanguagePrimitives.ConvertTo<long>(number)
                    : ~LanguagePrimitives.ConvertTo<ulong>(number);
            case { } other:
                return ~LanguagePrimitives.ConvertTo<int>(other);
        }
    }

    private static object Combine(OperatorKind kind, object left, object right)
    {
        TypeCode code = (TypeCode)Math.Max((int)Type.GetTypeCode(left.GetType()), (int)Type.GetTypeCode(right.GetType()));
        if (code is TypeCode.Single or TypeCode.Double or TypeCode.Decimal)
        {
            ulong bits = OnBits(kind, ToBits(left), ToBits(right));
            return Numbers.ToDouble(left) < 0 || Numbers.ToDouble(right) < 0 ? unchecked((long)bits) : bits;
        }

        ulong result = OnBits(kind, IntegerBits(left), IntegerBits(right));
        return unchecked(code switch
        {
            <= TypeCode.Int32 => (object)(int)result,
            TypeCode.UInt32 => (uint)result,
            TypeCode.Int64 => (long)result,
            _ => result,
        });
    }

    private static ulong OnBits(OperatorKind kind, ulong left, ulong right) => kind switch
    {
        OperatorKind.BitAnd => left & right,
        OperatorKind.BitOr => left | right,
        _ => left ^ right,
    };

    private static ulong IntegerBits(object value) => value is ulong u ? u : unchecked((ulong)Numbers.ToLong(value));

    private static ulong ToBits(object value) => Numbers.ToDouble(value) < 0
        ? unchecked((ulong)LanguagePrimitives.ConvertTo<long>(value))
        : LanguagePrimitives.ConvertTo<ulong>(value);

    private static object? Shift(OperatorKind kind, object? left, object? right)
    {
        switch (left)
        {
            case null:
                return 0;
            case string text:
                return Shift(kind, Numbers.Parse(text, right), right);
        }

        if (right is string count)
        {
            return Shift(kind, left, Numbers.Parse(count, left));
        }

        int places = LanguagePrimitives.ConvertTo<int>(right);
        bool toLeft = kind == OperatorKind.ShiftLeft;
        return left switch
        {
            int i => toLeft ? i << (places & 0x1f) : i >> (places & 0x1f),
            uint u => toLeft ? u << (places & 0x1f) : u >> (places & 0x1f),
            long l => toLeft ? l << (places & 0x3f) : l >> (places & 0x3f),
            ulong u => toLeft ? u << (places & 0x3f) : u >> (places & 0x3f),
            _ => throw ScriptError.NeedsPowerShell($"Shifting a value of type {left.GetType().Name}"),
        };
    }
}
