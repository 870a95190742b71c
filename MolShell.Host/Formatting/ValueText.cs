using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace MolShell.Host.Formatting;

/// <summary>Values as they stand in tables and lists.</summary>
/// <param name="enumerationLimit">How many elements of a collection are shown ($FormatEnumerationLimit); below 0 for all.</param>
internal sealed class ValueText(int enumerationLimit)
{
    public const char Ellipsis = '\u2026';

    /// <summary>Properties that name an object in a collection, the best first.</summary>
    private static readonly string[] NamePatterns = ["name", "id", "key", "*key", "*name", "*id"];

    /// <param name="value">The value of a property.</param>
    /// <param name="format">Its .NET format, or null.</param>
    /// <param name="inTable">Real numbers without a format show two decimals, as in PowerShell's tables of bare properties.</param>
    public string Of(object? value, string? format, bool inTable)
    {
        object? plain = PSObject.Unwrap(value);
        if (!string.IsNullOrEmpty(format) && TryFormat(plain, format, out string? formatted))
        {
            return formatted;
        }

        return plain is IDictionary dictionary ? Collection(dictionary)
            : LanguagePrimitives.GetEnumerable(plain) is { } elements ? Collection(elements)
            : inTable && plain is double or float or decimal ? ((IFormattable)plain).ToString("F", CultureInfo.CurrentCulture)
            : Text(value);
    }

    private static bool TryFormat(object? value, string format, out string formatted)
    {
        try
        {
            bool isComposite = format.Contains("{0", StringComparison.Ordinal) || format.Contains('}', StringComparison.Ordinal);
            formatted = isComposite ? string.Format(CultureInfo.CurrentCulture, format, value ?? "")
                : value is IFormattable formattable ? formattable.ToString(format, CultureInfo.CurrentCulture)
                : Text(value);
            return true;
        }
        catch (FormatException)
        {
            // As in PowerShell, a format that does not fit the value is passed over.
            formatted = "";
            return false;
        }
    }

    private string Collection(IEnumerable elements)
    {
        StringBuilder text = new("{");
        int count = 0;
        foreach (object? element in elements)
        {
            if (count == enumerationLimit)
            {
                text.Append(Ellipsis);
                break;
            }

            text.Append(count++ == 0 ? "" : ", ").Append(Name(element));
        }

        return text.Append('}').ToString();
    }

    /// <summary>An element of a collection: its own text, or the value of the property that names it.</summary>
    private static string Name(object? element)
    {
        object? plain = PSObject.Unwrap(element);
        if (plain is null)
        {
            return "$null";
        }

        bool hasText = plain is PSObject or bool
            || plain.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType == plain.GetType();
        if (hasText)
        {
            return Text(element);
        }

        IReadOnlyList<string> names = PropertyReader.Names(element);
        foreach (string pattern in NamePatterns)
        {
            WildcardPattern wildcard = new(pattern, WildcardOptions.IgnoreCase);
            if (names.FirstOrDefault(wildcard.IsMatch) is { } name && PropertyReader.TryGet(element, name, out object? value))
            {
                return Text(value);
            }
        }

        return Text(element);
    }

    private static string Text(object? value) =>
        PSObject.Unwrap(value) is Type type ? type.ToString() : PSObject.ToText(value, CultureInfo.CurrentCulture);
}
