using System.Collections.Immutable;
using MolShell.Compute.Paths.Modifiers;
using MolShell.Compute.Paths.Selectors;
using MolShell.Compute.Paths.Strategies;

namespace MolShell.Compute.Paths;

/// <summary>What a move scheme is made of.</summary>
public sealed record MoveSchemeOptions
{
    public ShootingKind Shooting { get; init; } = ShootingKind.OneWay;

    /// <summary>Choice of the shooting point, for one-way and two-way shooting.</summary>
    public ShootingSelector Selector { get; init; } = ShootingSelector.Uniform;

    /// <summary>Velocity change of two-way shooting; null for none. Other shooting takes none.</summary>
    public VelocityModifier? Modifier { get; init; }

    /// <summary>Spring constant of spring shooting [1/frame], above 0; needed for it.</summary>
    public double? Spring { get; init; }

    /// <summary>Number of shots of wire fencing; null for <see cref="Movers.WireFencingMover.DefaultJumps"/>.</summary>
    public int? Jumps { get; init; }

    /// <summary>Cap of wire fencing, a value of the variable of the interfaces; it counts where it is beyond the interface.</summary>
    public double? Cap { get; init; }

    /// <summary>Weight of each shooting move.</summary>
    public double ShootingWeight { get; init; } = 1;

    /// <summary>
    /// Weight of each path reversal move; 0 leaves it out. Null for the default: <see cref="MoveGroups.UsualWeight"/> where there are
    /// interfaces, else 0.
    /// </summary>
    public double? ReversalWeight { get; init; }

    /// <summary>Which ensembles exchange replicas, in networks with interfaces.</summary>
    public ReplicaExchangeKind ReplicaExchange { get; init; } = ReplicaExchangeKind.Neighbour;

    /// <summary>Whether there are minus moves, in networks with interfaces.</summary>
    public bool Minus { get; init; } = true;

    /// <summary>Whether one path passes through all ensembles by ensemble hops, instead of a replica in each with exchange.</summary>
    public bool IsSingleReplica { get; init; }

    /// <summary>
    /// Bias of a single replica for the ensembles of a transition from the innermost outward, and at the end, where there is an outer
    /// ensemble, for it; without that it takes the last one. The reciprocal crossing probability fills all alike. Empty for 1 everywhere.
    /// </summary>
    public ImmutableArray<double> Bias { get; init; } = [];

    /// <summary>What else to add, replace, weigh or remove.</summary>
    public ImmutableArray<MoveStrategy> Strategies { get; init; } = [];
}
