using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Internal;
using MolShell.Host.Language.Operators;

namespace MolShell.Host.Language.Evaluation;

/// <summary>-is, -as and casts.</summary>
internal static class TypeOperators
{
    public static bool Is(object? wrapped, object? right)
    {
        Type type = TypeOf(right);
        object? value = PSObject.Unwrap(wrapped);
        if (value is PSObject)
        {
            return type == typeof(PSCustomObject) || type == typeof(PSObject) || type == typeof(object);
        }

        return (type == typeof(PSObject) && wrapped is PSObject) || type.IsInstanceOfType(value);
    }

    public static object? As(object? value, object? right) =>
        LanguagePrimitives.TryConvertTo(value, TypeOf(right), CultureInfo.InvariantCulture, out object? result) ? result : null;

    /// <exception cref="PSInvalidCastException">The value has no such form.</exception>
    public static object? Cast(object? value, Type type) =>
        type == typeof(void) ? AutomationNull.Value : LanguagePrimitives.ConvertTo(value, type, CultureInfo.InvariantCulture);

    private static Type TypeOf(object? right) => PSObject.Unwrap(right) switch
    {
        Type type => type,
        string name => TypeResolver.Find(new Ast.TypeName(default, name, 0)) ?? throw ScriptError.NeedsPowerShell($"The type [{name}]"),
        _ => throw ScriptError.Create("IsOperatorRequiresType", "The right operand of '-is' must be a type.", right),
    };
}
