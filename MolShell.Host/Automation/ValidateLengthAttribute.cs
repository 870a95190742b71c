using System.Globalization;

namespace System.Management.Automation;

/// <summary>Limits the length of a text.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateLengthAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <summary>Sets the limits.</summary>
    /// <param name="minLength">Shortest [characters].</param>
    /// <param name="maxLength">Longest [characters].</param>
    public ValidateLengthAttribute(int minLength, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minLength);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxLength);
        if (maxLength < minLength)
        {
            throw new ValidationMetadataException(
                "The specified maximum character length of the argument is shorter than the specified minimum argument character length. "
                + "Update the ValidateLength attribute for the parameter.");
        }

        MinLength = minLength;
        MaxLength = maxLength;
    }

    /// <summary>Shortest [characters].</summary>
    public int MinLength { get; }

    /// <summary>Longest [characters].</summary>
    public int MaxLength { get; }

    /// <inheritdoc/>
    protected override void ValidateElement(object? element)
    {
        if (PSObject.Unwrap(element) is not string text)
        {
            throw new ValidationMetadataException(
                "The ValidateLength attribute cannot be applied to a parameter that is not a string or string[] parameter. "
                + "Make the parameter a string or string[] parameter.");
        }

        if (text.Length < MinLength)
        {
            throw new ValidationMetadataException(string.Create(
                CultureInfo.InvariantCulture,
                $"The character length ({text.Length}) of the argument is too short. Specify an argument with a length that is greater "
                + $"than or equal to \"{MinLength}\", and then try the command again."));
        }

        if (text.Length > MaxLength)
        {
            throw new ValidationMetadataException(string.Create(
                CultureInfo.InvariantCulture,
                $"The character length of the {text.Length} argument is too long. Shorten the character length of the argument so it is "
                + $"fewer than or equal to \"{MaxLength}\" characters, and then try the command again."));
        }
    }
}
