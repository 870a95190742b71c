using System.Management.Automation.Hosting;

namespace MolShell.Host.Language.Operators;

/// <summary>Operators that .NET types define, such as that of dates and time spans.</summary>
internal static class OperatorMethods
{
    /// <summary>Calls the operator of the left operand's type, or of the right one's beside a plain number.</summary>
    /// <param name="name">Name of the method, such as op_Addition.</param>
    /// <param name="symbol">How scripts write it.</param>
    /// <param name="left">Left operand.</param>
    /// <param name="right">Right operand.</param>
    public static object? Call(string name, string symbol, object? left, object? right)
    {
        object? owner = left is null || left.GetType().IsPrimitive ? right : left;
        return owner is null || owner.GetType().IsPrimitive
            ? throw ScriptError.NoOperation(left, symbol, right)
            : MethodCalls.InvokeOperator(owner.GetType(), name, left, right);
    }
}
