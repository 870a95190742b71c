using System.Management.Automation;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Ensembles;

namespace MolShell.Commands.Paths;

/// <summary>Defines a set of paths, such as all paths that lead from one state to another.</summary>
/// <remarks>
/// <para>
/// A transition begins with one frame in an initial state, ends with the first frame in a final state, and is in no state between. With
/// -Length every path has that number of frames and only its ends count.
/// </para>
/// <para>To sample paths, New-PathNetwork makes the ensembles it needs itself.</para>
/// </remarks>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// New-PathEnsemble -Transition -Initial $A -Final $B
/// </code>
/// <para>All paths from A to B.</para>
/// </example>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// New-PathEnsemble -Transition -Initial $A -Final $B -Length 200
/// </code>
/// <para>All paths of 200 frames that begin in A and end in B.</para>
/// </example>
/// <seealso href="New-StateVolume"/>
/// <seealso href="New-PathNetwork"/>
[Cmdlet(VerbsCommon.New, "PathEnsemble")]
[OutputType(typeof(PathEnsemble))]
public sealed class NewPathEnsembleCommand : MolShellCommand
{
    /// <summary>Paths that lead from one state to another.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Paths that lead from one state to another.")]
    public SwitchParameter Transition { get; set; }

    /// <summary>States that paths begin in.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "States that paths begin in.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] Initial { get; set; } = [];

    /// <summary>States that paths end in.</summary>
    [Parameter(Mandatory = true, Position = 1, HelpMessage = "States that paths end in.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] Final { get; set; } = [];

    /// <summary>Number of frames of every path, both ends included. Without it paths have any length.</summary>
    [Parameter(HelpMessage = "Number of frames of every path; any length without it.")]
    [ValidateRange(3, int.MaxValue)]
    public int? Length { get; set; }

    protected override void Process() => WriteObject(
        Length is { } length ? new FixedLengthEnsemble(Initial, Final, length) : (PathEnsemble)new TransitionEnsemble(Initial, Final));
}
