using System.Collections.Immutable;

namespace MolShell.Compute.Paths.Ensembles.Patterns;

/// <summary>Members of all of several patterns, or of at least one of them. The order of the parts does not matter for equality.</summary>
internal sealed record JunctionPattern : PathPattern
{
    private readonly bool all;
    private readonly ImmutableArray<PathPattern> parts;

    private JunctionPattern(bool all, ImmutableArray<PathPattern> parts, LengthRange lengths)
    {
        this.all = all;
        this.parts = parts;
        Lengths = lengths;
        AcceptsEmpty = all ? parts.All(p => p.AcceptsEmpty) : parts.Any(p => p.AcceptsEmpty);
        MayGoOn = all ? lengths.Maximum > 0 && parts.All(p => p.MayGoOn) : parts.Any(p => p.MayGoOn);
        GoesOnAlways = all ? parts.All(p => p.GoesOnAlways) : parts.Any(p => p.GoesOnAlways);
    }

    public override bool AcceptsEmpty { get; }

    public override bool MayGoOn { get; }

    public override bool GoesOnAlways { get; }

    public override LengthRange Lengths { get; }

    /// <summary>The intersection (<paramref name="all"/>) or union of patterns.</summary>
    public static PathPattern Create(bool all, ReadOnlySpan<PathPattern> patterns)
    {
        PathPattern absorbing = all ? Nothing : Anything;
        PathPattern neutral = all ? Anything : Nothing;
        List<PathPattern> merged = [];
        foreach (PathPattern pattern in patterns)
        {
            if (pattern == absorbing)
            {
                return absorbing;
            }

            ImmutableArray<PathPattern> flat = pattern is JunctionPattern junction && junction.all == all ? junction.parts : [pattern];
            foreach (PathPattern part in flat)
            {
                if (part != neutral && !merged.Contains(part))
                {
                    merged.Add(part);
                }
            }
        }

        if (merged.Count < 2)
        {
            return merged.Count == 0 ? neutral : merged[0];
        }

        LengthRange lengths = merged[0].Lengths;
        foreach (PathPattern part in merged)
        {
            lengths = all ? lengths.Intersect(part.Lengths) : lengths.Unite(part.Lengths);
        }

        return lengths.IsEmpty ? Nothing : Simplest(new JunctionPattern(all, [.. merged], lengths));
    }

    public bool Equals(JunctionPattern? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        return other is not null && all == other.all && parts.Length == other.parts.Length && parts.All(p => other.parts.Contains(p));
    }

    public override int GetHashCode()
    {
        int sum = parts.Length;
        foreach (PathPattern part in parts)
        {
            sum += part.GetHashCode();
        }

        return HashCode.Combine(all, sum);
    }

    public override PathPattern Step(PathPoint frame)
    {
        PathPattern[] next = new PathPattern[parts.Length];
        bool same = true;
        for (int i = 0; i < next.Length; i++)
        {
            next[i] = parts[i].Step(frame);
            same &= ReferenceEquals(next[i], parts[i]);
            if (ReferenceEquals(next[i], all ? Nothing : Anything))
            {
                return next[i];
            }
        }

        return same ? this : Create(all, next);
    }

    public override PathPattern Mirror() => Select(p => p.Mirror());

    public override PathPattern Map(Func<StateVolume, StateVolume> map) => Select(p => p.Map(map));

    public override PathPattern Endings(bool always) => Select(p => p.Endings(always));

    private PathPattern Select(Func<PathPattern, PathPattern> map) => Create(all, [.. parts.Select(map)]);
}
