using System.Collections.Immutable;
using MolShell.Compute.Paths.Movers;

namespace MolShell.Compute.Paths.Strategies;

/// <summary>Adds movers to a group, or puts them in its place.</summary>
/// <param name="Group">Name of the group.</param>
/// <param name="Movers">The movers.</param>
/// <param name="Weight">Weight of each; null for the usual one of the group.</param>
/// <param name="Replaces">Whether the movers that the group had go.</param>
public sealed record AddMoversStrategy(string Group, ImmutableArray<PathMover> Movers, double? Weight = null, bool Replaces = false)
    : MoveStrategy(MoveStrategyLevel.Global)
{
    public override ImmutableArray<MoverWeight> Apply(PathNetwork network, ImmutableArray<MoverWeight> movers) =>
    [
        .. movers.Where(m => !Replaces || m.Group != Group),
        .. Movers.Select(m => new MoverWeight(m, Weight ?? MoveGroups.UsualWeight(Group)) { Group = Group }),
    ];
}
