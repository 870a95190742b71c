using System.Management.Automation;
using MolShell.Compute.Paths;
using MolShell.Compute.Variables;

namespace MolShell.Commands.Paths;

/// <summary>Defines a stable state: a range of a collective variable, a Voronoi cell, or a combination of other states.</summary>
/// <remarks>
/// <para>
/// A frame is in the range when -Minimum &lt;= value &lt; -Maximum; an end that is left out is open. For a periodic variable such as a
/// dihedral angle, a minimum above the maximum means the range that passes through the border of the period.
/// </para>
/// <para>
/// -VoronoiCenter makes a state of each centre: the frames that are nearer to it than to the other centres, where the distance is the square
/// root of the sum of squares over the variables. Of equally near centres the first counts.
/// </para>
/// <para>
/// Combinations of ranges of one variable become ranges again, as a state that leaves out part of another does, or what no frame or every
/// frame is in.
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
/// New-StateVolume -Except $left,$low -Name Above
/// </code>
/// <para>The corner of a plane where both coordinates are below -0.35, and what is left of it but not below it.</para>
/// </example>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0
/// $y = New-CollectiveVariable -Coordinate 1
/// New-StateVolume $x,$y -VoronoiCenter (-0.5,-0.5),(0.5,-0.5),(0,0.4) -Name A,B,C
/// </code>
/// <para>Three cells that fill the plane.</para>
/// </example>
/// <seealso href="New-CollectiveVariable"/>
/// <seealso href="New-PathEnsemble"/>
/// <seealso href="New-PathNetwork"/>
[Cmdlet(VerbsCommon.New, "StateVolume", DefaultParameterSetName = RangeSet)]
[OutputType(typeof(StateVolume))]
public sealed class NewStateVolumeCommand : MolShellCommand
{
    private const string RangeSet = "Range";
    private const string VoronoiSet = "Voronoi";
    private const string AndSet = "And";
    private const string OrSet = "Or";
    private const string NotSet = "Not";
    private const string XorSet = "Xor";
    private const string ExceptSet = "Except";
    private const string EverythingSet = "Everything";
    private const string NothingSet = "Nothing";

    /// <summary>The collective variable whose range makes the state, or the variables of the space of Voronoi cells.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ValueFromPipeline = true,
        ParameterSetName = RangeSet,
        HelpMessage = "The collective variable whose range makes the state.")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = VoronoiSet, HelpMessage = "The variables of the space of Voronoi cells.")]
    [ValidateNotNullOrEmpty]
    public CollectiveVariable[] Variable { get; set; } = [];

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

    /// <summary>Centres of Voronoi cells, at least two, each a list of values of the variables in their units.</summary>
    [Parameter(Mandatory = true, ParameterSetName = VoronoiSet, HelpMessage = "Centres, each a list of values of the variables in their units.")]
    [ValidateNotNullOrEmpty]
    public double[][] VoronoiCenter { get; set; } = [];

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

    /// <summary>Two states of which a frame must be in one, but not in both.</summary>
    [Parameter(Mandatory = true, ParameterSetName = XorSet, HelpMessage = "Two states of which a frame must be in one, but not in both.")]
    [ValidateCount(2, 2)]
    public StateVolume[] Xor { get; set; } = [];

    /// <summary>A state that a frame must be in, and then states that it must not be in.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ExceptSet, HelpMessage = "A state to be in, then states not to be in.")]
    [ValidateCount(2, int.MaxValue)]
    public StateVolume[] Except { get; set; } = [];

    /// <summary>The state that every frame is in.</summary>
    [Parameter(Mandatory = true, ParameterSetName = EverythingSet, HelpMessage = "The state that every frame is in.")]
    public SwitchParameter Everything { get; set; }

    /// <summary>The state that no frame is in.</summary>
    [Parameter(Mandatory = true, ParameterSetName = NothingSet, HelpMessage = "The state that no frame is in.")]
    public SwitchParameter Nothing { get; set; }

    /// <summary>Name of the state in records and messages, one for each Voronoi centre. Without it, its definition.</summary>
    [Parameter(HelpMessage = "Name of the state in records and messages; one for each Voronoi centre.")]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    protected override void Process()
    {
        if (ParameterSetName == VoronoiSet)
        {
            WriteObject(StateVolume.VoronoiCells(Variable, VoronoiCenter, Name), enumerateCollection: true);
            return;
        }

        if (Variable.Length > 1 || Name is { Length: > 1 })
        {
            throw new ArgumentException("Several variables or names are for -VoronoiCenter; expected one.");
        }

        StateVolume volume = ParameterSetName switch
        {
            AndSet => And.Aggregate((a, b) => a.And(b)),
            OrSet => Or.Aggregate((a, b) => a.Or(b)),
            NotSet => Not.Not(),
            XorSet => Xor[0].Xor(Xor[1]),
            ExceptSet => Except.Aggregate((a, b) => a.Except(b)),
            EverythingSet => StateVolume.Everything,
            NothingSet => StateVolume.Nothing,
            _ => StateVolume.Interval(Variable[0], Minimum, Maximum, period: Period),
        };
        WriteObject(Name is null ? volume : volume.WithName(Name[0]));
    }
}
