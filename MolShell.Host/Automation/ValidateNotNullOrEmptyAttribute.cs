namespace System.Management.Automation;

/// <summary>Refuses null, empty text and empty collections, and such elements.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateNotNullOrEmptyAttribute : NullValidationAttributeBase
{
    private const string Single =
        "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.";

    private const string Several =
        "The argument is null, empty, or an element of the argument collection contains a null value. "
        + "Supply a collection that does not contain any null values and then try the command again.";

    /// <inheritdoc/>
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (IsNullOrEmpty(arguments))
        {
            throw new ValidationMetadataException(Single);
        }

        if (LanguagePrimitives.GetEnumerable(arguments) is not { } elements)
        {
            return;
        }

        bool any = false;
        foreach (object? element in elements)
        {
            any = true;
            if (IsNullOrEmpty(element))
            {
                throw new ValidationMetadataException(Several);
            }
        }

        if (!any)
        {
            throw new ValidationMetadataException(Several);
        }
    }

    private static bool IsNullOrEmpty(object? value) => LanguagePrimitives.IsNull(value) || PSObject.Unwrap(value) is string { Length: 0 };
}
