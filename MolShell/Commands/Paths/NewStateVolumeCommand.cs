using System.Management.Automation;
using MolShell.Compute.Paths;
using MolShell.Compute.Variables;

namespace MolShell.Commands.Paths;

/// <summary>Defines a stable state: a range of a collective variable, or what And, Or and Not make of other states.</summary>
/// <remarks>
/// <para>
/// A frame is in the range when -Minimum &lt;= value &lt; -Maximum; an end that is left out is open. For a periodic variable such as a
/// dihedral angle, a minimum above the maximum means the range that passes through the border of the period.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// </code>
/// <para>The two wells of a double-well potential: left of -0.7, and right of 0.7.</para>
/// </example>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0
/// $y = New-CollectiveVariable -Coordinate 1
/// $left = New-StateVolume $x -Maximum -0.35
/// $low = New-StateVolume $y -Maximum -0.35
/// New-StateVolume -And $left,$low -Name Corner
/// </code>
/// <para>The corner of a plane where both coordinates are below -0.35.</para>
/// </example>
/// <seealso href="New-CollectiveVariable"/>
/// <seealso href="New-PathNetwork"/>
[Cmdlet(VerbsCommon.New, "StateVolume", DefaultParameterSetName = RangeSet)]
[OutputType(typeof(StateVolume))]
public sealed class NewStateVolumeCommand : MolShellCommand
{
    private const string RangeSet = "Range";
    private const string AndSet = "And";
    private const string OrSet = "Or";
    private const string NotSet = "Not";

    /// <summary>The collective variable whose range makes the state.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ValueFromPipeline = true,
        ParameterSetName = RangeSet,
        HelpMessage = "The collective variable whose range makes the state.")]
    public CollectiveVariable Variable { get; set; } = null!;

    /// <summary>Lower end of the range, part of the state, in the unit of the variable. Without it the range is open below.</summary>
    [Parameter(ParameterSetName = RangeSet, HelpMessage = "Lower end, part of the state, in the unit of the variable.")]
    public double? Minimum { get; set; }

    /// <summary>Upper end of the range, not part of the state, in the unit of the variable. Without it the range is open above.</summary>
    [Parameter(ParameterSetName = RangeSet, HelpMessage = "Upper end, not part of the state, in the unit of the variable.")]
    public double? Maximum { get; set; }

    /// <summary>
    /// Period of the variable, in its unit, for one that does not know its own, such as a formula of angles or a coordinate in a periodic box.
    /// </summary>
    [Parameter(ParameterSetName = RangeSet, HelpMessage = "Period of the variable, in its unit; its own without it.")]
    public double? Period { get; set; }

    /// <summary>States that a frame must all be in.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AndSet, HelpMessage = "States that a frame must all be in.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] And { get; set; } = [];

    /// <summary>States of which a frame must be in at least one.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OrSet, HelpMessage = "States of which a frame must be in at least one.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] Or { get; set; } = [];

    /// <summary>The state that a frame must not be in.</summary>
    [Parameter(Mandatory = true, ParameterSetName = NotSet, HelpMessage = "The state that a frame must not be in.")]
    [ValidateNotNull]
    public StateVolume Not { get; set; } = null!;

    /// <summary>Name of the state in records and messages. Without it, its definition.</summary>
    [Parameter(HelpMessage = "Name of the state in records and messages.")]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    protected override void Process()
    {
        StateVolume volume = ParameterSetName switch
        {
            AndSet => And.Aggregate((a, b) => a.And(b)),
            OrSet => Or.Aggregate((a, b) => a.Or(b)),
            NotSet => Not.Not(),
            _ => StateVolume.Interval(Variable, Minimum, Maximum, period: Period),
        };
        WriteObject(Name is null ? volume : volume.WithName(Name));
    }
}
