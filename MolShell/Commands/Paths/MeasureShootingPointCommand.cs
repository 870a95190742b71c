using System.Globalization;
using System.Management.Automation;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis.Shooting;
using MolShell.Compute.Variables;

namespace MolShell.Commands.Paths;

/// <summary>Measures the committor from the shooting points of path sampling, with the trials that the sampling makes in any case.</summary>
/// <remarks>
/// <para>
/// Every shot is a trial from a frame of a path, accepted or not. The committor of a bin is the fraction of the trials from its frames that came
/// to the last of -State; StandardError is that of counts. Points holds the counts of each frame, Bins those of each bin with any, and the result
/// can be drawn: a curve with errors over one variable, a map over two.
/// </para>
/// <para>
/// Rejected trials count as much as accepted ones: with a run file, sample with -KeepRejected. Sample with -CompleteTrial too, since
/// otherwise trials that become too long to be accepted are given up before they reach a state; these are Unfinished, and as they are the long ones,
/// leaving them out moves the committor a little towards the nearer state. Of two-way shots the forward half counts.
/// </para>
/// <para>
/// One-way shots keep the velocities that frames have in paths; Measure-Committor draws them anew. The two differ where velocities are remembered
/// for longer than the crossing takes.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.2
/// $x = New-CollectiveVariable -Coordinate 0 -Name x
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// $points = New-PathNetwork $A $B | New-MoveScheme | Start-PathSampling -System $s -Step 1000 -Seed 1 -CompleteTrial |
///     Measure-ShootingPoint -Variable $x -State $A,$B
/// $points.Bins
/// $points | Show-Plot -Height 15
/// </code>
/// <para>The committor over x, as a table and as a curve.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential TwoWells
/// $x = New-CollectiveVariable -Coordinate 0 -Name x
/// $y = New-CollectiveVariable -Coordinate 1 -Name y
/// $A = New-StateVolume $x -Maximum -0.5 -Name A
/// $B = New-StateVolume $x -Minimum 0.5 -Name B
/// New-PathNetwork $A $B | New-MoveScheme |
///     Start-PathSampling -System $s -StepsPerFrame 5 -Step 200 -Seed 1 -Path run.molpath -KeepRejected -CompleteTrial | Out-Null
/// Import-PathSampling run.molpath | Measure-ShootingPoint -Variable $x,$y -State $A,$B -BinCount 10 | Export-Plot committor.svg
/// </code>
/// <para>A map of the committor over a plane, from a run file.</para>
/// </example>
/// <seealso href="Measure-Committor"/>
/// <seealso href="Start-PathSampling"/>
/// <seealso href="Measure-PathDensity"/>
[Cmdlet(VerbsDiagnostic.Measure, "ShootingPoint")]
[OutputType(typeof(ShootingPointStatistic))]
public sealed class MeasureShootingPointCommand : MolShellCommand
{
    private ShootingPointAccumulator? accumulator;

    /// <summary>One or two variables.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "One or two variables.")]
    [ValidateCount(1, 2)]
    public CollectiveVariable[] Variable { get; set; } = [];

    /// <summary>Two states or more; the committor is the probability of the last. Where states overlap, the first counts.</summary>
    [Parameter(Mandatory = true, Position = 1, HelpMessage = "Two states or more; the committor is the probability of the last.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] State { get; set; } = [];

    /// <summary>Steps of path sampling.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "Steps of path sampling.")]
    public PathStep InputObject { get; set; } = null!;

    /// <summary>Number of bins along each variable, between the least and the greatest value.</summary>
    [Parameter(HelpMessage = "Number of bins along each variable.")]
    [Alias("Bin")]
    [ValidateRange(1, 10000)]
    public int BinCount { get; set; } = 20;

    protected override object? ErrorTarget => InputObject;

    protected override void Begin() => accumulator = new ShootingPointAccumulator(Variable, State);

    protected override void Process() => accumulator!.Add(InputObject);

    protected override void End()
    {
        if (accumulator!.Steps == 0)
        {
            WriteWarning("No steps of path sampling arrived: there is nothing to measure.");
            return;
        }

        ShootingPointStatistic statistic = accumulator.ToStatistic(BinCount);
        if (statistic.Unfinished > 0)
        {
            WriteWarning(string.Create(
                CultureInfo.InvariantCulture,
                $"{statistic.Unfinished} of {statistic.Trials} trials were given up before they reached a state, and do not count. ")
                + "Sample with -CompleteTrial, and a -MaximumLength that is long enough.");
        }

        WriteObject(statistic);
    }
}
