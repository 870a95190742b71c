using MolShell.Compute.Paths.Volumes;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths;

/// <summary>
/// A region of configuration space, such as a stable state: intervals of collective variables and their Boolean combinations.
/// Immutable. Combine volumes with <c>&amp;</c>, <c>|</c> and <c>!</c>; tests stop as soon as the answer is known.
/// </summary>
public abstract class StateVolume
{
    private string? name;

    private protected StateVolume()
    {
    }

    /// <summary>Name in records and error messages; where none was given, the definition by the names of its parts.</summary>
    public string Name => name ?? DefaultName;

    /// <summary>The definition with the names that variables and parts were given.</summary>
    private protected abstract string DefaultName { get; }

    /// <summary>True when membership does not change when all velocities are negated.</summary>
    internal abstract bool IsTimeReversible { get; }

    /// <summary>The region minimum &lt;= variable &lt; maximum, half open; an end that is null is open.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="minimum">Lower end, inside the region, in the unit of the variable.</param>
    /// <param name="maximum">Upper end, outside the region, in the unit of the variable.</param>
    /// <param name="name">Name of the state; null for its definition.</param>
    /// <param name="period">Period of the variable in its unit, where it does not know it itself; null for its own.</param>
    /// <remarks>
    /// For a periodic variable both ends are taken into one period, and minimum above maximum means the interval that passes
    /// through the border of the period: 170 to -170 degrees holds 180 degrees.
    /// </remarks>
    /// <exception cref="ArgumentException">No end is given, an end is not a number, or the interval is empty.</exception>
    public static StateVolume Interval(
        CollectiveVariable variable, double? minimum, double? maximum, string? name = null, double? period = null)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (period is { } given && !(given > 0 && double.IsFinite(given)))
        {
            throw new ArgumentException(FormattableString.Invariant($"The period is {given}; expected a positive finite number."), nameof(period));
        }

        StateVolume volume = (period ?? variable.Period) is double p
            ? new PeriodicIntervalVolume(variable, minimum, maximum, p)
            : new IntervalVolume(variable, minimum, maximum);
        return name is null ? volume : volume.WithName(name);
    }

    /// <summary>Whether the frame is in the region.</summary>
    public bool Contains(Frame frame) => Contains(PhasePoint.Of(frame));

    /// <summary>Whether the phase point is in the region.</summary>
    public abstract bool Contains(PhasePoint point);

    /// <summary>The definition as one line of text, the same for the same volume in every run.</summary>
    public abstract string Describe();

    /// <summary><see cref="Describe"/> as a property, for tables.</summary>
    public string Definition => Describe();

    /// <summary>The frames in this volume and in the other.</summary>
    public StateVolume And(StateVolume other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (StateVolume?)IntervalVolume.Intersect(this, other) ?? new IntersectionVolume(this, other);
    }

    /// <summary>The frames in this volume, in the other, or in both.</summary>
    public StateVolume Or(StateVolume other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (StateVolume?)IntervalVolume.Unite(this, other) ?? new UnionVolume(this, other);
    }

    /// <summary>The frames that are not in this volume.</summary>
    public StateVolume Not() => this is ComplementVolume complement ? complement.Inner : new ComplementVolume(this);

    /// <summary>The same region under another name.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public StateVolume WithName(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        StateVolume copy = (StateVolume)MemberwiseClone();
        copy.name = name;
        return copy;
    }

    public static StateVolume operator &(StateVolume a, StateVolume b) => a.And(b);

    public static StateVolume operator |(StateVolume a, StateVolume b) => a.Or(b);

    public static StateVolume operator !(StateVolume a) => a.Not();

    public override string ToString() => name is null ? DefaultName : $"{name}: {Describe()}";

    /// <summary>Whether a frame of a path is in the region; uses the values kept with the path's frames.</summary>
    internal abstract bool ContainsAt(Trajectory path, int index);
}
