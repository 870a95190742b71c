using System.Globalization;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Volumes;

/// <summary>
/// The part of a period from minimum up to, and without, maximum, in the direction of growing values. An open end is the border of
/// the period from -P/2 to P/2.
/// </summary>
internal sealed class PeriodicIntervalVolume : StateVolume
{
    private readonly CollectiveVariable variable;
    private readonly double minimum;
    private readonly double width;
    private readonly double period;
    private readonly double high;

    public PeriodicIntervalVolume(CollectiveVariable variable, double? minimum, double? maximum, double period)
    {
        if (minimum is null && maximum is null)
        {
            throw new ArgumentException($"A volume of '{variable.Name}' needs a minimum, a maximum, or both.", nameof(minimum));
        }

        double low = minimum ?? -0.5 * period;
        high = maximum ?? 0.5 * period;
        width = high >= low ? high - low : high - low + period;
        if (!(width > 0 && width <= period))
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The interval {low} to {high} of the periodic variable '{variable.Name}' must be above 0 and at most {period} wide."),
                nameof(minimum));
        }

        this.variable = variable;
        this.period = period;
        this.minimum = low;
    }

    internal override bool IsTimeReversible => variable.IsTimeReversible;

    public override bool Contains(PhasePoint point) => ContainsValue(variable.Evaluate(point));

    private protected override string DefaultName => Text(variable.Name);

    public override string Describe() => Text(variable.Describe());

    internal override bool ContainsAt(Trajectory path, int index) => ContainsValue(path.Value(variable, index));

    private string Text(string name) =>
        IntervalText.Describe(name, minimum, high) + string.Create(CultureInfo.InvariantCulture, $" (period {period})");

    private bool ContainsValue(double value)
    {
        double offset = value - minimum;
        offset -= period * Math.Floor(offset / period);

        // A value just below the minimum can round to one whole period above it: outside, but of the whole circle.
        return offset < width || (offset <= period && width == period);
    }
}
