using System.Globalization;

namespace System.Management.Automation;

/// <summary>Asks that a value lies in a range, both ends included.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateRangeAttribute : ValidateEnumeratedArgumentsAttribute
{
    private readonly Type promotedType;

    /// <summary>Sets the range.</summary>
    /// <param name="minRange">Least.</param>
    /// <param name="maxRange">Greatest.</param>
    public ValidateRangeAttribute(object minRange, object maxRange)
    {
        ArgumentNullException.ThrowIfNull(minRange);
        ArgumentNullException.ThrowIfNull(maxRange);
        promotedType = minRange.GetType() == maxRange.GetType()
            ? minRange.GetType()
            : LanguagePrimitives.CommonNumericType(minRange.GetType(), maxRange.GetType())
              ?? throw new ValidationMetadataException(
                  $"The specified minimum range ({minRange.GetType().Name}) cannot be accepted because it is not the same type as the "
                  + $"specified maximum range ({maxRange.GetType().Name}). Update the ValidateRange attribute for the parameter.");
        if (!typeof(IComparable).IsAssignableFrom(promotedType))
        {
            throw new ValidationMetadataException(
                "Cannot accept the MaxRange and MinRange parameter types. Both parameters must be objects that implement an IComparable "
                + "interface.");
        }

        MinRange = LanguagePrimitives.ConvertTo(minRange, promotedType, CultureInfo.InvariantCulture)!;
        MaxRange = LanguagePrimitives.ConvertTo(maxRange, promotedType, CultureInfo.InvariantCulture)!;
        if (((IComparable)MinRange).CompareTo(MaxRange) > 0)
        {
            throw new ValidationMetadataException(
                "The specified maximum range cannot be accepted because it is less than the specified minimum range. Update the "
                + "ValidateRange attribute for the parameter.");
        }
    }

    /// <summary>Least.</summary>
    public object MinRange { get; }

    /// <summary>Greatest.</summary>
    public object MaxRange { get; }

    /// <inheritdoc/>
    protected override void ValidateElement(object? element)
    {
        object? value = PSObject.Unwrap(element);
        if (value is null)
        {
            throw new ValidationMetadataException(
                "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.");
        }

        IComparable least = (IComparable)MinRange;
        IComparable greatest = (IComparable)MaxRange;
        object compared = value;
        if (value.GetType() != promotedType)
        {
            Type? common = LanguagePrimitives.CommonNumericType(value.GetType(), promotedType);
            Type target = common ?? promotedType;
            if (!LanguagePrimitives.TryConvertTo(value, target, CultureInfo.InvariantCulture, out object? converted) || converted is null)
            {
                throw new ValidationMetadataException(
                    $"The argument cannot be validated because its type \"{value.GetType().Name}\" is not the same type "
                    + $"({promotedType.Name}) as the maximum and minimum limits of the parameter. Make sure the argument is of type "
                    + $"{promotedType.Name} and then try the command again.");
            }

            compared = converted;
            least = (IComparable)LanguagePrimitives.ConvertTo(MinRange, target, CultureInfo.InvariantCulture)!;
            greatest = (IComparable)LanguagePrimitives.ConvertTo(MaxRange, target, CultureInfo.InvariantCulture)!;
        }

        if (least.CompareTo(compared) > 0)
        {
            throw new ValidationMetadataException(string.Create(
                CultureInfo.InvariantCulture,
                $"The {value} argument is less than the minimum allowed range of {MinRange}. Supply an argument that is greater than or "
                + $"equal to {MinRange} and then try the command again."));
        }

        if (greatest.CompareTo(compared) < 0)
        {
            throw new ValidationMetadataException(string.Create(
                CultureInfo.InvariantCulture,
                $"The {value} argument is greater than the maximum allowed range of {MaxRange}. Supply an argument that is less than or "
                + $"equal to {MaxRange} and then try the command again."));
        }
    }
}
