using System.Globalization;
using System.Management.Automation;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Variables;

namespace MolShell.Commands.Paths;

/// <summary>Defines a set of paths: by its states, by the volumes its frames are in, or as a sequence or combination of others.</summary>
/// <remarks>
/// <para>
/// A transition begins with one frame in an initial state, ends with the first frame in a final state, and is in no state between. With
/// -Length every path has that number of frames and only its ends count. An interface ensemble holds the paths that leave a state, get past
/// an interface and end in any state; a minus ensemble holds those that leave it twice and come back, and so measure the flux. A path of
/// -VisitAll ends as it enters the last of its states that it had not been in.
/// </para>
/// <para>
/// -AllIn, -AllOut, -PartIn and -PartOut ask where frames are, and -Sequence strings ensembles together as a regular expression does its
/// parts: a path is cut so that each part is a member of its ensemble. A part begins with the frame after the end of the one before; with
/// an overlap of n, n frames before that, and with one below zero, after it.
/// </para>
/// <para>
/// Ensembles have Contains, Diagnose, Split, CanAppend and CanPrepend for paths. Those whose members end by themselves, so that no member
/// is the beginning or end of another, can be sampled. To sample transitions, New-PathNetwork makes the ensembles it needs itself.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// New-PathEnsemble -Transition -Initial $A -Final $B
/// New-PathEnsemble -Transition -Initial $A -Final $B -Length 200
/// </code>
/// <para>All paths from A to B, and those of 200 frames that begin in A and end in B.</para>
/// </example>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// $in = New-PathEnsemble -AllIn $A
/// $out = New-PathEnsemble -AllOut $A,$B -Length 5,100
/// $last = New-PathEnsemble -AllIn $B -Length 1
/// New-PathEnsemble -Sequence $in,$out,$last -Name slow
/// </code>
/// <para>Paths with some frames in A, then 5 to 100 between the states, then one in B.</para>
/// </example>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// New-PathEnsemble -Interface -Initial $A -Final $B -Value -0.5
/// New-PathEnsemble -Minus -Initial $A -Final $B -Value -0.7
/// New-PathEnsemble -VisitAll $A,$B
/// </code>
/// <para>Paths from A beyond x = -0.5, the minus ensemble of A, and paths that visit both states.</para>
/// </example>
/// <seealso href="New-StateVolume"/>
/// <seealso href="New-PathNetwork"/>
/// <seealso href="Start-MolecularDynamics"/>
[Cmdlet(VerbsCommon.New, "PathEnsemble", DefaultParameterSetName = LengthSet)]
[OutputType(typeof(PathEnsemble))]
public sealed class NewPathEnsembleCommand : MolShellCommand
{
    private const string TransitionSet = "Transition";
    private const string InterfaceSetName = "Interface";
    private const string MinusSet = "Minus";
    private const string VisitAllSet = "VisitAll";
    private const string AllInSet = "AllIn";
    private const string AllOutSet = "AllOut";
    private const string PartInSet = "PartIn";
    private const string PartOutSet = "PartOut";
    private const string LengthSet = "Length";
    private const string SequenceSet = "Sequence";
    private const string AndSet = "And";
    private const string OrSet = "Or";
    private const string XorSet = "Xor";
    private const string ExceptSet = "Except";
    private const string NotSet = "Not";
    private const string ReverseSet = "Reverse";
    private const string OptionalSet = "Optional";

    /// <summary>Paths that lead from one state to another.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TransitionSet, HelpMessage = "Paths that lead from one state to another.")]
    public SwitchParameter Transition { get; set; }

    /// <summary>Paths that leave a state, get past an interface, and end in any state.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InterfaceSetName, HelpMessage = "Paths that leave a state and get past an interface.")]
    public SwitchParameter Interface { get; set; }

    /// <summary>Paths that leave a state over an interface twice, come back, and enter no other state.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MinusSet, HelpMessage = "Paths that leave a state over an interface twice and come back.")]
    public SwitchParameter Minus { get; set; }

    /// <summary>States that paths begin in; one for an interface.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = TransitionSet, HelpMessage = "States that paths begin in.")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = InterfaceSetName, HelpMessage = "The state that paths begin in.")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = MinusSet, HelpMessage = "The state that paths begin and end in.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] Initial { get; set; } = [];

    /// <summary>States that paths end in; for an interface the other states that they may end in, for -Minus those they must not enter.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = TransitionSet, HelpMessage = "States that paths end in.")]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = InterfaceSetName, HelpMessage = "Other states that paths may end in.")]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = MinusSet, HelpMessage = "Other states, which paths do not enter.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] Final { get; set; } = [];

    /// <summary>
    /// Value of the interface [unit of the variable]. Several tell the direction outward, where the state does not: the last one counts,
    /// and for -Minus the first.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = InterfaceSetName, HelpMessage = "Value of the interface [unit of the variable].")]
    [Parameter(Mandatory = true, ParameterSetName = MinusSet, HelpMessage = "Value of the interface [unit of the variable].")]
    [ValidateNotNullOrEmpty]
    public double[] Value { get; set; } = [];

    /// <summary>Variable of the interface. Without it, that of the state.</summary>
    [Parameter(ParameterSetName = InterfaceSetName, HelpMessage = "Variable of the interface; without it, that of the state.")]
    [Parameter(ParameterSetName = MinusSet, HelpMessage = "Variable of the interface; without it, that of the state.")]
    [ValidateNotNull]
    public CollectiveVariable? Variable { get; set; }

    /// <summary>States that paths visit; they end as they enter the last one.</summary>
    [Parameter(Mandatory = true, ParameterSetName = VisitAllSet, HelpMessage = "States that paths visit; they end as they enter the last one.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] VisitAll { get; set; } = [];

    /// <summary>Paths with all frames in a state, or in one of several.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AllInSet, HelpMessage = "State, or states, that all frames are in.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] AllIn { get; set; } = [];

    /// <summary>Paths with no frame in a state, or in any of several.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AllOutSet, HelpMessage = "State, or states, that no frame is in.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] AllOut { get; set; } = [];

    /// <summary>Paths with at least one frame in a state, or in one of several.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PartInSet, HelpMessage = "State, or states, that some frame is in.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] PartIn { get; set; } = [];

    /// <summary>Paths with at least one frame outside a state, or outside all of several.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PartOutSet, HelpMessage = "State, or states, that some frame is outside of.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] PartOut { get; set; } = [];

    /// <summary>Number of frames of every path, both ends included; two numbers are the least and the greatest. Without it, any number.</summary>
    [Parameter(ParameterSetName = TransitionSet, HelpMessage = "Number of frames of every path; any without it.")]
    [Parameter(ParameterSetName = AllInSet, HelpMessage = "Number of frames, or the least and the greatest.")]
    [Parameter(ParameterSetName = AllOutSet, HelpMessage = "Number of frames, or the least and the greatest.")]
    [Parameter(ParameterSetName = PartInSet, HelpMessage = "Number of frames, or the least and the greatest.")]
    [Parameter(ParameterSetName = PartOutSet, HelpMessage = "Number of frames, or the least and the greatest.")]
    [Parameter(Mandatory = true, ParameterSetName = LengthSet, HelpMessage = "Number of frames, or the least and the greatest.")]
    [ValidateCount(1, 2)]
    public int[]? Length { get; set; }

    /// <summary>Ensembles that a path is a member of, one after the other.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SequenceSet, HelpMessage = "Ensembles that a path is a member of, one after the other.")]
    [ValidateNotNullOrEmpty]
    public PathEnsemble[] Sequence { get; set; } = [];

    /// <summary>Least number of frames that a part and the next have in common, one for all or one for each border; below 0, frames between them.</summary>
    [Parameter(ParameterSetName = SequenceSet, HelpMessage = "Least number of frames that a part and the next have in common.")]
    [ValidateNotNullOrEmpty]
    public int[]? MinimumOverlap { get; set; }

    /// <summary>Greatest number of frames that a part and the next have in common. Without it, the least.</summary>
    [Parameter(ParameterSetName = SequenceSet, HelpMessage = "Greatest number of frames that a part and the next have in common.")]
    [ValidateNotNullOrEmpty]
    public int[]? MaximumOverlap { get; set; }

    /// <summary>Ensembles that a path must all be in.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AndSet, HelpMessage = "Ensembles that a path must all be in.")]
    [ValidateNotNullOrEmpty]
    public PathEnsemble[] And { get; set; } = [];

    /// <summary>Ensembles of which a path must be in at least one.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OrSet, HelpMessage = "Ensembles of which a path must be in at least one.")]
    [ValidateNotNullOrEmpty]
    public PathEnsemble[] Or { get; set; } = [];

    /// <summary>Two ensembles of which a path must be in one, but not in both.</summary>
    [Parameter(Mandatory = true, ParameterSetName = XorSet, HelpMessage = "Two ensembles of which a path must be in one, but not in both.")]
    [ValidateCount(2, 2)]
    public PathEnsemble[] Xor { get; set; } = [];

    /// <summary>An ensemble that a path must be in, and then ensembles that it must not be in.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ExceptSet, HelpMessage = "An ensemble to be in, then ensembles not to be in.")]
    [ValidateCount(2, int.MaxValue)]
    public PathEnsemble[] Except { get; set; } = [];

    /// <summary>The ensemble that a path must not be in.</summary>
    [Parameter(Mandatory = true, ParameterSetName = NotSet, HelpMessage = "The ensemble that a path must not be in.")]
    [ValidateNotNull]
    public PathEnsemble Not { get; set; } = null!;

    /// <summary>The ensemble that a path must be in when it is read backward in time.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ReverseSet, HelpMessage = "The ensemble of the path read backward in time.")]
    [ValidateNotNull]
    public PathEnsemble Reverse { get; set; } = null!;

    /// <summary>The ensemble of a part of a sequence that may be left out.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OptionalSet, HelpMessage = "The ensemble of a part of a sequence that may be left out.")]
    [ValidateNotNull]
    public PathEnsemble Optional { get; set; } = null!;

    /// <summary>Name of the ensemble in records and messages. Without it, one made of the names of its parts.</summary>
    [Parameter(HelpMessage = "Name of the ensemble in records and messages.")]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    private int Least => Length?[0] ?? 1;

    private int? Most => Length?[^1] is int most and < int.MaxValue ? most : null;

    protected override void Process()
    {
        PathEnsemble ensemble = Create();
        WriteObject(Name is null ? ensemble : ensemble.WithName(Name));
    }

    private PathEnsemble Create() => ParameterSetName switch
    {
        InterfaceSetName => AtInterface(),
        MinusSet => new MinusEnsemble(FormattableString.Invariant($"{Single.Name}, minus"), States, Interfaces),
        VisitAllSet => PathEnsemble.VisitAll(VisitAll),
        AllInSet => PathEnsemble.AllIn(Union(AllIn), Least, Most),
        AllOutSet => PathEnsemble.AllOut(Union(AllOut), Least, Most),
        PartInSet => PathEnsemble.PartIn(Union(PartIn), Least, Most),
        PartOutSet => PathEnsemble.PartOut(Union(PartOut), Least, Most),
        LengthSet => PathEnsemble.OfLength(Least, Most),
        SequenceSet => InSequence(),
        AndSet => And.Aggregate((a, b) => a.And(b)),
        OrSet => Or.Aggregate((a, b) => a.Or(b)),
        XorSet => Xor[0].Xor(Xor[1]),
        ExceptSet => Except.Aggregate((a, b) => a.Except(b)),
        NotSet => Not.Not(),
        ReverseSet => Reverse.Reversed(),
        OptionalSet => Optional.Optional(),
        _ => Length is null ? new TransitionEnsemble(Initial, Final)
            : Length.Length == 1 ? new FixedLengthEnsemble(Initial, Final, Length[0])
            : new TransitionEnsemble(Initial, Final).And(PathEnsemble.OfLength(Least, Most)),
    };

    private StateVolume Single => Initial.Length == 1 ? Initial[0] : throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"An interface is that of one state; expected one -Initial state, not {Initial.Length}."));

    private IEnumerable<StateVolume> States => Initial.Union(Final);

    private InterfaceSet Interfaces => new(Single, Value, Variable);

    private InterfaceEnsemble AtInterface()
    {
        InterfaceSet interfaces = Interfaces;
        return new InterfaceEnsemble(
            FormattableString.Invariant($"{Single.Name}, {interfaces.Variable.Name} = {Value[^1]}"),
            States,
            new InterfaceOrigin(interfaces, interfaces.Count - 1));
    }

    private PathEnsemble InSequence()
    {
        int[] least = MinimumOverlap ?? [Math.Min(0, MaximumOverlap?.Min() ?? 0)];
        return PathEnsemble.Sequence(Sequence, Each(least), Each(MaximumOverlap ?? least));
    }

    private int[] Each(int[] overlaps) => overlaps.Length == 1 ? [.. Enumerable.Repeat(overlaps[0], Sequence.Length - 1)] : overlaps;

    private static StateVolume Union(StateVolume[] volumes) => volumes.Length == 1
        ? volumes[0]
        : volumes.Aggregate((a, b) => a.Or(b)).WithName(string.Join(" or ", volumes.Select(v => v.Name)));
}
