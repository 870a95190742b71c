using System.Collections.Immutable;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Paths.Modifiers;
using MolShell.Compute.Paths.Movers;
using MolShell.Compute.Paths.Selectors;

namespace MolShell.Compute.Paths.Strategies;

/// <summary>Shooting in all ensembles but minus ensembles.</summary>
public sealed record ShootingStrategy() : MoveStrategy(MoveStrategyLevel.Mover)
{
    public ShootingKind Kind { get; init; } = ShootingKind.OneWay;

    /// <summary>Choice of the shooting point, for one-way and two-way shooting.</summary>
    public ShootingSelector Selector { get; init; } = ShootingSelector.Uniform;

    /// <summary>Velocity change of two-way shooting; null for none.</summary>
    public VelocityModifier? Modifier { get; init; }

    /// <summary>Spring constant of spring shooting [1/frame].</summary>
    public double? Spring { get; init; }

    /// <summary>Number of shots of wire fencing.</summary>
    public int Jumps { get; init; } = WireFencingMover.DefaultJumps;

    /// <summary>Cap of wire fencing, a value of the variable of the interfaces; it counts where it is beyond the interface.</summary>
    public double? Cap { get; init; }

    public override ImmutableArray<MoverWeight> Apply(PathNetwork network, ImmutableArray<MoverWeight> movers)
    {
        IEnumerable<PathEnsemble> inner = network.Ensembles.Where(e => e is not MinusEnsemble && !network.OuterEnsembles.Contains(e));
        movers = Replace(movers, MoveGroups.Shooting, inner.Select(MoverOf));
        return Replace(movers, MoveGroups.OuterShooting, network.OuterEnsembles.Select(MoverOf));
    }

    /// <summary>The mover of an ensemble.</summary>
    /// <exception cref="ArgumentException">The choices do not fit each other or the ensemble.</exception>
    public PathMover MoverOf(PathEnsemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        if (Kind != ShootingKind.TwoWay && Modifier is { ChangesVelocities: true })
        {
            throw new ArgumentException(
                $"{Name} shooting keeps the velocities at the shooting point, because part of the path stays. "
                + "Use two-way shooting with a velocity modifier.");
        }

        if (Kind is ShootingKind.Spring or ShootingKind.InterfaceConstrained or ShootingKind.WireFencing && Selector is not UniformSelector)
        {
            throw new ArgumentException($"{Name} shooting chooses its own shooting points: leave the selector out.");
        }

        return Create(ensemble);
    }

    private string Name => Kind switch
    {
        ShootingKind.OneWay => "One-way",
        ShootingKind.TwoWay => "Two-way",
        ShootingKind.InterfaceConstrained => "Interface-constrained",
        ShootingKind.WireFencing => "Wire-fencing",
        _ => "Spring",
    };

    private PathMover Create(PathEnsemble ensemble) => Kind switch
    {
        ShootingKind.OneWay => new OneWayShootingMover(ensemble, Selector),
        ShootingKind.TwoWay => new TwoWayShootingMover(ensemble, Selector, Modifier ?? VelocityModifier.None),
        ShootingKind.Spring => new SpringShootingMover(
            ensemble, Spring ?? throw new ArgumentException("Spring shooting needs a spring constant [1/frame].")),
        ShootingKind.InterfaceConstrained => new InterfaceConstrainedShootingMover(InterfacesOf(ensemble)),
        ShootingKind.WireFencing => InterfacesOf(ensemble) is { Origins.Length: 1 } interfaces
            ? new WireFencingMover(interfaces, Jumps, Cap is double cap && WireFencingMover.IsBeyond(interfaces, cap) ? cap : null)
            : new OneWayShootingMover(ensemble, ShootingSelector.Uniform),
        _ => throw new InvalidOperationException($"There is no kind of shooting {Kind}."),
    };

    private InterfaceEnsemble InterfacesOf(PathEnsemble ensemble) => ensemble as InterfaceEnsemble ?? throw new ArgumentException(
        $"{Name} shooting needs interfaces, and {ensemble.Name} has none: use a network with -InterfaceValue.");
}
