using System.Management.Automation;
using MolShell.Compute.Paths;

namespace MolShell.Commands.Paths;

/// <summary>Says between which states paths are sampled, and how.</summary>
/// <remarks>
/// <para>
/// -Initial and -Final name where paths begin and end. States from the pipeline are all of both, so paths between any two of them are
/// sampled in either direction.
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
/// $A,$B | New-PathNetwork -Kind FixedLength -Length 150
/// </code>
/// <para>Paths of 150 frames from A to B and from B to A.</para>
/// </example>
/// <seealso href="New-StateVolume"/>
/// <seealso href="New-MoveScheme"/>
[Cmdlet(VerbsCommon.New, "PathNetwork", DefaultParameterSetName = BetweenSet)]
[OutputType(typeof(PathNetwork))]
public sealed class NewPathNetworkCommand : MolShellCommand
{
    private const string BetweenSet = "Between";
    private const string AllSet = "All";

    private readonly List<StateVolume> states = [];

    /// <summary>What is sampled: Tps for paths of any length, FixedLength for paths of -Length frames.</summary>
    [Parameter(HelpMessage = "What is sampled: Tps (paths of any length) or FixedLength.")]
    public PathNetworkKind Kind { get; set; } = PathNetworkKind.Tps;

    /// <summary>States that paths begin in.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = BetweenSet, HelpMessage = "States that paths begin in.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] Initial { get; set; } = [];

    /// <summary>States that paths end in.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = BetweenSet, HelpMessage = "States that paths end in.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] Final { get; set; } = [];

    /// <summary>States between any two of which paths are sampled, in either direction.</summary>
    [Parameter(
        Mandatory = true,
        ValueFromPipeline = true,
        ParameterSetName = AllSet,
        HelpMessage = "States between any two of which paths are sampled.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] State { get; set; } = [];

    /// <summary>Number of frames of every path, both ends included; needed for FixedLength and for no other kind.</summary>
    [Parameter(HelpMessage = "Number of frames of every path, for the kind FixedLength.")]
    [ValidateRange(3, int.MaxValue)]
    public int? Length { get; set; }

    protected override void Begin()
    {
        if ((Kind == PathNetworkKind.FixedLengthTps) != Length.HasValue)
        {
            throw new ArgumentException(Length.HasValue
                ? $"-Length is for -Kind {PathNetworkKind.FixedLengthTps}, not for {Kind}."
                : $"-Kind {Kind} needs -Length, the number of frames of a path.");
        }
    }

    protected override void Process() => states.AddRange(State);

    protected override void End()
    {
        IReadOnlyList<StateVolume> initial = ParameterSetName == AllSet ? states : Initial;
        IReadOnlyList<StateVolume> final = ParameterSetName == AllSet ? states : Final;
        WriteObject(Length is { } length ? PathNetwork.FixedLengthTps(initial, final, length) : PathNetwork.Tps(initial, final));
    }
}
