using System.Collections;
using System.Globalization;
using System.Management.Automation;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Modifiers;
using MolShell.Compute.Paths.Movers;
using MolShell.Compute.Paths.Selectors;
using MolShell.Compute.Paths.Strategies;
using MolShell.Compute.Variables;

namespace MolShell.Commands.Paths;

/// <summary>Says by which moves paths are sampled: shooting, path reversal, replica exchange, minus moves, and how often each.</summary>
/// <remarks>
/// <para>
/// Each step draws one mover by its weight. Networks without interfaces are sampled by shooting, and by path reversal with -Reversal. Networks
/// with interfaces have a replica in each ensemble and, by default, one-way shooting (weight 1 for each ensemble), path reversal (0.5),
/// exchange of replicas between neighbours (0.5), and minus moves (0.2), which give the flux out of each state. The property Groups of a
/// scheme shows how often each kind is drawn.
/// </para>
/// <para>
/// One-way shooting (doi:10.1088/0953-8984/15/1/314) keeps the path on one side of the shooting point and makes the other side anew. It
/// needs dynamics with noise. Two-way shooting (doi:10.1063/1.476378) makes both sides anew, after -VelocityModifier has changed the
/// velocities at the shooting point.
/// </para>
/// <para>
/// Interface-constrained shooting goes forward from the first frame beyond the interface: every trial is accepted, and path reversal, which it
/// needs, renews the other end where the path came back. A path that crosses its interface beside another state hardly ever does: where an
/// interface can be crossed near several final states, -Add OneWayShooting renews such paths too. Spring shooting is one-way shooting from
/// points near the end that stays.
/// </para>
/// <para>
/// With -SingleReplica one path passes through all ensembles by ensemble hops. -Bias says how much more than by their own weight the
/// ensembles are visited; with the reciprocals of the crossing probabilities all are visited alike.
/// </para>
/// <para>
/// The Gaussian selector chooses shooting points near -SelectorCenter of -SelectorVariable more often, and the acceptance of a trial
/// makes up for it. It helps where most paths spend long near the states.
/// </para>
/// <para>
/// Path reversal reads the path backward in time. It is for networks that sample transitions both ways, as `$A,$B | New-PathNetwork` does; from
/// one state to another only, it is never accepted, and a warning says so.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// New-PathNetwork -Initial $A -Final $B | New-MoveScheme -Shooting OneWay
/// </code>
/// <para>One-way shooting from points chosen uniformly.</para>
/// </example>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// $network = $A,$B | New-PathNetwork
/// New-MoveScheme $network -Shooting TwoWay -VelocityModifier Random -Selector Gaussian -SelectorVariable $x -SelectorCenter 0 -SelectorAlpha 5 -Reversal
/// </code>
/// <para>Two-way shooting with new velocities from points near the top of the barrier, and path reversal in a third of the steps.</para>
/// </example>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// $scheme = $A,$B | New-PathNetwork -Kind Tis -InterfaceValue -0.7,-0.5,-0.2 | New-MoveScheme -Shooting InterfaceConstrained -Weight @{ Minus = 1 }
/// $scheme.Groups
/// </code>
/// <para>Interface sampling with shots that are all accepted and more minus moves than usual; shows the groups of movers and their shares.</para>
/// </example>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// $A,$B | New-PathNetwork -Kind Tis -InterfaceValue -0.7,-0.5,-0.2 | New-MoveScheme -SingleReplica -Bias 1,5,20
/// </code>
/// <para>One path that passes through all interfaces, about equally often.</para>
/// </example>
/// <seealso href="New-PathNetwork"/>
/// <seealso href="New-PathMover"/>
/// <seealso href="Start-PathSampling"/>
[Cmdlet(VerbsCommon.New, "MoveScheme")]
[OutputType(typeof(MoveScheme))]
public sealed class NewMoveSchemeCommand : MolShellCommand
{
    /// <summary>What is sampled.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, HelpMessage = "What is sampled, from New-PathNetwork.")]
    public PathNetwork Network { get; set; } = null!;

    /// <summary>Takes the usual scheme of the network, as it is taken without further parameters too.</summary>
    [Parameter(HelpMessage = "Take the usual scheme of the network.")]
    public SwitchParameter Default { get; set; }

    /// <summary>Which part of a path a shot makes anew, and from where.</summary>
    [Parameter(HelpMessage = "How shots are made: OneWay, TwoWay, Spring, InterfaceConstrained or WireFencing.")]
    public ShootingKind Shooting { get; set; } = ShootingKind.OneWay;

    /// <summary>Spring constant of spring shooting [1/frame]: frame i from the end that stays is shot from in proportion to exp(-k i).</summary>
    [Parameter(HelpMessage = "Spring constant of spring shooting [1/frame].")]
    [ValidateRange(double.Epsilon, double.MaxValue)]
    public double? SpringConstant { get; set; }

    /// <summary>Number of short shots of a move of wire fencing; 4 without it.</summary>
    [Parameter(HelpMessage = "Number of short shots of a move of wire fencing.")]
    [ValidateRange(1, 500)]
    public int? Jump { get; set; }

    /// <summary>
    /// Where the short shots of wire fencing end besides the interface, as a value of its variable [its unit]; ensembles whose interface is not
    /// before it go without, and without -Cap shots go on to the states.
    /// </summary>
    [Parameter(HelpMessage = "Where short shots of wire fencing end [unit of the variable of the interfaces].")]
    public double? Cap { get; set; }

    /// <summary>Weight of each shooting move among the moves.</summary>
    [Parameter(HelpMessage = "Weight of shooting among the moves.")]
    [ValidateRange(double.Epsilon, double.MaxValue)]
    public double ShootingWeight { get; set; } = 1;

    /// <summary>Adds the move that reads a path backward in time; networks with interfaces have it unless -Reversal:$false leaves it out.</summary>
    [Parameter(HelpMessage = "Add the move that reads a path backward in time.")]
    public SwitchParameter Reversal { get; set; }

    /// <summary>Weight of each path reversal among the moves; it counts where there is one.</summary>
    [Parameter(HelpMessage = "Weight of path reversal among the moves.")]
    [ValidateRange(double.Epsilon, double.MaxValue)]
    public double ReversalWeight { get; set; } = MoveScheme.DefaultReversalWeight;

    /// <summary>How shooting points are chosen. Gaussian needs -SelectorVariable, -SelectorCenter and -SelectorAlpha.</summary>
    [Parameter(HelpMessage = "How shooting points are chosen: Uniform or Gaussian.")]
    public SelectorKind Selector { get; set; } = SelectorKind.Uniform;

    /// <summary>The variable of the Gaussian selector.</summary>
    [Parameter(HelpMessage = "The variable of the Gaussian selector.")]
    [ValidateNotNull]
    public CollectiveVariable? SelectorVariable { get; set; }

    /// <summary>Value near which shooting points are chosen, in the unit of the variable.</summary>
    [Parameter(HelpMessage = "Value near which shooting points are chosen, in the unit of the variable.")]
    public double? SelectorCenter { get; set; }

    /// <summary>Sharpness alpha of the weight exp(-alpha (value - center)^2) [1/unit of the variable squared], above 0.</summary>
    [Parameter(HelpMessage = "Sharpness of the Gaussian selector [1/unit of the variable squared].")]
    public double? SelectorAlpha { get; set; }

    /// <summary>How two-way shooting changes the velocities at the shooting point.</summary>
    [Parameter(HelpMessage = "Velocity change of two-way shooting: None, Random, Direction or SingleAtomDirection.")]
    public VelocityModifierKind VelocityModifier { get; set; } = VelocityModifierKind.None;

    /// <summary>Standard deviation of each component of the kick of Direction and SingleAtomDirection [length/time, in the system's units].</summary>
    [Parameter(HelpMessage = "Standard deviation of a velocity kick [length/time, in the system's units].")]
    public double? KickWidth { get; set; }

    /// <summary>Particles whose velocities are changed, numbered from 0. Without it, all.</summary>
    [Parameter(HelpMessage = "Particles whose velocities are changed; all without it.")]
    [ValidateNotNullOrEmpty]
    public int[]? Particle { get; set; }

    /// <summary>Keeps the total momentum of the changed particles.</summary>
    [Parameter(HelpMessage = "Keep the total momentum of the changed particles.")]
    public SwitchParameter ConserveMomentum { get; set; }

    /// <summary>Which ensembles exchange replicas, in networks with interfaces.</summary>
    [Parameter(HelpMessage = "Which ensembles exchange replicas: None, Neighbour or All.")]
    public ReplicaExchangeKind ReplicaExchange { get; set; } = ReplicaExchangeKind.Neighbour;

    /// <summary>Makes minus moves in networks with interfaces, as is the default; -Minus:$false leaves them and their ensembles out.</summary>
    [Parameter(HelpMessage = "Make minus moves, as is the default; -Minus:$false leaves them out.")]
    public SwitchParameter Minus { get; set; } = true;

    /// <summary>Lets one path pass through all ensembles, instead of a replica in each.</summary>
    [Parameter(HelpMessage = "Let one path pass through all ensembles.")]
    public SwitchParameter SingleReplica { get; set; }

    /// <summary>
    /// Bias of a single replica for the ensembles of a transition from the innermost outward, and one more for the outer ensemble where there is
    /// one; without that it takes the last.
    /// </summary>
    [Parameter(HelpMessage = "Bias of a single replica for each ensemble of a transition, innermost first.")]
    [ValidateNotNullOrEmpty]
    public double[]? Bias { get; set; }

    /// <summary>Weights of single moves by group, such as @{ Minus = 0.5; ReplicaExchange = 1 }; the groups are in the property Groups of a scheme.</summary>
    [Parameter(HelpMessage = "Weights of single moves by group, such as @{ Minus = 0.5 }.")]
    [ValidateNotNull]
    public Hashtable? Weight { get; set; }

    /// <summary>
    /// Groups of moves to add: StateSwap, OneWayShooting beside shooting of another kind, or PathReversal, ReplicaExchange, Minus where they were left out.
    /// </summary>
    [Parameter(HelpMessage = "Groups of moves to add: StateSwap, OneWayShooting, PathReversal, ReplicaExchange, Minus.")]
    [ValidateSet(MoveGroups.StateSwap, MoveGroups.OneWayShooting, MoveGroups.PathReversal, MoveGroups.ReplicaExchange, MoveGroups.Minus)]
    public string[] Add { get; set; } = [];

    /// <summary>Movers to add, from New-PathMover, as the group Custom; each has the weight 1, or what -Weight says.</summary>
    [Parameter(HelpMessage = "Movers to add, from New-PathMover, as the group Custom.")]
    [ValidateNotNullOrEmpty]
    public PathMover[] Mover { get; set; } = [];

    /// <summary>Groups of moves to leave out.</summary>
    [Parameter(HelpMessage = "Groups of moves to leave out, such as Minus.")]
    public string[] Remove { get; set; } = [];

    protected override object? ErrorTarget => Network;

    protected override void Process()
    {
        if (Reversal && !Network.HasReversiblePaths)
        {
            WriteWarning(
                "Path reversal is never accepted here: a path from an initial to a final state, read backward, is no path of this network. "
                + "Make the states initial and final both, or leave -Reversal out.");
        }

        if (SpringConstant is not null && Shooting != ShootingKind.Spring)
        {
            throw new ArgumentException("-SpringConstant is for -Shooting Spring.");
        }

        if ((Jump is not null || Cap is not null) && Shooting != ShootingKind.WireFencing)
        {
            throw new ArgumentException("-Jump and -Cap are for -Shooting WireFencing.");
        }

        if (Shooting == ShootingKind.InterfaceConstrained && Network.States.Length > 2
            && !Add.Contains(MoveGroups.OneWayShooting, StringComparer.OrdinalIgnoreCase))
        {
            WriteWarning(
                "Interface-constrained shots keep the way to the interface, and reversal renews it only where paths come back: those that cross the interface "
                + $"beside another of the {Network.States.Length} states stay for very many steps, which errors cannot know. Use -Add OneWayShooting besides.");
        }

        bool weighsReversal = Reversal || MyInvocation.BoundParameters.ContainsKey(nameof(ReversalWeight));
        WriteObject(MoveScheme.Create(Network, new MoveSchemeOptions
        {
            Shooting = Shooting,
            Spring = SpringConstant,
            Jumps = Jump,
            Cap = Cap,
            ShootingWeight = ShootingWeight,
            ReversalWeight = weighsReversal && IsReversalWanted ? ReversalWeight : IsReversalWanted ? null : 0,
            Selector = CreateSelector(),
            Modifier = CreateModifier(),
            ReplicaExchange = ReplicaExchange,
            Minus = Minus,
            IsSingleReplica = SingleReplica,
            Bias = [.. Bias ?? []],
            Strategies = [.. Added(), .. Custom(), .. Weights(), .. Remove.Select(group => new GroupWeightStrategy(group, 0))],
        }));
    }

    // -ReversalWeight alone adds no reversal where there are no interfaces, as it always was; -Reversal:$false removes it everywhere.
    private bool IsReversalWanted => Reversal
        || (!Network.Transitions.IsEmpty && !MyInvocation.BoundParameters.ContainsKey(nameof(Reversal)));

    private IEnumerable<MoveStrategy> Added() => Add.Select(group => group.ToUpperInvariant() switch
    {
        "STATESWAP" => (MoveStrategy)new StateSwapStrategy(),
        "ONEWAYSHOOTING" => new OneWayShootingStrategy(),
        "PATHREVERSAL" => new PathReversalStrategy(),
        "REPLICAEXCHANGE" => new ReplicaExchangeStrategy(ReplicaExchange),
        _ => new MinusStrategy(SingleReplica),
    });

    // Movers come after the usual ones were weighed, so with their own weight.
    private IEnumerable<MoveStrategy> Custom() => Mover.Length == 0 ? [] : [new AddMoversStrategy(
        MoveGroups.Custom,
        [.. Mover],
        (Weight ?? []).Cast<DictionaryEntry>().Where(IsCustom).Select(WeightOf).Cast<double?>().SingleOrDefault())];

    private IEnumerable<MoveStrategy> Weights() => (Weight ?? []).Cast<DictionaryEntry>()
        .Where(entry => Mover.Length == 0 || !IsCustom(entry))
        .Select(entry => new GroupWeightStrategy(entry.Key.ToString()!, WeightOf(entry)));

    private static bool IsCustom(DictionaryEntry entry) =>
        string.Equals(entry.Key.ToString(), MoveGroups.Custom, StringComparison.OrdinalIgnoreCase);

    private static double WeightOf(DictionaryEntry entry) =>
        LanguagePrimitives.TryConvertTo(entry.Value, CultureInfo.InvariantCulture, out double weight)
            ? weight
            : throw new ArgumentException($"The weight of {entry.Key} must be a number, not '{entry.Value}'.");

    private ShootingSelector CreateSelector()
    {
        if (Selector == SelectorKind.Uniform)
        {
            return SelectorVariable is null && SelectorCenter is null && SelectorAlpha is null
                ? ShootingSelector.Uniform
                : throw new ArgumentException("-SelectorVariable, -SelectorCenter and -SelectorAlpha are for -Selector Gaussian.");
        }

        return SelectorVariable is { } variable && SelectorCenter is { } center && SelectorAlpha is { } alpha
            ? ShootingSelector.GaussianBias(variable, center, alpha)
            : throw new ArgumentException("-Selector Gaussian needs -SelectorVariable, -SelectorCenter and -SelectorAlpha.");
    }

    private VelocityModifier? CreateModifier() => VelocityModifier switch
    {
        VelocityModifierKind.None => null,
        VelocityModifierKind.Random => Compute.Paths.Modifiers.VelocityModifier.Random(null, Particle, ConserveMomentum),
        VelocityModifierKind.Direction => Compute.Paths.Modifiers.VelocityModifier.Direction(Width(), Particle, ConserveMomentum),
        _ => Compute.Paths.Modifiers.VelocityModifier.SingleAtomDirection(Width(), Particle),
    };

    private double Width() => KickWidth ?? throw new ArgumentException($"-VelocityModifier {VelocityModifier} needs -KickWidth.");
}
