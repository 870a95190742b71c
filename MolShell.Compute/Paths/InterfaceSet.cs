using System.Collections.Immutable;
using System.Globalization;
using MolShell.Compute.Paths.Volumes;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths;

/// <summary>
/// Interfaces around a state: values lambda_0, lambda_1, ... of a variable, in the order in which paths that leave the state reach them.
/// A frame is beyond interface i when variable &gt;= lambda_i where values grow outward, and when variable &lt;= lambda_i where they fall.
/// Immutable.
/// </summary>
public sealed class InterfaceSet
{
    private readonly double sign;

    /// <param name="state">The state that the interfaces surround.</param>
    /// <param name="values">lambda_0, lambda_1, ... in the unit of the variable, growing or falling outward.</param>
    /// <param name="variable">The variable; null for that of the state, which is then a half-open interval of one variable.</param>
    /// <exception cref="ArgumentException">
    /// Values are missing, not finite or not in order, an interface is inside the state, or the state does not tell the variable.
    /// </exception>
    public InterfaceSet(StateVolume state, IEnumerable<double> values, CollectiveVariable? variable = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(values);
        State = state;
        Values = [.. values];
        RangeVolume? interval = state as RangeVolume;
        bool? outwardGrows = interval is { IsHalfOpen: true } ? double.IsFinite(interval.Maximum) : null;
        Variable = variable ?? (outwardGrows is null ? null : interval!.Variable) ?? throw new ArgumentException(
            $"The state {state.Name} ({state.Describe()}) is no half-open interval of one variable, so it does not tell what its interfaces "
            + "are values of: name the variable.",
            nameof(variable));
        if (Values.IsEmpty || !Values.All(double.IsFinite))
        {
            throw new ArgumentException($"The interfaces of {state.Name} need at least one value, all of them finite.", nameof(values));
        }

        bool ofState = outwardGrows is not null && Variable.Describe() == interval!.Variable.Describe();
        IsIncreasing = Values.Length > 1 ? Values[1] > Values[0]
            : ofState ? outwardGrows!.Value
            : throw new ArgumentException(
                $"One interface of {state.Name} does not tell which side of it the state is on: give two values or more.", nameof(values));
        sign = IsIncreasing ? 1 : -1;
        for (int i = 1; i < Values.Length; i++)
        {
            if (!(sign * Values[i] > sign * Values[i - 1]))
            {
                throw new ArgumentException(
                    $"The interfaces {Text(Values)} of {state.Name} must grow, or fall, all the way outward.", nameof(values));
            }
        }

        if (ofState)
        {
            double border = outwardGrows!.Value ? interval!.Maximum : interval!.Minimum;
            if (IsIncreasing != outwardGrows || sign * Values[0] < sign * border)
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The interface {Variable.Name} = {Values[0]} is inside the state {state.Name} ({state.Describe()}), or the order ")
                    + $"of {Text(Values)} leads into it: interfaces begin at its border and lead outward.",
                    nameof(values));
            }
        }
    }

    /// <summary>The state inside.</summary>
    public StateVolume State { get; }

    /// <summary>The variable whose values mark the interfaces.</summary>
    public CollectiveVariable Variable { get; }

    /// <summary>lambda_0, lambda_1, ... in the unit of the variable, outward.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>Whether values grow outward.</summary>
    public bool IsIncreasing { get; }

    /// <summary>Number of interfaces.</summary>
    public int Count => Values.Length;

    /// <summary>The definition as one line of text, the same for the same interfaces in every run.</summary>
    public string Describe() => $"{Variable.Describe()} = {Text(Values)}";

    public override string ToString() => $"{State.Name}: {Variable.Name} = {Text(Values)}";

    /// <summary>One interface at the border of a state that is a half-open interval of one variable.</summary>
    /// <exception cref="ArgumentException">The state is no such interval.</exception>
    public static InterfaceSet AtBorder(StateVolume state) => state is RangeVolume { IsHalfOpen: true } interval
        ? new InterfaceSet(state, [double.IsFinite(interval.Maximum) ? interval.Maximum : interval.Minimum])
        : throw new ArgumentException(
            $"The state {state.Name} ({state.Describe()}) is no half-open interval of one variable, so it has no border to begin at: "
            + "give the variable and the first interface.",
            nameof(state));

    /// <summary>Whether a value is at or beyond an interface.</summary>
    internal bool IsBeyond(double value, int index) => sign * value >= sign * Values[index];

    /// <summary>The frames at or beyond an interface.</summary>
    internal StateVolume Beyond(int index) => IsIncreasing
        ? RangeVolume.Interval(Variable, Values[index], null, period: null)
        : RangeVolume.Interval(Variable, null, Math.BitIncrement(Values[index]), period: null);

    /// <summary>The one of two values that is further outward.</summary>
    internal double Outer(double a, double b) => sign * b > sign * a ? b : a;

    private static string Text(IEnumerable<double> values) =>
        string.Join(", ", values.Select(v => v.ToString(CultureInfo.InvariantCulture)));
}
