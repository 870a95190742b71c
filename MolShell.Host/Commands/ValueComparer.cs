using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Hosting;

namespace MolShell.Host.Commands;

/// <summary>
/// Order of property values for sorting and grouping: by PowerShell's comparison, by text where that fails, and objects
/// without the property last.
/// </summary>
/// <param name="caseSensitive">Whether case matters.</param>
/// <param name="descending">Whether to turn the order round.</param>
public sealed class ValueComparer(bool caseSensitive, bool descending = false)
{
    /// <summary>Compares two values.</summary>
    /// <param name="first">First value.</param>
    /// <param name="second">Second value.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int Compare(object? first, object? second)
    {
        object? a = PSObject.Unwrap(first);
        object? b = PSObject.Unwrap(second);
        if (Quick(a, b) is { } quick)
        {
            return descending ? -quick : quick;
        }

        if (a is null && b is null)
        {
            return 0;
        }

        int order;
        try
        {
            order = LanguagePrimitives.Compare(a, b, !caseSensitive, CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is ArgumentException or InvalidCastException)
        {
            order = TextOrder.Compare(Text(a), Text(b), !caseSensitive);
        }

        return descending ? -order : order;
    }

    /// <summary>Compares the values of two properties.</summary>
    /// <param name="first">First value.</param>
    /// <param name="second">Second value.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int Compare(PropertyResult first, PropertyResult second) => (first.Exists, second.Exists) switch
    {
        (true, true) => Compare(first.Value, second.Value),
        (true, false) => -1,
        (false, true) => 1,
        _ => 0,
    };

    // The common cases, of which sorting does many.
    private int? Quick(object? a, object? b) => (a, b) switch
    {
        (int x, int y) => x.CompareTo(y),
        (long x, long y) => x.CompareTo(y),
        (double x, double y) => x.CompareTo(y),
        (string x, string y) => TextOrder.Compare(x, y, !caseSensitive),
        _ => null,
    };

    private static string Text(object? value) => PSObject.ToText(value, CultureInfo.InvariantCulture);
}
