using System.Management.Automation;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis.Residence;
using MolShell.Compute.Systems;

namespace MolShell.Commands.Paths;

/// <summary>Measures how long plain dynamics stays in states: mean, survival function, and whether stays are exponential.</summary>
/// <remarks>
/// <para>
/// -Kind says what ends a stay: Continuous, the first frame outside; Intermittent, an absence for longer than -Absence; LastVisited, the first frame
/// in another state, for which Mean is the inverse of the rates of the state. Stays whose begin was not seen do not count; those that were under way
/// as the trajectory ended are Open, and count in the mean and in the survival function for as long as they were seen.
/// </para>
/// <para>
/// Probability is that of a Kolmogorov-Smirnov distance as great as Distance if stays were exponential, with the fitted mean taken into account: below
/// 0.05 or so a state does not forget how it was entered, and a rate constant says little about it. Variation tells the same: 1 for exponential stays.
/// Show-Plot draws the survival function of one state beside the exponential. Fluxes over interfaces are in Measure-TransitionRate.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.4 -Friction 2.5 -TimeStep 0.02
/// $x = New-CollectiveVariable -Coordinate 0 -Name x
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// $times = $s | Start-MolecularDynamics -Step 200000 -ReportInterval 10 -Seed 1 | Measure-ResidenceTime -State $A,$B -Kind LastVisited
/// $times
/// $times[0] | Show-Plot -Height 15
/// </code>
/// <para>The life times of two wells, and the survival function of the first.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.4 -Friction 2.5 -TimeStep 0.02
/// $x = New-CollectiveVariable -Coordinate 0 -Name x
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $frames = $s | Start-MolecularDynamics -Step 50000 -Seed 1
/// $frames | Measure-ResidenceTime -State $A
/// $frames | Measure-ResidenceTime -State $A -Kind Intermittent -Absence 1
/// </code>
/// <para>Uninterrupted stays in a well, and those in which absences of up to one unit of time do not count.</para>
/// </example>
/// <seealso href="Measure-TransitionRate"/>
/// <seealso href="Start-MolecularDynamics"/>
[Cmdlet(VerbsDiagnostic.Measure, "ResidenceTime")]
[OutputType(typeof(ResidenceTime))]
public sealed class MeasureResidenceTimeCommand : MolShellCommand
{
    private ResidenceTimeAccumulator? accumulator;

    /// <summary>One state or more, which must not overlap.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "One state or more, which must not overlap.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] State { get; set; } = [];

    /// <summary>Frames of plain dynamics, in their order and all the same time apart.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "Frames of plain dynamics.")]
    [ValidateNotNull]
    public Frame InputObject { get; set; } = null!;

    /// <summary>What ends a stay: Continuous, Intermittent or LastVisited.</summary>
    [Parameter(HelpMessage = "What ends a stay: Continuous, Intermittent or LastVisited.")]
    public ResidenceKind Kind { get; set; } = ResidenceKind.Continuous;

    /// <summary>Longest absence that does not end an intermittent stay [time].</summary>
    [Parameter(HelpMessage = "Longest absence that does not end an intermittent stay [time].")]
    public Quantity? Absence { get; set; }

    /// <summary>Number of samples from which the probability of an exponential distribution is found.</summary>
    [Parameter(HelpMessage = "Number of samples for the probability of an exponential distribution.")]
    [ValidateRange(1, 1_000_000)]
    public int ResampleCount { get; set; } = 200;

    /// <summary>Seed of these samples; the same one each time without it.</summary>
    [Parameter(HelpMessage = "Seed of these samples.")]
    public ulong? Seed { get; set; }

    protected override object? ErrorTarget => InputObject;

    protected override void Process()
    {
        accumulator ??= Start();
        accumulator.Add(InputObject);
    }

    protected override void End()
    {
        if (accumulator is null)
        {
            WriteWarning("No frames arrived: there is nothing to measure.");
            return;
        }

        foreach (ResidenceTime time in accumulator.ToTimes(ResampleCount, RandomKey.FromSeed(Seed ?? 0, RandomStream.Resampling)))
        {
            WriteObject(time);
        }
    }

    // What does not fit one frame fits none, and is told once.
    private ResidenceTimeAccumulator Start()
    {
        try
        {
            return new ResidenceTimeAccumulator(State, Kind, Absence?.In(InputObject.Units, Dimension.Time) ?? 0);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(Infrastructure.Errors.InvalidValue(exception, InputObject));
            throw;
        }
    }
}
