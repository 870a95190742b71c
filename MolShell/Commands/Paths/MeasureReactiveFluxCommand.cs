using System.Globalization;
using System.Management.Automation;
using MolShell.Compute.Devices;
using MolShell.Compute.Engines;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis.Rates;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Commands.Paths;

/// <summary>Measures the rate over a dividing surface: transition-state theory and its transmission coefficient (Bennett and Chandler).</summary>
/// <remarks>
/// <para>
/// From each frame pairs of trajectories leave with opposite random velocities, and run until they reach one of the two states. Transmission is the
/// part of the flux over the surface that becomes a transition (doi:10.1063/1.436049), and Curve how it comes to that in time.
/// PositiveTransmission counts the first crossings of transitions only (doi:10.1016/j.jcp.2004.11.003): another estimate of the same number from the
/// same trajectories, with a smaller error where they recross often.
/// </para>
/// <para>
/// The frames are points of equilibrium on the surface, or near it: each has its own surface of -Variable through it. With -Value and -Tolerance
/// frames farther away are left out, so that a whole trajectory can be given. The rate needs the density of the variable at the surface over the
/// probability of the side of the first state: -Density, or -FreeEnergy with a profile from Measure-FreeEnergy and -Value. Without either, the
/// result holds no rate, but the transmission coefficient. The error of a profile is not part of that of the rate.
/// </para>
/// <para>
/// Trajectories end in the states, so that the rate is that of passages between them, as Measure-TransitionRate counts. Dynamics without velocities
/// has no such flux; Measure-ShootingRate takes it.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.2 -Friction 2.5 -TimeStep 0.02 -Start 0
/// $x = New-CollectiveVariable -Coordinate 0 -Name x
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// $flux = $s | Measure-ReactiveFlux -State $A,$B -Variable $x -From $s.Start -TrialCount 5000 -Seed 1
/// $flux
/// $flux | Show-Plot -Height 15
/// </code>
/// <para>The transmission coefficient of a barrier, and its curve over time.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.8 -Friction 2.5 -TimeStep 0.02
/// $x = New-CollectiveVariable -Coordinate 0 -Name x
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// $frames = $s | Start-MolecularDynamics -Step 100000 -ReportInterval 20 -Seed 1
/// $energy = $frames | Get-CollectiveVariable $x | Measure-FreeEnergy
/// $frames | Measure-ReactiveFlux -System $s -State $A,$B -Variable $x -Value 0 -Tolerance 0.1 -FreeEnergy $energy -TrialCount 20 -Seed 1
/// </code>
/// <para>The rate from frames of a trajectory near the top of the barrier, and the free energy along it.</para>
/// </example>
/// <seealso href="Measure-TransitionRate"/>
/// <seealso href="Measure-ShootingRate"/>
/// <seealso href="Measure-FreeEnergy"/>
[Cmdlet(VerbsDiagnostic.Measure, "ReactiveFlux", DefaultParameterSetName = FrameSet)]
[OutputType(typeof(ReactiveFluxEstimate))]
public sealed class MeasureReactiveFluxCommand : TrajectoryTrialCommand
{
    /// <summary>The initial and the final state.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The initial and the final state.")]
    [ValidateCount(2, 2)]
    public StateVolume[] State { get; set; } = [];

    /// <summary>The variable of the dividing surface, which grows from the initial state to the final one.</summary>
    [Parameter(Mandatory = true, Position = 1, HelpMessage = "Variable of the surface, growing from the first state to the second.")]
    [ValidateNotNull]
    public CollectiveVariable Variable { get; set; } = null!;

    /// <summary>Value of the variable at the surface [unit of the variable].</summary>
    [Parameter(HelpMessage = "Value of the variable at the surface [unit of the variable].")]
    public double? Value { get; set; }

    /// <summary>Greatest distance of frames from -Value; those farther away are left out [unit of the variable].</summary>
    [Parameter(HelpMessage = "Greatest distance of frames from -Value [unit of the variable].")]
    [ValidateRange(0.0, double.MaxValue)]
    public double? Tolerance { get; set; }

    /// <summary>Probability density of the variable at the surface over the probability of the near side [1/unit of the variable].</summary>
    [Parameter(HelpMessage = "Density at the surface over the probability of the near side [1/unit of the variable].")]
    [ValidateRange(double.Epsilon, double.MaxValue)]
    public double? Density { get; set; }

    /// <summary>Standard error of -Density.</summary>
    [Parameter(HelpMessage = "Standard error of -Density [1/unit of the variable].")]
    [ValidateRange(0.0, double.MaxValue)]
    public double DensityError { get; set; }

    /// <summary>The free energy along the variable, from Measure-FreeEnergy, for the density at -Value.</summary>
    [Parameter(HelpMessage = "The free energy along the variable, for the density at -Value.")]
    public FreeEnergyProfile? FreeEnergy { get; set; }

    /// <summary>Greatest number of frames of a trajectory; one that reached no state by then counts with the side that it is on.</summary>
    [Parameter(HelpMessage = "Greatest number of frames of a trajectory.")]
    [ValidateRange(1, 1_000_000)]
    public int MaximumLength { get; set; } = 1000;

    private protected override string[] OwnParameters => [
        nameof(State), nameof(Variable), nameof(Value), nameof(Tolerance), nameof(Density), nameof(DensityError), nameof(FreeEnergy), nameof(MaximumLength)];

    private protected override void Measure(IReadOnlyList<Frame> frames, ISimulationEngine engine, CpuDevice? threads)
    {
        if (Tolerance is not null && Value is null)
        {
            throw new ArgumentException("-Tolerance is a distance from -Value, which was not given.");
        }

        ReactiveFluxOptions options = new() { MaximumLength = MaximumLength, Density = SurfaceDensity(), DensityError = DensityError, Device = threads };
        ReactiveFluxEstimator estimator = new(engine, Variable, State[0], State[1], options);
        Frame[] near = [.. frames.Where(f => Tolerance is null || Math.Abs(Variable.Evaluate(f) - Value!.Value) <= Tolerance)];
        if (near.Length == 0)
        {
            WriteWarning(string.Create(
                CultureInfo.InvariantCulture,
                $"None of the {frames.Count} frames has {Variable.Name} within {Tolerance} of {Value}: there is nothing to measure."));
            return;
        }

        RunTrials("Reactive flux", near, (key, first, count) => estimator.Run(near, TrialCount, key, first, count, Cancellation));
        ReactiveFluxEstimate estimate = estimator.ToEstimate();
        if (estimate.Transmission.Value < 0)
        {
            WriteWarning($"The flux leads from {estimate.To} to {estimate.From}: expected a variable that grows from the first state to the second.");
        }

        if (estimate.Unfinished > 0)
        {
            WriteWarning(string.Create(
                CultureInfo.InvariantCulture,
                $"{estimate.Unfinished} of {2 * estimate.Trials} trajectories reached no state within {MaximumLength} frames: see whether the curve is flat at its end."));
        }

        WriteObject(estimate);
    }

    private double? SurfaceDensity()
    {
        if (FreeEnergy is null)
        {
            return Density;
        }

        if (Density is not null || Value is null || FreeEnergy.Variable != Variable.Name)
        {
            throw new ArgumentException(
                $"-FreeEnergy is of {FreeEnergy.Variable}; expected one of {Variable.Name}, with -Value and without -Density.");
        }

        return FreeEnergy.DensityOverBelow(Value.Value);
    }
}
