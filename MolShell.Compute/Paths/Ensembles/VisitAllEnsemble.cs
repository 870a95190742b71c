using System.Collections.Immutable;
using MolShell.Compute.Paths.Ensembles.Patterns;

namespace MolShell.Compute.Paths.Ensembles;

/// <summary>Paths that end as they enter the last of some states that they had not been in before.</summary>
internal sealed class VisitAllEnsemble : PatternEnsemble
{
    private readonly ImmutableArray<StateVolume> all;

    private VisitAllEnsemble(ImmutableArray<StateVolume> all)
        : base(
            $"visit {string.Join(", ", all.Select(s => s.Name))}",
            $"visit {string.Join(", ", all.Select(s => $"[{s.Describe()}]"))}",
            PatternOf(all),
            FrameStates.Disjoint(all)) => this.all = all;

    public static VisitAllEnsemble Of(IEnumerable<StateVolume> states)
    {
        ImmutableArray<StateVolume> all = [.. states];
        EndStates.CheckStates(all);
        return all.Length >= 2 ? new VisitAllEnsemble(all) : throw new ArgumentException(
            FormattableString.Invariant($"A path that visits all states needs at least two of them, not {all.Length}."), nameof(states));
    }

    public override string? Diagnose(Trajectory path)
    {
        string? complaint = base.Diagnose(path);
        string[] missing = [.. all.Where(s => !Enumerable.Range(0, path.Count).Any(i => s.ContainsAt(path, i))).Select(s => s.Name)];
        return complaint is null || missing.Length == 0 ? complaint : $"it does not visit {string.Join(" and ", missing)}";
    }

    // In the state that is last to be entered: its last frame and no other. In each other state: some frame before.
    private static PathPattern PatternOf(ImmutableArray<StateVolume> all) => PathPattern.Any([.. all.Select(last => PathPattern.Join(
        PathPattern.All(
        [
            PathPattern.Run(last.Not(), LengthRange.Any),
            .. all.Where(s => !ReferenceEquals(s, last)).Select(PathPattern.Some),
        ]),
        PathPattern.Run(last, new LengthRange(1, 1))))]);
}
