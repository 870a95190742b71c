using System.Globalization;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Volumes;

/// <summary>minimum &lt;= variable &lt; maximum of a variable that is not periodic; open ends are infinite.</summary>
internal sealed class IntervalVolume : StateVolume
{
    private readonly CollectiveVariable variable;
    private readonly double minimum;
    private readonly double maximum;

    public IntervalVolume(CollectiveVariable variable, double? minimum, double? maximum)
    {
        if (minimum is null && maximum is null)
        {
            throw new ArgumentException($"A volume of '{variable.Name}' needs a minimum, a maximum, or both.", nameof(minimum));
        }

        this.variable = variable;
        this.minimum = minimum ?? double.NegativeInfinity;
        this.maximum = maximum ?? double.PositiveInfinity;
        if (!(this.minimum < this.maximum))
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The interval {this.minimum} <= {variable.Name} < {this.maximum} is empty: the minimum must be below the maximum."),
                nameof(minimum));
        }
    }

    internal override bool IsTimeReversible => variable.IsTimeReversible;

    internal CollectiveVariable Variable => variable;

    internal double Minimum => minimum;

    internal double Maximum => maximum;

    /// <summary>Whether one end is infinite.</summary>
    internal bool IsHalfOpen => double.IsInfinity(minimum) != double.IsInfinity(maximum);

    /// <summary>The common part of two intervals of one variable; null where it is not one interval.</summary>
    public static IntervalVolume? Intersect(StateVolume first, StateVolume second)
    {
        if (first is not IntervalVolume a || second is not IntervalVolume b || a.variable.Describe() != b.variable.Describe())
        {
            return null;
        }

        double low = Math.Max(a.minimum, b.minimum);
        double high = Math.Min(a.maximum, b.maximum);
        return low < high ? new IntervalVolume(a.variable, low, high) : null;
    }

    /// <summary>The union of two intervals of one variable that touch or overlap and leave an end; null otherwise.</summary>
    public static IntervalVolume? Unite(StateVolume first, StateVolume second)
    {
        if (first is not IntervalVolume a || second is not IntervalVolume b || a.variable.Describe() != b.variable.Describe())
        {
            return null;
        }

        double low = Math.Min(a.minimum, b.minimum);
        double high = Math.Max(a.maximum, b.maximum);
        bool touch = Math.Max(a.minimum, b.minimum) <= Math.Min(a.maximum, b.maximum);
        bool bounded = double.IsFinite(low) || double.IsFinite(high);
        return touch && bounded ? new IntervalVolume(a.variable, low, high) : null;
    }

    public override bool Contains(PhasePoint point) => ContainsValue(variable.Evaluate(point));

    private protected override string DefaultName => IntervalText.Describe(variable.Name, minimum, maximum);

    public override string Describe() => IntervalText.Describe(variable.Describe(), minimum, maximum);

    internal override bool ContainsAt(Trajectory path, int index) => ContainsValue(path.Value(variable, index));

    private bool ContainsValue(double value) => value >= minimum && value < maximum;
}
