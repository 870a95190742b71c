using System.Management.Automation;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Movers;
using MolShell.Compute.Paths.Strategies;

namespace MolShell.Commands.Paths;

/// <summary>Makes a move of paths, or one that is composed of others, for New-MoveScheme -Mover.</summary>
/// <remarks>
/// <para>
/// New-MoveScheme makes the usual moves of a network by itself; this command is for others. -Shooting, -Reversal, -Exchange and -Hop move the
/// paths of given ensembles, such as `$network.Ensembles[0]`. -Choice draws one of several moves by weight; -Sequence makes several as one step,
/// each accepted for itself (Each), up to the first rejected one (UntilRejected), or all of them or nothing (All); -FirstAllowed and -LastAllowed
/// make the first or last that has the paths it needs; -Within rejects what a move leaves outside some ensembles.
/// </para>
/// <para>
/// -Extend and -Subtrajectory lead from one ensemble to another and not back. They are parts of sequences; a scheme refuses them alone.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0
/// $network = (New-StateVolume $x -Maximum -0.7 -Name A), (New-StateVolume $x -Minimum 0.7 -Name B) | New-PathNetwork
/// $path = $network.Ensembles[0]
/// $shot = New-PathMover -Shooting OneWay -Ensemble $path
/// $twice = $shot, (New-PathMover -Reversal -Ensemble $path) | New-PathMover -Sequence Each
/// $network | New-MoveScheme -Mover $twice -Weight @{ Shooting = 3 }
/// </code>
/// <para>Shots, and in a fourth of the steps a shot and a reversal one after the other.</para>
/// </example>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0
/// $network = (New-StateVolume $x -Maximum -0.7 -Name A), (New-StateVolume $x -Minimum 0.7 -Name B) | New-PathNetwork
/// $path = $network.Ensembles[0]
/// $forward = New-PathMover -Shooting OneWay -Ensemble $path -Direction Forward
/// $backward = New-PathMover -Shooting OneWay -Ensemble $path -Direction Backward
/// $mixed = $forward, $backward | New-PathMover -Choice -Weight 2, 1
/// $network | New-MoveScheme -Mover $mixed -Remove Shooting |
///     Start-PathSampling -System (New-ToySystem -Potential DoubleWell -Temperature 0.2) -Step 20 -Seed 1
/// </code>
/// <para>Forward shots twice as often as backward ones, and nothing else.</para>
/// </example>
/// <seealso href="New-MoveScheme"/>
/// <seealso href="New-PathNetwork"/>
[Cmdlet(VerbsCommon.New, "PathMover", DefaultParameterSetName = ShootingSet)]
[OutputType(typeof(PathMover))]
public sealed class NewPathMoverCommand : MolShellCommand
{
    private const string ShootingSet = "Shooting";
    private const string ReversalSet = "Reversal";
    private const string ExchangeSet = "Exchange";
    private const string HopSet = "Hop";
    private const string ExtendSet = "Extend";
    private const string SubtrajectorySet = "Subtrajectory";
    private const string ChoiceSet = "Choice";
    private const string SequenceSet = "Sequence";
    private const string FirstAllowedSet = "FirstAllowed";
    private const string LastAllowedSet = "LastAllowed";
    private const string WithinSet = "Within";

    private readonly List<PathMover> moves = [];

    /// <summary>Shoots: OneWay, TwoWay, Spring, InterfaceConstrained or WireFencing.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ShootingSet, HelpMessage = "Shoot: OneWay, TwoWay, Spring, InterfaceConstrained or WireFencing.")]
    public ShootingKind Shooting { get; set; }

    /// <summary>Reads the path backward in time.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ReversalSet, HelpMessage = "Read the path backward in time.")]
    public SwitchParameter Reversal { get; set; }

    /// <summary>The ensemble whose path is moved.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ShootingSet, HelpMessage = "The ensemble whose path is moved.")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ReversalSet, HelpMessage = "The ensemble whose path is moved.")]
    [ValidateNotNull]
    public PathEnsemble Ensemble { get; set; } = null!;

    /// <summary>Forward or Backward for one-way shots in that direction only; Both for either, as often.</summary>
    [Parameter(ParameterSetName = ShootingSet, HelpMessage = "Direction of one-way shots: Forward, Backward or Both.")]
    public PathDirection Direction { get; set; } = PathDirection.Both;

    /// <summary>Spring constant of spring shooting [1/frame].</summary>
    [Parameter(ParameterSetName = ShootingSet, HelpMessage = "Spring constant of spring shooting [1/frame].")]
    [ValidateRange(double.Epsilon, double.MaxValue)]
    public double? SpringConstant { get; set; }

    /// <summary>Two ensembles whose replicas change places.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ExchangeSet, HelpMessage = "Two ensembles whose replicas change places.")]
    [ValidateCount(2, 2)]
    public PathEnsemble[] Exchange { get; set; } = [];

    /// <summary>Two ensembles between which a single replica hops.</summary>
    [Parameter(Mandatory = true, ParameterSetName = HopSet, HelpMessage = "Two ensembles between which a single replica hops.")]
    [ValidateCount(2, 2)]
    public PathEnsemble[] Hop { get; set; } = [];

    /// <summary>Lets the path of -From go on, Forward or Backward, until it is one of -To.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ExtendSet, HelpMessage = "Let a path go on, Forward or Backward, until it is one of -To.")]
    public PathDirection Extend { get; set; }

    /// <summary>Takes a part of the path of -From that is a path of -To: the First, the Final, or any (Random).</summary>
    [Parameter(Mandatory = true, ParameterSetName = SubtrajectorySet, HelpMessage = "Take a part of a path that is one of -To: First, Final or Random.")]
    public SubtrajectoryChoice Subtrajectory { get; set; }

    /// <summary>The ensemble that a path comes from.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ExtendSet, HelpMessage = "The ensemble that a path comes from.")]
    [Parameter(Mandatory = true, ParameterSetName = SubtrajectorySet, HelpMessage = "The ensemble that a path comes from.")]
    [ValidateNotNull]
    public PathEnsemble From { get; set; } = null!;

    /// <summary>The ensemble that a path comes to.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ExtendSet, HelpMessage = "The ensemble that a path comes to.")]
    [Parameter(Mandatory = true, ParameterSetName = SubtrajectorySet, HelpMessage = "The ensemble that a path comes to.")]
    [ValidateNotNull]
    public PathEnsemble To { get; set; } = null!;

    /// <summary>Draws one of the moves.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ChoiceSet, HelpMessage = "Draw one of the moves.")]
    public SwitchParameter Choice { get; set; }

    /// <summary>Weights of the moves that are drawn, in their order; all alike without it.</summary>
    [Parameter(ParameterSetName = ChoiceSet, HelpMessage = "Weights of the moves that are drawn, in their order.")]
    [ValidateNotNullOrEmpty]
    public double[]? Weight { get; set; }

    /// <summary>Makes the moves one after the other: Each for itself, UntilRejected, or All or nothing.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SequenceSet, HelpMessage = "Make the moves one after the other: Each, UntilRejected or All.")]
    public SequenceRule Sequence { get; set; }

    /// <summary>Makes the first of the moves that has the paths it needs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FirstAllowedSet, HelpMessage = "Make the first of the moves that has the paths it needs.")]
    public SwitchParameter FirstAllowed { get; set; }

    /// <summary>Makes the last of the moves that has the paths it needs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LastAllowedSet, HelpMessage = "Make the last of the moves that has the paths it needs.")]
    public SwitchParameter LastAllowed { get; set; }

    /// <summary>Ensembles; a move that leaves a path outside them is rejected.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithinSet, HelpMessage = "Ensembles; a move that leaves a path outside them is rejected.")]
    [ValidateNotNullOrEmpty]
    public PathEnsemble[] Within { get; set; } = [];

    /// <summary>The moves that the move is made of, in their order; one for -Within.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ChoiceSet, HelpMessage = "The moves, in their order.")]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = SequenceSet, HelpMessage = "The moves, in their order.")]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = FirstAllowedSet, HelpMessage = "The moves, in their order.")]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = LastAllowedSet, HelpMessage = "The moves, in their order.")]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = WithinSet, HelpMessage = "The move.")]
    [ValidateNotNullOrEmpty]
    public PathMover[] Mover { get; set; } = [];

    /// <summary>Name in records; needed where a scheme has several such moves of the same ensembles.</summary>
    [Parameter(ParameterSetName = ChoiceSet, HelpMessage = "Name in records.")]
    [Parameter(ParameterSetName = SequenceSet, HelpMessage = "Name in records.")]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    protected override void Process() => moves.AddRange(Mover);

    protected override void End() => WriteObject(ParameterSetName switch
    {
        ReversalSet => new PathReversalMover(Ensemble),
        ExchangeSet => new ReplicaExchangeMover(Exchange[0], Exchange[1]),
        HopSet => new EnsembleHopMover(Hop[0], Hop[1]),
        ExtendSet => new ExtensionMover(From, To, Extend),
        SubtrajectorySet => new SubtrajectoryMover(From, To, Subtrajectory),
        ChoiceSet => new RandomChoiceMover(moves, Weight, Name ?? "RandomChoice"),
        SequenceSet => new SequenceMover(Sequence, moves, Name ?? "Sequence"),
        FirstAllowedSet => new AllowedMover(moves),
        LastAllowedSet => new AllowedMover(moves, last: true),
        WithinSet => moves is [PathMover one]
            ? new EnsembleFilterMover(one, Within)
            : throw new ArgumentException($"-Within is for one move, not for {moves.Count}: make a sequence or a choice of them first."),
        _ => Shot(),
    });

    private PathMover Shot()
    {
        if (Direction != PathDirection.Both)
        {
            return Shooting == ShootingKind.OneWay
                ? new OneWayShootingMover(Ensemble, Compute.Paths.Selectors.ShootingSelector.Uniform, Direction)
                : throw new ArgumentException($"-Direction is for -Shooting OneWay, not for {Shooting}.");
        }

        return SpringConstant is null || Shooting == ShootingKind.Spring
            ? new ShootingStrategy { Kind = Shooting, Spring = SpringConstant }.MoverOf(Ensemble)
            : throw new ArgumentException("-SpringConstant is for -Shooting Spring.");
    }
}
