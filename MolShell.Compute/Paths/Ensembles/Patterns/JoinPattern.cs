namespace MolShell.Compute.Paths.Ensembles.Patterns;

/// <summary>
/// A path of one pattern followed by one of another that begins some frames before the end of the first: paths xyz, with y as long as the
/// overlap allows, where xy is a member of the first and yz of the second.
/// </summary>
internal sealed record JoinPattern : PathPattern
{
    private readonly PathPattern first;
    private readonly PathPattern second;
    private readonly LengthRange overlap;

    private JoinPattern(PathPattern first, PathPattern second, LengthRange overlap)
    {
        this.first = first;
        this.second = second;
        this.overlap = overlap;
        Lengths = first.Lengths.Join(second.Lengths, overlap);
    }

    public override bool AcceptsEmpty => overlap.Minimum == 0 && first.AcceptsEmpty && second.AcceptsEmpty;

    // A part without members would have made the whole Nothing.
    public override bool MayGoOn => first.MayGoOn || second.MayGoOn;

    public override bool GoesOnAlways => overlap.Minimum == 0
        && ((first.AcceptsEmpty && second.GoesOnAlways) || (second.AcceptsEmpty && first.GoesOnAlways));

    public override LengthRange Lengths { get; }

    public static PathPattern Create(PathPattern first, PathPattern second, LengthRange overlap)
    {
        // No more frames can be common than one of the two has.
        overlap = overlap.Intersect(new LengthRange(0, Math.Min(first.Lengths.Maximum, second.Lengths.Maximum)));
        if (first.IsNothing || second.IsNothing || overlap.IsEmpty)
        {
            return Nothing;
        }

        if (overlap.Minimum == 0 && first == Empty)
        {
            return second;
        }

        return overlap.Minimum == 0 && second == Empty ? first : Simplest(new JoinPattern(first, second, overlap));
    }

    public override PathPattern Step(PathPoint frame)
    {
        PathPattern afterFirst = first.Step(frame);
        PathPattern apart = Create(afterFirst, second, overlap);
        bool ends = overlap.Minimum == 0 && first.AcceptsEmpty;
        if (!ends && (overlap.Maximum == 0 || afterFirst.IsNothing))
        {
            return apart;
        }

        // The second may begin with this frame: when the first has ended, or within its last frames.
        PathPattern afterSecond = second.Step(frame);
        PathPattern common = overlap.Maximum == 0 || afterSecond.IsNothing
            ? Nothing
            : All(afterSecond, Join(All(afterFirst, OfLength(overlap.Next)), Anything));
        return Any(apart, common, ends ? afterSecond : Nothing);
    }

    public override PathPattern Mirror() => Create(second.Mirror(), first.Mirror(), overlap);

    public override PathPattern Map(Func<StateVolume, StateVolume> map) => Create(first.Map(map), second.Map(map), overlap);

    public override PathPattern Endings(bool always)
    {
        if (always)
        {
            return first == Anything && overlap.Minimum == 0 ? this : Nothing;
        }

        PathPattern ends = second.Endings(always: false);
        return Any(Create(first.Endings(always: false), second, overlap), ends);
    }
}
