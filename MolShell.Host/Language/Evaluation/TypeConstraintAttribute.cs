using System.Globalization;
using System.Management.Automation;

namespace MolShell.Host.Language.Evaluation;

/// <summary>The type that a variable was given: [int]$x = ... converts this value and all later ones.</summary>
internal sealed class TypeConstraintAttribute(Type type) : ArgumentTransformationAttribute
{
    public Type Type { get; } = type;

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Convert(inputData);

    /// <exception cref="RuntimeException">The value has no such form.</exception>
    public object? Convert(object? value)
    {
        try
        {
            return LanguagePrimitives.ConvertTo(value, Type, CultureInfo.InvariantCulture);
        }
        catch (PSInvalidCastException e)
        {
            throw new RuntimeException(ErrorCategory.MetadataError, "RuntimeException", null, e.Message, e);
        }
    }
}
