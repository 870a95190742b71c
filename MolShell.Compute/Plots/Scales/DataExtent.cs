namespace MolShell.Compute.Plots.Scales;

/// <summary>
/// Smallest and largest number that an axis can place; numbers that are not finite, or not positive on a log axis, are left out.
/// </summary>
internal sealed class DataExtent(AxisScale scale)
{
    public double Minimum { get; private set; } = double.PositiveInfinity;

    public double Maximum { get; private set; } = double.NegativeInfinity;

    public bool IsEmpty => Minimum > Maximum;

    public bool CanPlace(double value) => AxisRange.CanPlace(value, scale);

    public void Add(double value)
    {
        if (CanPlace(value))
        {
            Minimum = Math.Min(Minimum, value);
            Maximum = Math.Max(Maximum, value);
        }
    }

    public void Add(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            Add(value);
        }
    }

    /// <summary>
    /// The range of an axis over these data: given ends as given, free ends with the padding, as a fraction of the extent.
    /// </summary>
    /// <exception cref="ArgumentException">The ends given on the axis make no range.</exception>
    public AxisRange ToRange(Axis axis, double paddingBelow, double paddingAbove)
    {
        AxisLimits.Require(axis);
        (double low, double high) = IsEmpty ? AxisLimits.Around(axis) : AxisLimits.Widen(Minimum, Maximum, scale);
        bool widened = IsEmpty || low != Minimum || high != Maximum;
        AxisRange tight = new(axis.Minimum ?? low, axis.Maximum ?? high, scale);
        if (tight.Minimum >= tight.Maximum)
        {
            // One end is given and all data lie beyond it: a unit stretch from that end, with nothing in it.
            (low, high) = AxisLimits.Around(axis);
            tight = new AxisRange(axis.Minimum ?? low, axis.Maximum ?? high, scale);
            widened = true;
        }

        AxisRange range = widened
            ? tight
            : new AxisRange(axis.Minimum ?? tight.Value(-paddingBelow), axis.Maximum ?? tight.Value(1 + paddingAbove), scale);
        return range with { IsReversed = axis.IsReversed };
    }
}
