namespace System.Management.Automation;

/// <summary>Refuses null, also as an element.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateNotNullAttribute : NullValidationAttributeBase
{
    /// <inheritdoc/>
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (LanguagePrimitives.IsNull(arguments))
        {
            throw new ValidationMetadataException(
                "The argument is null. Provide a valid value for the argument, and then try running the command again.");
        }

        if (LanguagePrimitives.GetEnumerable(arguments) is { } elements && elements.Cast<object?>().Any(LanguagePrimitives.IsNull))
        {
            throw new ValidationMetadataException(
                "The argument has a null value, or an element of the argument collection contains a null value. "
                + "Provide a collection that does not contain any null values, and then try the command again.");
        }
    }
}
