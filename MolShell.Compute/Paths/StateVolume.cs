using MolShell.Compute.Paths.Volumes;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths;

/// <summary>
/// A region of configuration space, such as a stable state: intervals of collective variables, Voronoi cells, and their Boolean
/// combinations. Immutable. Combine volumes with <c>&amp;</c>, <c>|</c>, <c>!</c>, <c>^</c> and <c>-</c>; tests stop as soon as the answer
/// is known.
/// </summary>
/// <remarks>
/// Combinations of intervals of one variable become intervals or unions of them, <see cref="Everything"/> or <see cref="Nothing"/>; values
/// are taken to be finite numbers.
/// </remarks>
public abstract class StateVolume
{
    private string? name;
    private StateVolume? complement;

    private protected StateVolume()
    {
    }

    /// <summary>The volume of all frames.</summary>
    public static StateVolume Everything { get; } = new ConstantVolume(contains: true);

    /// <summary>The volume of no frame.</summary>
    public static StateVolume Nothing { get; } = new ConstantVolume(contains: false);

    /// <summary>Name in records and error messages; where none was given, the definition by the names of its parts.</summary>
    public string Name => name ?? DefaultName;

    /// <summary>The definition with the names that variables and parts were given.</summary>
    private protected abstract string DefaultName { get; }

    /// <summary>Whether the name was given.</summary>
    internal bool IsNamed => name is not null;

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

        StateVolume volume = RangeVolume.Interval(variable, minimum, maximum, period ?? variable.Period);
        return name is null ? volume : volume.WithName(name);
    }

    /// <summary>
    /// The Voronoi cells of centres in a space of variables, one volume for each centre: the frames nearer to it than to all others, with
    /// the distance sqrt(sum_i d_i^2) over the variables (nearest image where one is periodic). Of equally near centres the first counts.
    /// </summary>
    /// <param name="variables">The variables; scale those of different units by <see cref="Expression"/>.</param>
    /// <param name="centers">Centres, at least two, each with a value for every variable in its unit.</param>
    /// <param name="names">Names of the cells, one for each centre; null for their definitions.</param>
    /// <exception cref="ArgumentException">Numbers of variables, centres, values and names do not fit, or two centres are the same.</exception>
    public static IReadOnlyList<StateVolume> VoronoiCells(
        IEnumerable<CollectiveVariable> variables, IEnumerable<IReadOnlyList<double>> centers, IReadOnlyList<string>? names = null)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(centers);
        Voronoi cells = new(variables, centers);
        if (names is not null && names.Count != cells.Count)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"There are {names.Count} names for {cells.Count} Voronoi cells; expected one name for each."), nameof(names));
        }

        return [.. Enumerable.Range(0, cells.Count).Select(i => new VoronoiVolume(cells, i)).Select(
            (volume, i) => names is null ? volume : volume.WithName(names[i]))];
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
        return JunctionVolume.Create(all: true, this, other);
    }

    /// <summary>The frames in this volume, in the other, or in both.</summary>
    public StateVolume Or(StateVolume other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return JunctionVolume.Create(all: false, this, other);
    }

    /// <summary>The frames that are not in this volume; the complement of a complement is the volume itself.</summary>
    public StateVolume Not()
    {
        if (complement is null)
        {
            StateVolume made = Complement();
            Interlocked.CompareExchange(ref made.complement, this, null);
            Interlocked.CompareExchange(ref complement, made, null);
        }

        return complement;
    }

    /// <summary>The frames in this volume or in the other, but not in both.</summary>
    public StateVolume Xor(StateVolume other)
    {
        ArgumentNullException.ThrowIfNull(other);
        StateVolume common = And(other);
        bool isSimple = this is ConstantVolume || other is ConstantVolume || common is ConstantVolume
            || RangeVolume.AreOfOneVariable(this, other) || Describe() == other.Describe();
        return isSimple ? Or(other).Except(common) : new DifferenceVolume(this, other);
    }

    /// <summary>The frames in this volume and not in the other.</summary>
    public StateVolume Except(StateVolume other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return And(other.Not());
    }

    /// <summary>The same region under another name.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public StateVolume WithName(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        StateVolume copy = (StateVolume)MemberwiseClone();
        copy.name = name;
        copy.complement = null;
        return copy;
    }

    public static StateVolume operator &(StateVolume a, StateVolume b) => a.And(b);

    public static StateVolume operator |(StateVolume a, StateVolume b) => a.Or(b);

    public static StateVolume operator !(StateVolume a) => a.Not();

    public static StateVolume operator ^(StateVolume a, StateVolume b) => a.Xor(b);

    public static StateVolume operator -(StateVolume a, StateVolume b) => a.Except(b);

    public override string ToString() => name is null ? DefaultName : $"{name}: {Describe()}";

    /// <summary>The frames in both volumes, where the definitions show that there are some; null where only frames can show it.</summary>
    internal StateVolume? KnownOverlap(StateVolume other)
    {
        StateVolume common = And(other);
        return RangeVolume.AreOfOneVariable(this, other) && !ReferenceEquals(common, Nothing) ? common : null;
    }

    /// <summary>Whether a frame of a path is in the region; uses the values kept with the path's frames.</summary>
    internal abstract bool ContainsAt(Trajectory path, int index);

    /// <summary>A volume of the frames that are not in this one.</summary>
    private protected virtual StateVolume Complement() => new ComplementVolume(this);
}
