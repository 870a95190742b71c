using System.Collections.Immutable;
using System.Globalization;

namespace MolShell.Compute.Paths.Strategies;

/// <summary>Gives each mover of a group a weight; 0 removes the group.</summary>
public sealed record GroupWeightStrategy(string Group, double Weight) : MoveStrategy(MoveStrategyLevel.Group)
{
    public override ImmutableArray<MoverWeight> Apply(PathNetwork network, ImmutableArray<MoverWeight> movers)
    {
        if (!(Weight >= 0 && double.IsFinite(Weight)))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The weight of {Group} must not be negative, but is {Weight}."));
        }

        bool IsMeant(MoverWeight mover) => string.Equals(mover.Group, Group, StringComparison.OrdinalIgnoreCase);
        if (!movers.Any(IsMeant))
        {
            throw new ArgumentException(
                $"The scheme has no group of movers {Group}; it has {string.Join(", ", movers.Select(m => m.Group).Distinct())}.");
        }

        return Weight > 0
            ? [.. movers.Select(m => IsMeant(m) ? m with { Weight = Weight } : m)]
            : [.. movers.Where(m => !IsMeant(m))];
    }
}
