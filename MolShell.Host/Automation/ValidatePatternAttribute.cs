using System.Globalization;
using System.Text.RegularExpressions;

namespace System.Management.Automation;

/// <summary>Asks that a text matches a regular expression.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidatePatternAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <summary>Sets the pattern.</summary>
    /// <param name="regexPattern">A .NET regular expression.</param>
    public ValidatePatternAttribute(string regexPattern)
    {
        ArgumentException.ThrowIfNullOrEmpty(regexPattern);
        RegexPattern = regexPattern;
    }

    /// <summary>The regular expression.</summary>
    public string RegexPattern { get; }

    /// <summary>Its options.</summary>
    public RegexOptions Options { get; set; } = RegexOptions.IgnoreCase;

    /// <summary>Message in place of the usual one; {0} the argument, {1} the pattern.</summary>
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
        if (!Regex.IsMatch(text, RegexPattern, Options))
        {
            string format = string.IsNullOrEmpty(ErrorMessage)
                ? "The argument \"{0}\" does not match the \"{1}\" pattern. Supply an argument that matches \"{1}\" and try the command "
                    + "again."
                : ErrorMessage;
            throw new ValidationMetadataException(string.Format(CultureInfo.InvariantCulture, format, text, RegexPattern));
        }
    }
}
