using System.Management.Automation;

namespace MolShell.Host.Language.Operators;

/// <summary>The errors that a running script raises, with PowerShell's ids and messages.</summary>
internal static class ScriptError
{
    public static RuntimeException Create(string id, string message, object? target = null, Exception? cause = null) =>
        new(ErrorCategory.InvalidOperation, id, target, message, cause);

    /// <summary>Something whose meaning only a running script shows, and that molshell leaves to PowerShell.</summary>
    public static RuntimeException NeedsPowerShell(string what) =>
        new(ErrorCategory.NotImplemented, "NeedsPowerShell", null, $"{what} {Syntax.ScriptFault.NeedsPowerShell}.");

    public static RuntimeException DivideByZero()
    {
        DivideByZeroException cause = new();
        return new RuntimeException(ErrorCategory.NotSpecified, "RuntimeException", null, cause.Message, cause);
    }

    public static RuntimeException NoOperation(object? left, string operation, object? right) => Create(
        "NotADefinedOperationForType", $"The operation '[{TypeOf(left)}] {operation} [{TypeOf(right)}]' is not defined.", left);

    private static string TypeOf(object? value) => value is null ? "$null" : value.GetType().FullName!;
}
