using System.Management.Automation;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Commands.Variables;

/// <summary>Defines a collective variable: a number that tells where a frame is, such as a distance, an angle or a formula of others.</summary>
/// <remarks>
/// <para>
/// Particles are numbered from 0. Distances and angles are taken between the nearest images in a periodic box. Angles are in radians.
/// </para>
/// <para>
/// A formula of -Expression names other variables by their names, so give those names that are plain words. It knows + - * / ^, brackets,
/// pi, and functions such as sqrt, exp, log, sin, cos, atan2, abs, min and max.
/// </para>
/// </remarks>
/// <example>
/// <code>New-CollectiveVariable -Distance 0,1 -Name r</code>
/// <para>The distance of the first two particles.</para>
/// </example>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0 -Name x
/// $y = New-CollectiveVariable -Coordinate 1 -Name y
/// New-CollectiveVariable -Expression 'sqrt(x^2 + y^2)' -Variable $x,$y -Dimension Length -Name radius
/// </code>
/// <para>The distance of a particle on a plane from the origin.</para>
/// </example>
/// <seealso href="Get-CollectiveVariable"/>
/// <seealso href="New-StateVolume"/>
[Cmdlet(VerbsCommon.New, "CollectiveVariable")]
[OutputType(typeof(CollectiveVariable))]
public sealed class NewCollectiveVariableCommand : MolShellCommand
{
    private const string DistanceSet = "Distance";
    private const string AngleSet = "Angle";
    private const string DihedralSet = "Dihedral";
    private const string CoordinateSet = "Coordinate";
    private const string VelocitySet = "Velocity";
    private const string ExpressionSet = "Expression";

    /// <summary>Two particles: their distance [length].</summary>
    [Parameter(Mandatory = true, ParameterSetName = DistanceSet, HelpMessage = "Two particles i,j: their distance [length].")]
    [ValidateCount(2, 2)]
    public int[] Distance { get; set; } = [];

    /// <summary>Three particles: the angle at the second one [rad].</summary>
    [Parameter(Mandatory = true, ParameterSetName = AngleSet, HelpMessage = "Three particles i,j,k: the angle at j [rad].")]
    [ValidateCount(3, 3)]
    public int[] Angle { get; set; } = [];

    /// <summary>Four particles: the dihedral angle about the two in the middle [rad], from -pi to pi and periodic.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DihedralSet, HelpMessage = "Four particles i,j,k,l: the dihedral angle [rad].")]
    [ValidateCount(4, 4)]
    public int[] Dihedral { get; set; } = [];

    /// <summary>
    /// One Cartesian coordinate [length]: its number, counted through the coordinates of all particles (0 is x of the first particle), or
    /// particle and axis, such as 5,2 for z of the sixth particle.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = CoordinateSet, HelpMessage = "A coordinate by number, or particle,axis [length].")]
    [ValidateCount(1, 2)]
    public int[] Coordinate { get; set; } = [];

    /// <summary>One Cartesian component of a velocity [length/time], numbered as -Coordinate.</summary>
    [Parameter(Mandatory = true, ParameterSetName = VelocitySet, HelpMessage = "A velocity component by number, or particle,axis [length/time].")]
    [ValidateCount(1, 2)]
    public int[] Velocity { get; set; } = [];

    /// <summary>A formula of the variables that -Variable gives, by their names.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ExpressionSet, HelpMessage = "A formula of the names of the variables, such as 'x^2 + y^2'.")]
    [ValidateNotNullOrEmpty]
    public string Expression { get; set; } = string.Empty;

    /// <summary>The variables that the formula names.</summary>
    [Parameter(ParameterSetName = ExpressionSet, ValueFromPipeline = true, HelpMessage = "The variables that the formula names.")]
    [ValidateNotNullOrEmpty]
    public CollectiveVariable[] Variable { get; set; } = [];

    /// <summary>What kind of quantity the formula gives, for the unit on axes.</summary>
    [Parameter(ParameterSetName = ExpressionSet, HelpMessage = "What kind of quantity the formula gives, such as Length.")]
    public Dimension Dimension { get; set; } = Dimension.None;

    /// <summary>Name in tables, on axes and in formulas. Without it, the definition.</summary>
    [Parameter(HelpMessage = "Name in tables, on axes and in formulas.")]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    private readonly List<CollectiveVariable> named = [];

    protected override void Process() => named.AddRange(Variable);

    protected override void End()
    {
        CollectiveVariable variable = ParameterSetName switch
        {
            DistanceSet => new Distance(Distance[0], Distance[1]),
            AngleSet => new Angle(Angle[0], Angle[1], Angle[2]),
            DihedralSet => new Dihedral(Dihedral[0], Dihedral[1], Dihedral[2], Dihedral[3]),
            CoordinateSet => Coordinate is [int number] ? new Coordinate(number) : new Coordinate(Coordinate[0], Coordinate[1]),
            VelocitySet => Velocity is [int number] ? new VelocityComponent(number) : new VelocityComponent(Velocity[0], Velocity[1]),
            _ => new Expression(Expression, named) { Kind = Dimension },
        };
        WriteObject(Name is null ? variable : variable with { Name = Name });
    }
}
