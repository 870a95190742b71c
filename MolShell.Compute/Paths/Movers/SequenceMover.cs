using System.Collections.Immutable;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// Several moves as one step, one after the other, each on the paths that the one before left. Moves that keep the weights of their
/// ensembles do so in a sequence too (<see cref="SequenceRule.Each"/>); with the other rules, and with moves that only lead from one ensemble
/// to another, it is up to the sequence as a whole.
/// </summary>
public sealed class SequenceMover : PathMover
{
    private readonly SequenceRule rule;

    /// <param name="rule">How the moves depend on each other.</param>
    /// <param name="moves">The moves, in their order; at least one.</param>
    /// <param name="name">Name in records.</param>
    public SequenceMover(SequenceRule rule, IEnumerable<PathMover> moves, string name = "Sequence")
        : base(name)
    {
        this.rule = rule;
        Parts = [.. moves];
        if (Parts.IsEmpty)
        {
            throw new ArgumentException("A sequence needs at least one move.", nameof(moves));
        }

        Ensembles = [.. Parts.SelectMany(p => p.Ensembles).Distinct()];
    }

    public override ImmutableArray<PathEnsemble> Ensembles { get; }

    internal override ImmutableArray<PathMover> Parts { get; }

    // Whether all parts together are balanced cannot be read off them where they pass paths between ensembles.
    internal override bool IsBalanced => rule == SequenceRule.All || Parts.All(p => p.IsBalanced);

    public override string Describe() => $"{Name} ({rule}) of [{string.Join("; ", Parts.Select(p => p.Describe()))}]";

    internal override bool IsPossible(SampleSet active) =>
        rule == SequenceRule.Each ? Parts.Any(p => p.IsPossible(active)) : Parts[0].IsPossible(active);

    internal override MoveOutcome Move(SampleSet active, MoveContext context)
    {
        SampleSet now = active;
        List<MoveOutcome> outcomes = [];
        ImmutableArray<InnerMove>.Builder inner = ImmutableArray.CreateBuilder<InnerMove>();
        for (int i = 0; i < Parts.Length; i++)
        {
            MoveOutcome outcome = Parts[i].MoveAsPart(now, context.Inner(i));
            outcomes.Add(outcome);
            inner.AddRange(outcome.Inner);
            if (outcome.Accepted)
            {
                now = now.With(outcome.Changes);
            }
            else if (rule != SequenceRule.Each)
            {
                break;
            }
        }

        bool accepted = rule == SequenceRule.All ? outcomes.TrueForAll(o => o.Accepted) : outcomes.Exists(o => o.Accepted);
        MoveOutcome deciding = accepted ? outcomes.FindLast(o => o.Accepted)! : outcomes[^1];
        return deciding with
        {
            AcceptanceProbability = ProbabilityOf(outcomes),
            Changes = accepted ? [.. now.Where(s => !active.Contains(s))] : [],
            Inner = inner.DrainToImmutable(),
        };
    }

    // Of all together, or of at least one.
    private double ProbabilityOf(List<MoveOutcome> outcomes) => rule switch
    {
        SequenceRule.All => outcomes.Aggregate(1.0, (product, o) => product * o.AcceptanceProbability),
        SequenceRule.Each => 1 - outcomes.Aggregate(1.0, (product, o) => product * (1 - o.AcceptanceProbability)),
        _ => outcomes[0].AcceptanceProbability,
    };
}
