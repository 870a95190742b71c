using System.Globalization;

namespace MolShell.Compute.Plots.Scales;

/// <summary>Checks on the ends given for an axis, and ends for data that span nothing.</summary>
internal static class AxisLimits
{
    /// <summary>Two values closer than this, relative to their size, count as one: their ticks could not be told apart.</summary>
    private const double Resolution = 1e-10;

    public static void Require(Axis axis)
    {
        string name = axis.Label.Length == 0 ? "The axis" : $"The axis '{axis.Label}'";
        foreach (double? end in (double?[])[axis.Minimum, axis.Maximum])
        {
            if (end is { } value && !double.IsFinite(value))
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture, $"{name} has an end at {value}; a finite number is expected."), nameof(axis));
            }

            if (end <= 0 && axis.Scale == AxisScale.Logarithmic)
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} is logarithmic and has an end at {end}; a positive number is expected."), nameof(axis));
            }
        }

        if (axis.Minimum >= axis.Maximum)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} ends at {axis.Maximum}, which is not above its start at {axis.Minimum}."), nameof(axis));
        }
    }

    /// <summary>A range for no data at all, one unit (one decade) from the end that is given.</summary>
    public static (double Low, double High) Around(Axis axis)
    {
        bool log = axis.Scale == AxisScale.Logarithmic;
        double unit = Math.Max(1, Math.Abs(axis.Minimum ?? axis.Maximum ?? 0) * 0.1);
        return (axis.Minimum, axis.Maximum) switch
        {
            ({ } low, _) => (low, log ? low * 10 : low + unit),
            (null, { } high) => (log ? high / 10 : high - unit, high),
            _ => log ? (1, 10) : (0, 1),
        };
    }

    /// <summary>The range itself, or one around it where it spans nothing.</summary>
    public static (double Low, double High) Widen(double low, double high, AxisScale scale)
    {
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        if (high - low > Resolution * size)
        {
            return (low, high);
        }

        double middle = low + ((high - low) / 2);
        return scale == AxisScale.Logarithmic ? (middle / 3, middle * 3)
            : size < 1e-300 ? (-1, 1)
            : (middle - (0.1 * size), middle + (0.1 * size));
    }
}
