using System.Globalization;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Volumes;

/// <summary>
/// One or several ranges of one variable. Ranges of a periodic variable are kept within the period from -P/2 to P/2, into which values are
/// taken; one that passes through its border is two ranges, and is written as one from a minimum above its maximum.
/// </summary>
internal sealed class RangeVolume : StateVolume
{
    private readonly CollectiveVariable variable;
    private readonly double? period;
    private readonly RangeSet ranges;

    private RangeVolume(CollectiveVariable variable, double? period, RangeSet ranges)
    {
        this.variable = variable;
        this.period = period;
        this.ranges = ranges;
    }

    internal override bool IsTimeReversible => variable.IsTimeReversible;

    internal CollectiveVariable Variable => variable;

    internal double Minimum => ranges.Ranges[0].Low;

    internal double Maximum => ranges.Ranges[^1].High;

    /// <summary>Whether it is one range, and one end of it is infinite.</summary>
    internal bool IsHalfOpen => ranges.Ranges.Length == 1 && double.IsInfinity(Minimum) != double.IsInfinity(Maximum);

    private protected override string DefaultName => Text(variable.Name);

    private double Lowest => -0.5 * period ?? double.NegativeInfinity;

    private double Highest => 0.5 * period ?? double.PositiveInfinity;

    /// <summary>minimum &lt;= variable &lt; maximum; an end that is null is open.</summary>
    public static RangeVolume Interval(CollectiveVariable variable, double? minimum, double? maximum, double? period)
    {
        if (minimum is null && maximum is null)
        {
            throw new ArgumentException($"A volume of '{variable.Name}' needs a minimum, a maximum, or both.", nameof(minimum));
        }

        return new RangeVolume(variable, period, period is double p
            ? OnCircle(variable, minimum ?? (-0.5 * p), maximum ?? (0.5 * p), p)
            : OnLine(variable, minimum ?? double.NegativeInfinity, maximum ?? double.PositiveInfinity));
    }

    /// <summary>The set operation on two volumes of ranges of one variable; null for other volumes.</summary>
    public static StateVolume? Combine(StateVolume first, StateVolume second, Func<RangeSet, RangeSet, RangeSet> operation) =>
        first is RangeVolume a && second is RangeVolume b && AreOfOneVariable(a, b) ? a.With(operation(a.ranges, b.ranges)) : null;

    public static bool AreOfOneVariable(StateVolume first, StateVolume second) =>
        first is RangeVolume a && second is RangeVolume b && a.period == b.period && a.variable.Describe() == b.variable.Describe();

    public override bool Contains(PhasePoint point) => ContainsValue(variable.Evaluate(point));

    public override string Describe() => Text(variable.Describe());

    internal override bool ContainsAt(Trajectory path, int index) => ContainsValue(path.Value(variable, index));

    private protected override StateVolume Complement() => With(ranges.Complement(Lowest, Highest));

    private static RangeSet OnLine(CollectiveVariable variable, double minimum, double maximum) => minimum < maximum
        ? RangeSet.Of(minimum, maximum)
        : throw new ArgumentException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The interval {minimum} <= {variable.Name} < {maximum} is empty: the minimum must be below the maximum."),
            nameof(minimum));

    private static RangeSet OnCircle(CollectiveVariable variable, double minimum, double maximum, double period)
    {
        double width = maximum >= minimum ? maximum - minimum : maximum - minimum + period;
        if (!(width > 0 && width <= period))
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The interval {minimum} to {maximum} of the periodic variable '{variable.Name}' must be above 0 and at most {period} wide."),
                nameof(minimum));
        }

        double half = 0.5 * period;
        if (width == period)
        {
            return RangeSet.Of(-half, half);
        }

        // The upper end is outside, so the border of the period is one as its upper border.
        double low = Wrap(minimum, period);
        double high = Wrap(maximum, period);
        high = high == -half ? half : high;
        return low < high ? RangeSet.Of(low, high) : RangeSet.Of(-half, high).Unite(RangeSet.Of(low, half));
    }

    /// <summary>The number in [-period/2, period/2) that is a whole number of periods away.</summary>
    private static double Wrap(double value, double period)
    {
        double half = 0.5 * period;
        if (value >= -half && value < half)
        {
            return value;
        }

        double wrapped = value - (period * Math.Floor((value + half) / period));

        // A value just below the border can round to the border above it.
        return wrapped >= half ? Math.BitDecrement(half) : Math.Max(wrapped, -half);
    }

    private StateVolume With(RangeSet set) =>
        set.IsEmpty ? Nothing
        : set == RangeSet.Of(Lowest, Highest) ? Everything
        : new RangeVolume(variable, period, set);

    private bool ContainsValue(double value) => ranges.Contains(period is double p ? Wrap(value, p) : value);

    private string Text(string name)
    {
        IEnumerable<(double Low, double High)> parts = ranges.Ranges;
        if (period is not null && ranges.Ranges.Length > 1 && ranges.Ranges[0].Low == Lowest && ranges.Ranges[^1].High == Highest)
        {
            parts = ranges.Ranges[1..^1].Append((ranges.Ranges[^1].Low, ranges.Ranges[0].High));
        }

        string text = string.Join(" | ", parts.Select(r => Text(name, r.Low, r.High)));
        text = period is double p ? string.Create(CultureInfo.InvariantCulture, $"{text} (period {p})") : text;
        return ranges.Ranges.Length > 1 && text.Contains('|', StringComparison.Ordinal) ? $"({text})" : text;
    }

    private static string Text(string name, double low, double high) =>
        double.IsNegativeInfinity(low) ? string.Create(CultureInfo.InvariantCulture, $"{name} < {high}")
        : double.IsPositiveInfinity(high) ? string.Create(CultureInfo.InvariantCulture, $"{name} >= {low}")
        : string.Create(CultureInfo.InvariantCulture, $"{low} <= {name} < {high}");
}
