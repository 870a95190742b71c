using System.Management.Automation;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis;

namespace MolShell.Commands.Paths;

/// <summary>Measures which way sampled paths take between their states, and how often sampling switches between ways.</summary>
/// <remarks>
/// <para>
/// Each -Channel is a volume that marks a way. A path takes the channels it has a frame in; one that has frames in two takes both together, and
/// one without takes none. Sampling that rarely switches has not told how likely each way is, which the errors say.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential TwoWells -Temperature 0.2
/// $x = New-CollectiveVariable -Coordinate 0 -Name x
/// $y = New-CollectiveVariable -Coordinate 1 -Name y
/// $network = New-PathNetwork -Initial (New-StateVolume $x -Maximum -0.5) -Final (New-StateVolume $x -Minimum 0.5)
/// $up = New-StateVolume $y -Minimum 0.3 -Name up
/// $down = New-StateVolume $y -Maximum -0.3 -Name down
/// $network | New-MoveScheme | Start-PathSampling -System $s -Step 300 -Seed 1 | Measure-PathChannel $up,$down
/// </code>
/// <para>The part of the paths that go far up, far down, both, or neither.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.2
/// $x = New-CollectiveVariable -Coordinate 0
/// $network = New-PathNetwork -Initial (New-StateVolume $x -Maximum -0.7) -Final (New-StateVolume $x -Minimum 0.7)
/// $network | New-MoveScheme | Start-PathSampling -System $s -Step 100 -Seed 1 |
///     Measure-PathChannel (New-StateVolume $x -Minimum 1 -Name far) | Show-Plot -Ascii
/// </code>
/// <para>How many paths end beyond the minimum, as a plot.</para>
/// </example>
/// <seealso href="New-StateVolume"/>
/// <seealso href="Measure-PathDensity"/>
[Cmdlet(VerbsDiagnostic.Measure, "PathChannel")]
[OutputType(typeof(ChannelStatistic))]
public sealed class MeasurePathChannelCommand : MolShellCommand
{
    private ChannelAccumulator? accumulator;

    /// <summary>Volumes that mark ways, with different names.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "Volumes that mark ways, with different names.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] Channel { get; set; } = [];

    /// <summary>Steps of path sampling, in their order.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "Steps of path sampling.")]
    [ValidateNotNull]
    public PathStep InputObject { get; set; } = null!;

    /// <summary>Name of the ensemble whose paths count. Without it, that of the first step.</summary>
    [Parameter(HelpMessage = "Name of the ensemble whose paths count.")]
    [ValidateNotNullOrEmpty]
    public string? Ensemble { get; set; }

    protected override object? ErrorTarget => InputObject;

    protected override void Begin() => accumulator = new ChannelAccumulator(Channel, Ensemble);

    protected override void Process() => accumulator!.Add(InputObject);

    protected override void End()
    {
        if (accumulator!.Steps == 0)
        {
            WriteWarning("No steps with a path of the ensemble arrived: there is nothing to measure.");
        }
        else
        {
            WriteObject(accumulator.ToStatistic());
        }
    }
}
