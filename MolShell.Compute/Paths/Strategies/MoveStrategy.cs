using System.Collections.Immutable;

namespace MolShell.Compute.Paths.Strategies;

/// <summary>
/// A rule by which a move scheme is made: it adds, replaces, weighs or removes movers of those that the rules before it left. Immutable.
/// </summary>
public abstract record MoveStrategy(MoveStrategyLevel Level)
{
    /// <summary>The movers after the strategy.</summary>
    /// <param name="network">What is sampled.</param>
    /// <param name="movers">The movers before it.</param>
    /// <exception cref="ArgumentException">The strategy does not fit the network or the movers.</exception>
    public abstract ImmutableArray<MoverWeight> Apply(PathNetwork network, ImmutableArray<MoverWeight> movers);

    /// <summary>All movers but those of a group, and then others that take its place with the weight that its movers had.</summary>
    private protected static ImmutableArray<MoverWeight> Replace(
        ImmutableArray<MoverWeight> movers, string group, IEnumerable<Movers.PathMover> by)
    {
        double weight = movers.FirstOrDefault(m => m.Group == group)?.Weight ?? MoveGroups.UsualWeight(group);
        return [.. movers.Where(m => m.Group != group), .. by.Select(m => new MoverWeight(m, weight) { Group = group })];
    }
}
