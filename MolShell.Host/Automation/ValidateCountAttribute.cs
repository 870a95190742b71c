using System.Collections;
using System.Globalization;

namespace System.Management.Automation;

/// <summary>Limits the number of elements.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateCountAttribute : ValidateArgumentsAttribute
{
    /// <summary>Sets the limits.</summary>
    /// <param name="minLength">Fewest.</param>
    /// <param name="maxLength">Most.</param>
    public ValidateCountAttribute(int minLength, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minLength);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxLength);
        if (maxLength < minLength)
        {
            throw new ValidationMetadataException(
                "The specified maximum number of arguments for a parameter is fewer than the specified minimum number of arguments. "
                + "Update the ValidateCount attribute for the parameter.");
        }

        MinLength = minLength;
        MaxLength = maxLength;
    }

    /// <summary>Fewest.</summary>
    public int MinLength { get; }

    /// <summary>Most.</summary>
    public int MaxLength { get; }

    /// <inheritdoc/>
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        int count = PSObject.Unwrap(arguments) switch
        {
            null => 0,
            ICollection collection => collection.Count,
            IEnumerable elements and not string => elements.Cast<object?>().Count(),
            _ => throw new ValidationMetadataException(
                "The ValidateCount attribute cannot be applied to a non-array parameter. "
                + "Either remove the attribute from the parameter or make the parameter an array parameter."),
        };

        if (count >= MinLength && count <= MaxLength)
        {
            return;
        }

        throw new ValidationMetadataException(MinLength == MaxLength
            ? string.Create(
                CultureInfo.InvariantCulture, $"The parameter requires exactly {MaxLength} value(s) - {count} value(s) were provided.")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The parameter requires at least {MinLength} value(s) and no more than {MaxLength} value(s) - {count} value(s) "
                + $"were provided."));
    }
}
