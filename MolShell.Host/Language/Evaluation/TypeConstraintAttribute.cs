using System.Globalization;
using System.Management.Automation;
using MolShell.Host.Language.Operators;

namespace MolShell.Host.Language.Evaluation;

/// <summary>The type that a variable was given: [int]$x = ... converts this value and all later ones.</summary>
internal sealed class TypeConstraintAttribute(Type type) : ArgumentTransformationAttribute
{
    public Type Type { get; } = type;

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Convert(inputData);

    /// <exception cref="RuntimeException">The value has no such form.</exception>
    public object? Convert(object? value)
    {
        if (Type == typeof(bool) || Type == typeof(SwitchParameter))
        {
            RefuseLooseTruth(PSObject.Unwrap(value));
        }

        try
        {
            return LanguagePrimitives.ConvertTo(value, Type, CultureInfo.InvariantCulture);
        }
        catch (PSInvalidCastException e)
        {
            throw new RuntimeException(ErrorCategory.MetadataError, "RuntimeException", null, e.Message, e);
        }
    }

    /// <summary>A cast takes anything for a truth value, a variable or parameter only truth values and numbers.</summary>
    private void RefuseLooseTruth(object? value)
    {
        if (value is not (bool or SwitchParameter) && !Numbers.IsNumeric(value))
        {
            throw new RuntimeException(
                ErrorCategory.MetadataError, "RuntimeException", null,
                $"Cannot convert value \"{value?.GetType().FullName}\" to type \"{Type.FullName}\". "
                + "Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.");
        }
    }
}
