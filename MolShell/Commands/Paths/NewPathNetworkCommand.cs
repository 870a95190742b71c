using System.Management.Automation;
using MolShell.Compute.Paths;
using MolShell.Compute.Variables;

namespace MolShell.Commands.Paths;

/// <summary>Says between which states paths are sampled, and how.</summary>
/// <remarks>
/// <para>
/// -Initial and -Final name where paths begin and end. States from the pipeline are all of both, so paths between any two of them are
/// sampled in either direction; of Tis, the first one is where paths begin.
/// </para>
/// <para>
/// Tis samples how paths leave one state over interfaces (doi:10.1063/1.1562614), which gives its rates. Mstis does so for all states at once,
/// with an outer ensemble over which replicas pass from state to state (doi:10.1063/1.3029696). Mistis joins several transitions, each with
/// interfaces of its own: make a Tis network of each and pipe them.
/// </para>
/// <para>
/// -InterfaceValue gives the interfaces outward, the first at the border of the state or beyond. Their variable is that of the state where
/// the state is a half-open interval of one variable, as r below 0.2 is; otherwise -InterfaceVariable names it.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// New-PathNetwork -Kind Tps -Initial $A -Final $B
/// </code>
/// <para>Transition path sampling of paths of any length from A to B.</para>
/// </example>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// $A,$B | New-PathNetwork -Kind Tis -InterfaceValue -0.7,-0.6,-0.5,-0.4,-0.2
/// </code>
/// <para>Transition interface sampling from A to B with five interfaces.</para>
/// </example>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// $out = New-PathNetwork -Kind Tis -Initial $A -Final $B -InterfaceValue -0.7,-0.5,-0.2
/// $back = New-PathNetwork -Kind Tis -Initial $B -Final $A -InterfaceValue 0.7,0.5,0.2
/// $out,$back | New-PathNetwork -Kind Mistis
/// </code>
/// <para>Both directions together, each with its own interfaces.</para>
/// </example>
/// <seealso href="New-StateVolume"/>
/// <seealso href="New-MoveScheme"/>
[Cmdlet(VerbsCommon.New, "PathNetwork", DefaultParameterSetName = BetweenSet)]
[OutputType(typeof(PathNetwork))]
public sealed class NewPathNetworkCommand : MolShellCommand
{
    private const string BetweenSet = "Between";
    private const string AllSet = "All";
    private const string JoinSet = "Join";

    private readonly List<StateVolume> states = [];
    private readonly List<PathNetwork> parts = [];

    /// <summary>
    /// What is sampled: Tps for paths of any length, FixedLengthTps for paths of -Length frames, Tis, Mistis or Mstis for paths over interfaces.
    /// </summary>
    [Parameter(HelpMessage = "What is sampled: Tps, FixedLengthTps, Tis, Mistis or Mstis.")]
    public PathNetworkKind Kind { get; set; } = PathNetworkKind.Tps;

    /// <summary>States that paths begin in; one for Tis.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = BetweenSet, HelpMessage = "States that paths begin in.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] Initial { get; set; } = [];

    /// <summary>States that paths end in.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = BetweenSet, HelpMessage = "States that paths end in.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] Final { get; set; } = [];

    /// <summary>States between any two of which paths are sampled, in either direction; of Tis, paths begin in the first.</summary>
    [Parameter(
        Mandatory = true,
        ValueFromPipeline = true,
        ParameterSetName = AllSet,
        HelpMessage = "States between any two of which paths are sampled.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] State { get; set; } = [];

    /// <summary>Tis networks to sample together, for Mistis and Mstis.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = JoinSet, HelpMessage = "Tis networks to sample together.")]
    [ValidateNotNullOrEmpty]
    public PathNetwork[] Network { get; set; } = [];

    /// <summary>Number of frames of every path, both ends included; needed for FixedLengthTps and for no other kind.</summary>
    [Parameter(HelpMessage = "Number of frames of every path, for the kind FixedLengthTps.")]
    [ValidateRange(3, int.MaxValue)]
    public int? Length { get; set; }

    /// <summary>Values of the interfaces, from the border of the state outward [unit of the variable].</summary>
    [Parameter(ParameterSetName = BetweenSet, HelpMessage = "Values of the interfaces, outward [unit of the variable].")]
    [Parameter(ParameterSetName = AllSet, HelpMessage = "Values of the interfaces, outward [unit of the variable].")]
    [ValidateNotNullOrEmpty]
    public double[]? InterfaceValue { get; set; }

    /// <summary>Variable of the interfaces: one, or for Mstis one for each state. Without it, the variable of the state.</summary>
    [Parameter(ParameterSetName = BetweenSet, HelpMessage = "Variable of the interfaces; without it, that of the state.")]
    [Parameter(ParameterSetName = AllSet, HelpMessage = "Variable of the interfaces; without it, that of the state.")]
    [ValidateNotNullOrEmpty]
    public CollectiveVariable[]? InterfaceVariable { get; set; }

    private bool HasInterfaces => Kind is PathNetworkKind.Tis or PathNetworkKind.Mstis or PathNetworkKind.Mistis;

    protected override void Begin()
    {
        if ((Kind == PathNetworkKind.FixedLengthTps) != Length.HasValue)
        {
            throw new ArgumentException(Length.HasValue
                ? $"-Length is for -Kind {PathNetworkKind.FixedLengthTps}, not for {Kind}."
                : $"-Kind {Kind} needs -Length, the number of frames of a path.");
        }

        if (!HasInterfaces && (InterfaceValue is not null || InterfaceVariable is not null))
        {
            throw new ArgumentException($"-InterfaceValue and -InterfaceVariable are for Tis and Mstis, not for -Kind {Kind}.");
        }
    }

    protected override void Process()
    {
        states.AddRange(State);
        parts.AddRange(Network);
    }

    protected override void End() => WriteObject(ParameterSetName == JoinSet ? Join() : Create());

    private PathNetwork Create()
    {
        IReadOnlyList<StateVolume> initial = ParameterSetName == AllSet ? states : Initial;
        IReadOnlyList<StateVolume> final = ParameterSetName == AllSet ? states : Final;
        switch (Kind)
        {
            case PathNetworkKind.Tps:
                return PathNetwork.Tps(initial, final);
            case PathNetworkKind.FixedLengthTps:
                return PathNetwork.FixedLengthTps(initial, final, Length!.Value);
            case PathNetworkKind.Mistis:
                throw new ArgumentException("-Kind Mistis joins networks: make a Tis network of each transition and pipe them in.");
            case PathNetworkKind.Tis when ParameterSetName == BetweenSet && Initial.Length > 1:
                throw new ArgumentException("-Kind Tis begins in one state; make a network of each, and join them with -Kind Mistis.");
            case PathNetworkKind.Tis:
                return PathNetwork.Tis(InterfacesOf(initial, 0), ParameterSetName == AllSet ? states.Skip(1) : Final);
            default:
                IReadOnlyList<StateVolume> all = [.. initial.Union(final)];
                return PathNetwork.Mstis(all.Select((_, i) => InterfacesOf(all, i)));
        }
    }

    private PathNetwork Join()
    {
        PathTransition[] transitions = [.. parts.SelectMany(p => p.Transitions)];
        if (parts.Find(p => p.Transitions.IsEmpty) is PathNetwork part)
        {
            throw new ArgumentException($"{part} has no interfaces: only networks of transitions with interfaces are joined.");
        }

        return Kind switch
        {
            PathNetworkKind.Mistis => PathNetwork.Mistis(transitions.Select(t => (t.Interfaces, t.Final))),
            PathNetworkKind.Mstis => PathNetwork.Mstis(transitions.Select(t => t.Interfaces)),
            _ => throw new ArgumentException($"Networks are joined to -Kind Mistis or Mstis, not to {Kind}."),
        };
    }

    private InterfaceSet InterfacesOf(IReadOnlyList<StateVolume> from, int index)
    {
        double[] values = InterfaceValue ?? throw new ArgumentException($"-Kind {Kind} needs -InterfaceValue, the interfaces from the state outward.");
        CollectiveVariable? variable = InterfaceVariable switch
        {
            null => null,
            [CollectiveVariable one] => one,
            _ when InterfaceVariable.Length == from.Count => InterfaceVariable[index],
            _ => throw new ArgumentException($"-InterfaceVariable names {InterfaceVariable.Length} variables for {from.Count} states; expected one, or one each."),
        };
        return new InterfaceSet(from[index], values, variable);
    }
}
