using System.Globalization;

namespace System.Management.Automation;

/// <summary>Asks that a text is one of a set.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateSetAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <summary>Sets the values.</summary>
    /// <param name="validValues">The values.</param>
    public ValidateSetAttribute(params string[] validValues)
    {
        ArgumentNullException.ThrowIfNull(validValues);
        ArgumentOutOfRangeException.ThrowIfZero(validValues.Length);
        ValidValues = validValues;
    }

    /// <summary>The values.</summary>
    public IList<string> ValidValues { get; }

    /// <summary>Whether case does not matter.</summary>
    public bool IgnoreCase { get; set; } = true;

    /// <summary>Message in place of the usual one; {0} the argument, {1} the values.</summary>
    public string? ErrorMessage { get; set; }

    /// <inheritdoc/>
    protected override void ValidateElement(object? element)
    {
        if (element is null)
        {
            throw new ValidationMetadataException(
                "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.");
        }

        string text = PSObject.ToText(element, CultureInfo.InvariantCulture);
        StringComparison comparison = IgnoreCase ? StringComparison.InvariantCultureIgnoreCase : StringComparison.InvariantCulture;
        if (!ValidValues.Any(v => string.Equals(v, text, comparison)))
        {
            string format = string.IsNullOrEmpty(ErrorMessage)
                ? "The argument \"{0}\" does not belong to the set \"{1}\" specified by the ValidateSet attribute. Supply an argument "
                    + "that is in the set and then try the command again."
                : ErrorMessage;
            throw new ValidationMetadataException(string.Format(CultureInfo.InvariantCulture, format, text, string.Join(",", ValidValues)));
        }
    }
}
