namespace MolShell.Compute.Paths.Ensembles.Patterns;

/// <summary>
/// A set of paths as a regular language over the memberships of frames in volumes. A pattern is its own recogniser: <see cref="Step"/>
/// gives what may follow a frame, the derivative of the language, so that a path is followed frame by frame and the present pattern tells
/// whether the path so far is a member (<see cref="AcceptsEmpty"/>) and whether a longer one can be (<see cref="MayGoOn"/>). Immutable,
/// and equal when built alike; a pattern has finitely many derivatives, so that a frame takes a time that does not depend on
/// the length of the path. Brzozowski 1964, doi:10.1145/321239.321249.
/// </summary>
internal abstract record PathPattern
{
    /// <summary>No path.</summary>
    public static PathPattern Nothing { get; } = new RunPattern(StateVolume.Nothing, new LengthRange(1, LengthRange.Unlimited));

    /// <summary>The path without frames.</summary>
    public static PathPattern Empty { get; } = new RunPattern(StateVolume.Everything, new LengthRange(0, 0));

    /// <summary>All paths.</summary>
    public static PathPattern Anything { get; } = new RunPattern(StateVolume.Everything, LengthRange.Any);

    /// <summary>Whether the path without frames is a member.</summary>
    public abstract bool AcceptsEmpty { get; }

    /// <summary>
    /// Whether a path with frames is a member. True for some patterns that have none: an intersection is taken to have one when
    /// all its parts have and their lengths allow it, and a volume is taken to hold some frame.
    /// </summary>
    public abstract bool MayGoOn { get; }

    /// <summary>True only if every path with frames is a member.</summary>
    public abstract bool GoesOnAlways { get; }

    /// <summary>Bounds of the lengths of members.</summary>
    public abstract LengthRange Lengths { get; }

    public bool IsNothing => ReferenceEquals(this, Nothing);

    /// <summary>The paths that are members when they follow the frame.</summary>
    public abstract PathPattern Step(PathPoint frame);

    /// <summary>The paths whose frames in the opposite order are a member; volumes see the frames as they are.</summary>
    public abstract PathPattern Mirror();

    /// <summary>The same pattern of other volumes.</summary>
    public abstract PathPattern Map(Func<StateVolume, StateVolume> map);

    /// <summary>
    /// The ends of members: paths that are members after some path or, when <paramref name="always"/>, after every one. The first set may
    /// be given too large and the second too small, as the bounds of intersections are.
    /// </summary>
    public abstract PathPattern Endings(bool always);

    /// <summary>Paths of any number of frames within a range, all of them in the volume.</summary>
    public static PathPattern Run(StateVolume volume, LengthRange lengths)
    {
        bool isNothing = lengths.IsEmpty || (lengths.Minimum > 0 && ReferenceEquals(volume, StateVolume.Nothing));
        bool isEmpty = lengths.Maximum == 0 || ReferenceEquals(volume, StateVolume.Nothing);
        return isNothing ? Nothing
            : isEmpty ? Empty
            : ReferenceEquals(volume, StateVolume.Everything) && lengths == LengthRange.Any ? Anything
            : new RunPattern(volume, lengths);
    }

    /// <summary>Paths of any frames, their number within a range.</summary>
    public static PathPattern OfLength(LengthRange lengths) => Run(StateVolume.Everything, lengths);

    /// <summary>Paths with at least one frame in the volume.</summary>
    public static PathPattern Some(StateVolume volume) =>
        ReferenceEquals(volume, StateVolume.Nothing) ? Nothing
        : ReferenceEquals(volume, StateVolume.Everything) ? OfLength(new LengthRange(1, LengthRange.Unlimited))
        : new SomePattern(volume);

    public static PathPattern Any(params ReadOnlySpan<PathPattern> parts) => JunctionPattern.Create(all: false, parts);

    public static PathPattern All(params ReadOnlySpan<PathPattern> parts) => JunctionPattern.Create(all: true, parts);

    public static PathPattern Not(PathPattern pattern) => NotPattern.Create(pattern);

    /// <summary>A path of one pattern, then one of the other.</summary>
    public static PathPattern Join(PathPattern first, PathPattern second) => Join(first, second, new LengthRange(0, 0));

    /// <summary>
    /// A path of one pattern, then one of the other that begins <paramref name="overlap"/> frames before the end of the first; below zero,
    /// that many frames after it. The second does not begin before the first, nor end before it.
    /// </summary>
    public static PathPattern Join(PathPattern first, PathPattern second, LengthRange overlap)
    {
        if (overlap.Minimum >= 0)
        {
            return JoinPattern.Create(first, second, overlap);
        }

        LengthRange gap = new(Math.Max(1, -overlap.Maximum), -overlap.Minimum);
        PathPattern apart = Join(first, Join(OfLength(gap), second));
        return overlap.Maximum < 0 ? apart : Any(apart, JoinPattern.Create(first, second, overlap with { Minimum = 0 }));
    }

    /// <summary>The pattern itself, or the simplest one where its properties show what its members are.</summary>
    private protected static PathPattern Simplest(PathPattern pattern) =>
        pattern.GoesOnAlways ? pattern.AcceptsEmpty ? Anything : OfLength(new LengthRange(1, LengthRange.Unlimited))
        : pattern.MayGoOn ? pattern
        : pattern.AcceptsEmpty ? Empty
        : Nothing;
}
