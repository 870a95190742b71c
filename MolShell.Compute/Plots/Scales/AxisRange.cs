namespace MolShell.Compute.Plots.Scales;

/// <summary>The stretch of numbers an axis shows, and where along it each number lies.</summary>
internal readonly record struct AxisRange(double Minimum, double Maximum, AxisScale Scale, bool IsReversed = false)
{
    /// <summary>Magnitudes beyond this count as infinite, so that differences and ratios stay finite.</summary>
    private const double Huge = 1e150;

    public bool IsLogarithmic => Scale == AxisScale.Logarithmic;

    /// <summary>Whether an axis can show the value at all: a finite number, on a log axis a positive one.</summary>
    public static bool CanPlace(double value, AxisScale scale) =>
        Math.Abs(value) < Huge && (scale == AxisScale.Linear || value > 1 / Huge);

    /// <summary>0 at the lower or left end of the axis, 1 at the other one, beyond for values outside; NaN for values that have no place.</summary>
    public double Fraction(double value)
    {
        if (!CanPlace(value, Scale))
        {
            return double.NaN;
        }

        double upward = IsLogarithmic
            ? Math.Log(value / Minimum) / Math.Log(Maximum / Minimum)
            : (value - Minimum) / (Maximum - Minimum);
        return IsReversed ? 1 - upward : upward;
    }

    /// <summary>The number at a fraction of the way along the axis.</summary>
    public double Value(double fraction)
    {
        double upward = IsReversed ? 1 - fraction : fraction;
        return IsLogarithmic ? Minimum * Math.Pow(Maximum / Minimum, upward) : Minimum + ((Maximum - Minimum) * upward);
    }
}
