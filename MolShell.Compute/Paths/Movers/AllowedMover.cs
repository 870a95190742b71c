using System.Collections.Immutable;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// The first, or the last, of several moves whose ensembles have the paths that it needs. The choice is by the ensembles of the active paths
/// only, so moves that leave those as they are keep the balance.
/// </summary>
public sealed class AllowedMover : PathMover
{
    private readonly bool last;

    /// <param name="moves">The moves; at least one.</param>
    /// <param name="last">Takes the last that is allowed instead of the first.</param>
    public AllowedMover(IEnumerable<PathMover> moves, bool last = false)
        : base(last ? "LastAllowed" : "FirstAllowed")
    {
        this.last = last;
        Parts = [.. moves];
        if (Parts.IsEmpty)
        {
            throw new ArgumentException($"{Name} needs at least one move.", nameof(moves));
        }

        Ensembles = [.. Parts.SelectMany(p => p.Ensembles).Distinct()];
    }

    public override ImmutableArray<PathEnsemble> Ensembles { get; }

    internal override ImmutableArray<PathMover> Parts { get; }

    internal override bool IsBalanced => Parts.All(p => p.IsBalanced);

    public override string Describe() => $"{Name} of [{string.Join("; ", Parts.Select(p => p.Describe()))}]";

    internal override bool IsPossible(SampleSet active) => Parts.Any(p => p.IsPossible(active));

    internal override MoveOutcome Move(SampleSet active, MoveContext context)
    {
        for (int i = 0; i < Parts.Length; i++)
        {
            int place = last ? Parts.Length - 1 - i : i;
            if (Parts[place].IsPossible(active))
            {
                return Parts[place].MoveAsPart(active, context.Inner(place));
            }
        }

        return MoveOutcome.WithoutPath(active.First().Path);
    }
}
