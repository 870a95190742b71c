using System.Collections.Immutable;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// A move whose paths must begin and end in given ensembles, whatever others they pass: where it leaves a path elsewhere, it is rejected.
/// </summary>
public sealed class EnsembleFilterMover(PathMover move, params IEnumerable<PathEnsemble> ensembles) : PathMover(move.Name)
{
    public override ImmutableArray<PathEnsemble> Ensembles { get; } = [.. ensembles];

    internal override ImmutableArray<PathMover> Parts { get; } = [move];

    internal override bool IsBalanced => move.IsBalanced;

    public override string Describe() => $"{move.Describe()}, within {string.Join(" or ", Ensembles.Select(e => e.Name))}";

    internal override MoveOutcome Move(SampleSet active, MoveContext context)
    {
        MoveOutcome outcome = move.MoveAsPart(active, context);
        return outcome.Accepted && !outcome.Changes.All(c => Ensembles.Contains(c.Ensemble))
            ? outcome with { Reason = RejectionReason.NotInEnsemble, AcceptanceProbability = 0, Changes = [] }
            : outcome;
    }
}
