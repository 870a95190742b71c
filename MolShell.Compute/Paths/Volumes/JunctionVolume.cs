using System.Collections.Immutable;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Volumes;

/// <summary>
/// Frames in all of several volumes, or in at least one of them. Parts are tested in their order, and no further than the answer needs.
/// Ranges of one variable are one part.
/// </summary>
internal sealed class JunctionVolume : StateVolume
{
    private readonly bool all;
    private readonly ImmutableArray<StateVolume> parts;

    private JunctionVolume(bool all, ImmutableArray<StateVolume> parts)
    {
        this.all = all;
        this.parts = parts;
        IsTimeReversible = parts.All(p => p.IsTimeReversible);
    }

    internal override bool IsTimeReversible { get; }

    private protected override string DefaultName => Text(p => p.Name);

    /// <summary>The intersection (<paramref name="all"/>) or union of volumes, as simple as their kinds allow.</summary>
    public static StateVolume Create(bool all, StateVolume first, StateVolume second)
    {
        string text = second.Describe();
        if (first.Describe() == text)
        {
            return first;
        }

        if (first.Not().Describe() == text)
        {
            return all ? Nothing : Everything;
        }

        List<StateVolume> merged = [];
        foreach (StateVolume part in PartsOf(all, first).AddRange(PartsOf(all, second)))
        {
            Merge(all, merged, part);
        }

        // Neither of the two counts where the other is: everything in an intersection, nothing in a union.
        merged.RemoveAll(p => ReferenceEquals(p, all ? Everything : Nothing));
        StateVolume absorbing = all ? Nothing : Everything;
        return merged.Any(p => ReferenceEquals(p, absorbing)) ? absorbing : merged.Count switch
        {
            0 => absorbing.Not(),
            1 => merged[0],
            _ => new JunctionVolume(all, [.. merged]),
        };
    }

    public override bool Contains(PhasePoint point)
    {
        foreach (StateVolume part in parts)
        {
            if (part.Contains(point) != all)
            {
                return !all;
            }
        }

        return all;
    }

    public override string Describe() => Text(p => p.Describe());

    internal override bool ContainsAt(Trajectory path, int index)
    {
        foreach (StateVolume part in parts)
        {
            if (part.ContainsAt(path, index) != all)
            {
                return !all;
            }
        }

        return all;
    }

    // Not of all is one of not, so that ranges meet ranges.
    private protected override StateVolume Complement() => parts.Select(p => p.Not()).Aggregate((a, b) => Create(!all, a, b));

    // A part that was given a name keeps it.
    private static ImmutableArray<StateVolume> PartsOf(bool all, StateVolume volume) =>
        volume is JunctionVolume junction && junction.all == all && !volume.IsNamed ? junction.parts : [volume];

    private static void Merge(bool all, List<StateVolume> merged, StateVolume part)
    {
        string text = part.Describe();
        for (int i = 0; i < merged.Count; i++)
        {
            if (merged[i].Describe() == text)
            {
                return;
            }

            if (merged[i].Describe() == part.Not().Describe())
            {
                merged[i] = all ? Nothing : Everything;
                return;
            }

            if (RangeVolume.Combine(merged[i], part, all ? (a, b) => a.Intersect(b) : (a, b) => a.Unite(b)) is StateVolume one)
            {
                merged[i] = one;
                return;
            }
        }

        merged.Add(part);
    }

    private string Text(Func<StateVolume, string> textOf) => $"({string.Join(all ? " & " : " | ", parts.Select(textOf))})";
}
