using System.Globalization;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Paths.Ensembles.Patterns;
using MolShell.Compute.Paths.Volumes;

namespace MolShell.Compute.Paths;

/// <content>Ensembles from volumes and from other ensembles.</content>
public abstract partial class PathEnsemble
{
    /// <summary>Paths with all frames in a volume, and with a number of them within a range.</summary>
    /// <param name="volume">The volume.</param>
    /// <param name="minimum">Least number of frames.</param>
    /// <param name="maximum">Greatest number of frames; null for no limit.</param>
    /// <exception cref="ArgumentException">The range of lengths is empty or below 0.</exception>
    public static PathEnsemble AllIn(StateVolume volume, int minimum = 1, int? maximum = null) =>
        OfFrames("all frames in", volume, minimum, maximum, PathPattern.Run);

    /// <summary>Paths with no frame in a volume, and with a number of frames within a range.</summary>
    /// <inheritdoc cref="AllIn"/>
    public static PathEnsemble AllOut(StateVolume volume, int minimum = 1, int? maximum = null) =>
        OfFrames("no frame in", volume, minimum, maximum, (v, lengths) => PathPattern.Run(v.Not(), lengths));

    /// <summary>Paths with at least one frame in a volume, and with a number of frames within a range.</summary>
    /// <inheritdoc cref="AllIn"/>
    public static PathEnsemble PartIn(StateVolume volume, int minimum = 1, int? maximum = null) =>
        OfFrames("some frame in", volume, minimum, maximum, (v, lengths) => PathPattern.All(PathPattern.Some(v), PathPattern.OfLength(lengths)));

    /// <summary>Paths with at least one frame outside a volume, and with a number of frames within a range.</summary>
    /// <inheritdoc cref="AllIn"/>
    public static PathEnsemble PartOut(StateVolume volume, int minimum = 1, int? maximum = null) =>
        OfFrames(
            "some frame outside", volume, minimum, maximum, (v, lengths) => PathPattern.All(PathPattern.Some(v.Not()), PathPattern.OfLength(lengths)));

    /// <summary>The one-frame paths in a volume.</summary>
    public static PathEnsemble SingleFrame(StateVolume volume) => AllIn(volume, 1, 1);

    /// <summary>Paths of a number of frames.</summary>
    /// <exception cref="ArgumentException">The number is below 0.</exception>
    public static PathEnsemble OfLength(int length) => OfLength(length, length);

    /// <summary>Paths of a number of frames from a minimum to a maximum, both included; null for no limit.</summary>
    /// <exception cref="ArgumentException">The range of lengths is empty or below 0.</exception>
    public static PathEnsemble OfLength(int minimum, int? maximum)
    {
        LengthRange lengths = Lengths(minimum, maximum);
        return new PatternEnsemble(lengths.ToString(), lengths.ToString(), PathPattern.OfLength(lengths), FrameStates.None);
    }

    /// <summary>
    /// Paths that end as they enter the last of some states that they had not been in before. A frame in two states at once is an error.
    /// </summary>
    /// <param name="states">At least two states.</param>
    /// <exception cref="ArgumentException">There are fewer than two states, or two are the same, overlap, or have one name.</exception>
    public static PathEnsemble VisitAll(IEnumerable<StateVolume> states)
    {
        ArgumentNullException.ThrowIfNull(states);
        return VisitAllEnsemble.Of(states);
    }

    /// <summary>
    /// Paths that are a member of one ensemble, then one of the next, and so on; as a regular expression is a sequence of parts.
    /// </summary>
    /// <param name="parts">The ensembles, in the order of time.</param>
    /// <param name="minimumOverlap">Least number of frames that a part begins before the end of the part before; below 0, after it.</param>
    /// <param name="maximumOverlap">Greatest such number; null for the least.</param>
    /// <exception cref="ArgumentException">There are no parts, or the least overlap is above the greatest.</exception>
    public static PathEnsemble Sequence(IReadOnlyList<PathEnsemble> parts, int minimumOverlap = 0, int? maximumOverlap = null)
    {
        ArgumentNullException.ThrowIfNull(parts);
        int borders = Math.Max(0, parts.Count - 1);
        return Sequence(
            parts, [.. Enumerable.Repeat(minimumOverlap, borders)], [.. Enumerable.Repeat(maximumOverlap ?? minimumOverlap, borders)]);
    }

    /// <summary>A sequence with overlaps of its own between each two neighbours.</summary>
    /// <inheritdoc cref="Sequence(IReadOnlyList{PathEnsemble}, int, int?)"/>
    public static PathEnsemble Sequence(
        IReadOnlyList<PathEnsemble> parts, IReadOnlyList<int> minimumOverlap, IReadOnlyList<int> maximumOverlap)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(minimumOverlap);
        ArgumentNullException.ThrowIfNull(maximumOverlap);
        if (parts.Count == 0 || minimumOverlap.Count != parts.Count - 1 || maximumOverlap.Count != parts.Count - 1)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"A sequence of {parts.Count} parts has {minimumOverlap.Count} least and {maximumOverlap.Count} ")
                + "greatest overlaps; expected at least one part, and one overlap of each kind between each two neighbours.",
                nameof(parts));
        }

        PathPattern pattern = parts[^1].Pattern;
        string names = parts[^1].Name;
        string definitions = parts[^1].Describe();
        for (int i = parts.Count - 2; i >= 0; i--)
        {
            if (minimumOverlap[i] > maximumOverlap[i])
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"The least overlap {minimumOverlap[i]} after part {i} of the sequence is above the greatest, {maximumOverlap[i]}."));
            }

            LengthRange overlap = new(minimumOverlap[i], maximumOverlap[i]);
            string text = overlap == new LengthRange(0, 0) ? string.Empty : $"overlap {overlap}, ";
            names = $"{parts[i].Name}, {text}then {names}";
            definitions = $"({parts[i].Describe()}), {text}then {definitions}";
            pattern = PathPattern.Join(parts[i].Pattern, pattern, overlap);
        }

        return new PatternEnsemble(names, definitions, pattern, parts.Select(p => p.FrameStates).Aggregate((a, b) => a.Union(b)));
    }

    /// <summary>The paths that are in this ensemble and in the other.</summary>
    public PathEnsemble And(PathEnsemble other) => Combine(other, "and", (a, b) => PathPattern.All(a, b));

    /// <summary>The paths that are in this ensemble, in the other, or in both.</summary>
    public PathEnsemble Or(PathEnsemble other) => Combine(other, "or", (a, b) => PathPattern.Any(a, b));

    /// <summary>The paths that are in this ensemble or in the other, but not in both.</summary>
    public PathEnsemble Xor(PathEnsemble other) => Combine(
        other,
        "xor",
        (a, b) => PathPattern.Any(PathPattern.All(a, PathPattern.Not(b)), PathPattern.All(b, PathPattern.Not(a))));

    /// <summary>The paths that are in this ensemble and not in the other.</summary>
    public PathEnsemble Except(PathEnsemble other) => Combine(other, "and not", (a, b) => PathPattern.All(a, PathPattern.Not(b)));

    /// <summary>The paths that are not in this ensemble; the path without frames is one of them unless it is a member.</summary>
    public PathEnsemble Not() => Change("not ({0})", PathPattern.Not(Pattern), FrameStates);

    /// <summary>The paths of this ensemble and the path without frames, for a part of a sequence that may be absent.</summary>
    public PathEnsemble Optional() => Change("optionally ({0})", PathPattern.Any(PathPattern.Empty, Pattern), FrameStates);

    /// <summary>The paths that are members when they are read backward in time, with negated velocities.</summary>
    public PathEnsemble Reversed()
    {
        // One reversed volume for each, since patterns with the same volumes are the same.
        Dictionary<StateVolume, StateVolume> reversed = [];
        return Change("reversed ({0})", Pattern.Mirror().Map(Reverse), FrameStates.Map(Reverse));

        StateVolume Reverse(StateVolume volume)
        {
            if (!reversed.TryGetValue(volume, out StateVolume? mirrored))
            {
                mirrored = ReversedVolume.Of(volume);
                reversed.Add(volume, mirrored);
            }

            return mirrored;
        }
    }

    /// <summary>The paths that make a member when they follow a given one.</summary>
    /// <exception cref="PathSamplingException">A frame is in two states at once.</exception>
    public PathEnsemble AfterPrefix(Trajectory prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return Change(
            string.Create(CultureInfo.InvariantCulture, $"({{0}}) after {prefix.Count} frames"), Follow(Pattern, prefix, backward: false), FrameStates);
    }

    /// <summary>The paths that make a member when a given one follows them.</summary>
    /// <exception cref="PathSamplingException">A frame is in two states at once.</exception>
    public PathEnsemble BeforeSuffix(Trajectory suffix)
    {
        ArgumentNullException.ThrowIfNull(suffix);
        return Change(
            string.Create(CultureInfo.InvariantCulture, $"({{0}}) before {suffix.Count} frames"),
            Follow(Pattern.Mirror(), suffix, backward: true).Mirror(),
            FrameStates);
    }

    public static PathEnsemble operator &(PathEnsemble a, PathEnsemble b) => a.And(b);

    public static PathEnsemble operator |(PathEnsemble a, PathEnsemble b) => a.Or(b);

    public static PathEnsemble operator ^(PathEnsemble a, PathEnsemble b) => a.Xor(b);

    public static PathEnsemble operator -(PathEnsemble a, PathEnsemble b) => a.Except(b);

    public static PathEnsemble operator !(PathEnsemble a) => a.Not();

    private static PatternEnsemble OfFrames(
        string text, StateVolume volume, int minimum, int? maximum, Func<StateVolume, LengthRange, PathPattern> pattern)
    {
        ArgumentNullException.ThrowIfNull(volume);
        LengthRange lengths = Lengths(minimum, maximum);
        string range = lengths == new LengthRange(1, LengthRange.Unlimited) ? string.Empty : $", {lengths}";
        return new PatternEnsemble(
            $"{text} {volume.Name}{range}", $"{text} [{volume.Describe()}]{range}", pattern(volume, lengths), FrameStates.Of(volume));
    }

    private static LengthRange Lengths(int minimum, int? maximum) => minimum >= 0 && minimum <= (maximum ?? int.MaxValue)
        ? new LengthRange(minimum, maximum ?? LengthRange.Unlimited)
        : throw new ArgumentException(FormattableString.Invariant(
            $"The number of frames is {minimum} to {maximum}; expected 0 or more, and the least number not above the greatest."));

    private PatternEnsemble Combine(PathEnsemble other, string word, Func<PathPattern, PathPattern, PathPattern> operation)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new PatternEnsemble(
            $"({Name}) {word} ({other.Name})",
            $"({Describe()}) {word} ({other.Describe()})",
            operation(Pattern, other.Pattern),
            FrameStates.Union(other.FrameStates));
    }

    private PatternEnsemble Change(string format, PathPattern pattern, FrameStates states) => new(
        string.Format(CultureInfo.InvariantCulture, format, Name),
        string.Format(CultureInfo.InvariantCulture, format, Describe()),
        pattern,
        states);
}
