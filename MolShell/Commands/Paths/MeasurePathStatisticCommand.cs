using System.Management.Automation;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis;

namespace MolShell.Commands.Paths;

/// <summary>Sums up path sampling: how often each move was accepted, how long paths are, and how fast they forget their past.</summary>
/// <remarks>
/// <para>
/// The property Movers holds the acceptance by mover, Lengths the distribution of path lengths; Show-Plot draws either. Ensembles holds the
/// lengths and changes of each ensemble, and can be drawn one by one.
/// </para>
/// <para>
/// A path is decorrelated from an earlier one when they have no frame in common; steps before FirstDecorrelatedStep still remember the first
/// path. Ensembles counts this for the path of each ensemble, which exchanges change too, and Replicas for each replica, whose path only
/// dynamics changes: where replicas are fast and ensembles slow, exchanges are what lacks, and where ensembles are fast and replicas slow, shots.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.2
/// $x = New-CollectiveVariable -Coordinate 0
/// $network = New-PathNetwork -Initial (New-StateVolume $x -Maximum -0.7) -Final (New-StateVolume $x -Minimum 0.7)
/// $network | New-MoveScheme | Start-PathSampling -System $s -Step 200 -Seed 1 | Measure-PathStatistic
/// </code>
/// <para>The summary of a run that is not kept in a file.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.2
/// $x = New-CollectiveVariable -Coordinate 0
/// $network = New-PathNetwork -Initial (New-StateVolume $x -Maximum -0.7) -Final (New-StateVolume $x -Minimum 0.7)
/// $statistic = $network | New-MoveScheme | Start-PathSampling -System $s -Step 200 -Seed 1 | Measure-PathStatistic
/// $statistic.Movers | Format-Table
/// $statistic.Lengths | Show-Plot
/// </code>
/// <para>The acceptance table, and the path lengths as a plot.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.2
/// $x = New-CollectiveVariable -Coordinate 0 -Name x
/// $A,$B = (New-StateVolume $x -Maximum -0.7 -Name A), (New-StateVolume $x -Minimum 0.7 -Name B)
/// $scheme = $A,$B | New-PathNetwork -Kind Tis -InterfaceValue -0.7,-0.5,-0.3 | New-MoveScheme
/// $statistic = $scheme | Start-PathSampling -System $s -Step 500 -Seed 1 | Measure-PathStatistic
/// $statistic.Replicas
/// $statistic.Ensembles[0] | Export-Plot lengths.svg
/// </code>
/// <para>How fast each replica forgets its path, and the lengths of the paths over the first interface as a drawing.</para>
/// </example>
/// <seealso href="Start-PathSampling"/>
/// <seealso href="Import-PathSampling"/>
[Cmdlet(VerbsDiagnostic.Measure, "PathStatistic")]
[OutputType(typeof(PathStatistic))]
public sealed class MeasurePathStatisticCommand : MolShellCommand
{
    private readonly PathStatisticAccumulator accumulator = new();

    /// <summary>Steps of path sampling, in their order.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "Steps of path sampling.")]
    public PathStep InputObject { get; set; } = null!;

    /// <summary>Also gives the summary so far after every so many steps.</summary>
    [Parameter(HelpMessage = "Also give the summary so far after every so many steps.")]
    [ValidateRange(1L, long.MaxValue)]
    public long? Every { get; set; }

    protected override object? ErrorTarget => InputObject;

    protected override void Process()
    {
        accumulator.Add(InputObject);
        if (accumulator.Steps % Every == 0)
        {
            WriteObject(accumulator.ToStatistic());
        }
    }

    protected override void End()
    {
        if (accumulator.Steps == 0)
        {
            WriteWarning("No steps of path sampling arrived: there is nothing to measure.");
        }
        else if (Every is null || accumulator.Steps % Every != 0)
        {
            WriteObject(accumulator.ToStatistic());
        }
    }
}
