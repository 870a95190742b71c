using System.Collections.Immutable;
using System.Globalization;

namespace MolShell.Compute.Paths.Strategies;

/// <summary>Gives groups together a share of all steps; weights within them, and within the others, keep their ratios.</summary>
public sealed record GroupShareStrategy(ImmutableArray<string> Groups, double Share) : MoveStrategy(MoveStrategyLevel.SuperGroup)
{
    public override ImmutableArray<MoverWeight> Apply(PathNetwork network, ImmutableArray<MoverWeight> movers)
    {
        double inside = movers.Where(IsMeant).Sum(m => m.Weight);
        double outside = movers.Where(m => !IsMeant(m)).Sum(m => m.Weight);
        if (!(Share > 0 && Share < 1) || inside == 0 || outside == 0)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"A share of {string.Join(", ", Groups)} is between 0 and 1, and needs movers in these groups and in others; it is {Share}."));
        }

        double factor = Share / (1 - Share) * outside / inside;
        return [.. movers.Select(m => IsMeant(m) ? m with { Weight = factor * m.Weight } : m)];
    }

    private bool IsMeant(MoverWeight mover) => Groups.Contains(mover.Group, StringComparer.OrdinalIgnoreCase);
}
