using System.Globalization;
using System.Management.Automation;
using MolShell.Compute.Devices;
using MolShell.Compute.Engines;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis.Rates;
using MolShell.Compute.Systems;

namespace MolShell.Commands.Paths;

/// <summary>Measures a rate by trajectories that leave a region between two states forward and backward in time (S-shooting).</summary>
/// <remarks>
/// <para>
/// From each frame in -Region trajectories leave with random velocities, forward and backward for -Length frames each. They tell how the
/// probability to find the second state after the first grows with time; its slope, once it is straight, is the rate (doi:10.1039/c6fd00124f). No
/// variable has to be right: the region must only be such that no trajectory comes from one state to the other without a frame in it.
/// </para>
/// <para>
/// The frames are points of equilibrium in the region; others are left out. The rate needs -Population, the probability of the region over that of
/// the first state, as a free energy gives it. Without it, Frequency is the rate over that number.
/// </para>
/// <para>
/// -Length is longer than a crossing takes with all its recrossings, and much shorter than the life times of the states: the slope falls off by
/// exp(-k t) with the sum k of the rates there and back. Show-Plot shows whether the curve is straight where the line was fitted, from -FitFrom on.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.4 -Friction 2.5 -TimeStep 0.02
/// $x = New-CollectiveVariable -Coordinate 0 -Name x
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// $region = New-StateVolume $x -Minimum -0.3 -Maximum 0.3 -Name S
/// $frames = $s | Start-MolecularDynamics -Step 100000 -ReportInterval 20 -Seed 1
/// $values = $frames | Get-CollectiveVariable $x
/// $inside = @($values | Where-Object { $_.Value -ge -0.3 -and $_.Value -lt 0.3 }).Count
/// $population = $inside / @($values | Where-Object { $_.Value -lt -0.7 }).Count
/// $frames | Measure-ShootingRate -System $s -State $A,$B -Region $region -Population $population -Length 300 -TrialCount 5 -Seed 1 |
///     Show-Plot -Height 15
/// </code>
/// <para>The correlation function of a barrier with the line whose slope is the rate.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.2 -Friction 2.5 -TimeStep 0.02
/// $x = New-CollectiveVariable -Coordinate 0 -Name x
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// $region = New-StateVolume $x -Minimum -0.02 -Maximum 0.02 -Name S
/// $top = (New-ToySystem -Potential DoubleWell -Start 0).Start
/// $s | Measure-ShootingRate -State $A,$B -Region $region -From $top -Length 200 -TrialCount 500 -Seed 1
/// </code>
/// <para>The frequency of transitions for a narrow region on top of a barrier.</para>
/// </example>
/// <seealso href="Measure-ReactiveFlux"/>
/// <seealso href="Measure-TransitionRate"/>
/// <seealso href="Measure-Committor"/>
[Cmdlet(VerbsDiagnostic.Measure, "ShootingRate", DefaultParameterSetName = FrameSet)]
[OutputType(typeof(ShootingRateEstimate))]
public sealed class MeasureShootingRateCommand : TrajectoryTrialCommand
{
    /// <summary>The initial and the final state.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The initial and the final state.")]
    [ValidateCount(2, 2)]
    public StateVolume[] State { get; set; } = [];

    /// <summary>The region between the states that trajectories leave.</summary>
    [Parameter(Mandatory = true, Position = 1, HelpMessage = "The region between the states that trajectories leave.")]
    [ValidateNotNull]
    public StateVolume Region { get; set; } = null!;

    /// <summary>Number of frames forward, and of as many backward.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Number of frames forward, and of as many backward.")]
    [ValidateRange(4, 100_000)]
    public int Length { get; set; }

    /// <summary>Number of frames from which on the line is fitted. Without it, half of -Length.</summary>
    [Parameter(HelpMessage = "Number of frames from which on the line is fitted.")]
    [ValidateRange(0, 100_000)]
    public int? FitFrom { get; set; }

    /// <summary>Probability of the region over that of the initial state.</summary>
    [Parameter(HelpMessage = "Probability of the region over that of the initial state.")]
    [ValidateRange(double.Epsilon, double.MaxValue)]
    public double? Population { get; set; }

    /// <summary>Standard error of -Population.</summary>
    [Parameter(HelpMessage = "Standard error of -Population.")]
    [ValidateRange(0.0, double.MaxValue)]
    public double PopulationError { get; set; }

    private protected override string[] OwnParameters => [
        nameof(State), nameof(Region), nameof(Length), nameof(FitFrom), nameof(Population), nameof(PopulationError)];

    private protected override void Measure(IReadOnlyList<Frame> frames, ISimulationEngine engine, CpuDevice? threads)
    {
        ShootingRateOptions options = new()
        {
            Length = Length, FitFrom = FitFrom, Population = Population, PopulationError = PopulationError, Device = threads,
        };
        ShootingRateEstimator estimator = new(engine, State[0], State[1], Region, options);
        Frame[] inside = [.. frames.Where(estimator.CanLeave)];
        if (inside.Length == 0)
        {
            WriteWarning(string.Create(
                CultureInfo.InvariantCulture, $"None of the {frames.Count} frames is in the region {Region.Name} alone: there is nothing to measure."));
            return;
        }

        RunTrials("S-shooting", inside, (key, first, count) => estimator.Run(inside, TrialCount, key, first, count, Cancellation));
        WriteObject(estimator.ToEstimate());
    }
}
