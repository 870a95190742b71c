using System.Management.Automation;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis;

namespace MolShell.Commands.Paths;

/// <summary>Tells how the paths of an ensemble came from each other: what each accepted move made anew, and what is left of the first path.</summary>
/// <remarks>
/// <para>
/// The result can be drawn: accepted paths downward and time from left to right, with a line for the frames that each path has anew and a thin
/// one from the shooting point. Surviving is the part of the first path that the last one still has; where it is 0, the run has forgotten its
/// beginning.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.2
/// $x = New-CollectiveVariable -Coordinate 0
/// $network = New-PathNetwork -Initial (New-StateVolume $x -Maximum -0.7) -Final (New-StateVolume $x -Minimum 0.7)
/// $network | New-MoveScheme | Start-PathSampling -System $s -Step 50 -Seed 1 | Get-PathTree | Export-Plot tree.svg
/// </code>
/// <para>The tree of fifty steps as a drawing.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.2
/// $x = New-CollectiveVariable -Coordinate 0
/// $network = New-PathNetwork -Initial (New-StateVolume $x -Maximum -0.7) -Final (New-StateVolume $x -Minimum 0.7)
/// $tree = $network | New-MoveScheme | Start-PathSampling -System $s -Step 50 -Seed 1 | Get-PathTree
/// $tree.Branches | Format-Table
/// </code>
/// <para>The accepted paths as a table.</para>
/// </example>
/// <seealso href="Start-PathSampling"/>
/// <seealso href="Measure-PathStatistic"/>
[Cmdlet(VerbsCommon.Get, "PathTree")]
[OutputType(typeof(PathTree))]
public sealed class GetPathTreeCommand : MolShellCommand
{
    private PathTreeAccumulator? accumulator;

    /// <summary>Steps of path sampling, in their order.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "Steps of path sampling.")]
    [ValidateNotNull]
    public PathStep InputObject { get; set; } = null!;

    /// <summary>Name of the ensemble whose path is followed. Without it, that of the first step.</summary>
    [Parameter(Position = 0, HelpMessage = "Name of the ensemble whose path is followed.")]
    [ValidateNotNullOrEmpty]
    public string? Ensemble { get; set; }

    protected override object? ErrorTarget => InputObject;

    protected override void Begin() => accumulator = new PathTreeAccumulator(Ensemble);

    protected override void Process() => accumulator!.Add(InputObject);

    protected override void End()
    {
        if (accumulator!.IsEmpty)
        {
            WriteWarning("No steps of path sampling with a path of the ensemble arrived: there is no tree.");
        }
        else
        {
            WriteObject(accumulator.ToTree());
        }
    }
}
