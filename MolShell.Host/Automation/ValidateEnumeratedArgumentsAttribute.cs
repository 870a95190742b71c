using System.Collections;

namespace System.Management.Automation;

/// <summary>Base of attributes that check each element of an argument.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public abstract class ValidateEnumeratedArgumentsAttribute : ValidateArgumentsAttribute
{
    /// <summary>Checks one element.</summary>
    /// <param name="element">The element.</param>
    /// <exception cref="ValidationMetadataException">It is not allowed.</exception>
    protected abstract void ValidateElement(object? element);

    /// <inheritdoc/>
    protected sealed override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        object? value = PSObject.Unwrap(arguments);
        if (value is null)
        {
            throw new ValidationMetadataException(
                "The argument is null, empty, or an element of the argument collection contains a null value. "
                + "Supply a collection that does not contain any null values and then try the command again.");
        }

        IEnumerable? elements = LanguagePrimitives.GetEnumerable(value);
        if (elements is null)
        {
            ValidateElement(arguments);
            return;
        }

        foreach (object? element in elements)
        {
            ValidateElement(element);
        }
    }
}
