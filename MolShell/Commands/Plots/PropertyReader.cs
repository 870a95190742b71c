using System.Globalization;
using System.Management.Automation;

namespace MolShell.Commands.Plots;

/// <summary>Reads numbers out of whatever the pipeline brings: records, custom objects, plain numbers.</summary>
internal static class PropertyReader
{
    /// <summary>The value of an object that is a number itself; null for others.</summary>
    public static double? Number(object? value)
    {
        object? plain = value is PSObject wrapped ? wrapped.BaseObject : value;
        return plain switch
        {
            double or float or int or long or uint or ulong or short or ushort or byte or sbyte or decimal =>
                Convert.ToDouble(plain, CultureInfo.InvariantCulture),
            TimeSpan time => time.TotalSeconds,
            _ => null,
        };
    }

    /// <summary>
    /// The value of a property that is a number, or the text of one as in rows of a CSV file; NaN where the property is there but empty, null
    /// where it is not a number.
    /// </summary>
    public static double? Number(PSObject input, string property)
    {
        PSPropertyInfo? info = input.Properties[property];
        return info is null
            ? null
            : info.Value switch
            {
                null or "" => double.NaN,
                string text => Parse(text),
                var value => Number(value),
            };
    }

    /// <summary>Names of the properties that are numbers, for error messages.</summary>
    public static string NumericProperties(PSObject input) => string.Join(
        ", ", input.Properties.Where(p => p.IsGettable && (Number(p.Value) ?? Parse(p.Value as string)) is not null).Select(p => p.Name));

    private static double? Parse(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
}
