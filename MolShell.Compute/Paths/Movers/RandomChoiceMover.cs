using System.Collections.Immutable;
using System.Globalization;
using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// One of several moves, drawn by weight, whichever paths there are; where the drawn one lacks a path, the step is rejected.
/// </summary>
public sealed class RandomChoiceMover : PathMover
{
    private readonly ImmutableArray<double> weights;
    private readonly double total;

    /// <param name="moves">The moves; at least one.</param>
    /// <param name="weights">A weight above 0 for each move; null for the same.</param>
    /// <param name="name">Name in records.</param>
    public RandomChoiceMover(IEnumerable<PathMover> moves, IEnumerable<double>? weights = null, string name = "RandomChoice")
        : base(name)
    {
        Parts = [.. moves];
        this.weights = weights is null ? [.. Parts.Select(_ => 1.0)] : [.. weights];
        if (Parts.IsEmpty || this.weights.Length != Parts.Length || !this.weights.All(w => w > 0 && double.IsFinite(w)))
        {
            throw new ArgumentException($"A random choice needs moves, and a weight above 0 for each: {Parts.Length} moves, {this.weights.Length} weights.");
        }

        total = this.weights.Sum();
        Ensembles = [.. Parts.SelectMany(p => p.Ensembles).Distinct()];
    }

    public override ImmutableArray<PathEnsemble> Ensembles { get; }

    internal override ImmutableArray<PathMover> Parts { get; }

    internal override bool IsBalanced => Parts.All(p => p.IsBalanced);

    public override string Describe() =>
        $"{Name} of [{string.Join("; ", Parts.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"{weights[i]} x {p.Describe()}")))}]";

    internal override bool IsPossible(SampleSet active) => Parts.Any(p => p.IsPossible(active));

    internal override MoveOutcome Move(SampleSet active, MoveContext context)
    {
        double rest = new RandomSource(context.Key(RandomStream.Mover)).NextDouble() * total;
        int pick = 0;
        while (pick < Parts.Length - 1 && (rest -= weights[pick]) >= 0)
        {
            pick++;
        }

        return Parts[pick].MoveAsPart(active, context.Inner(pick));
    }
}
