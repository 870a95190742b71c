using System.Globalization;
using System.Management.Automation;
using MolShell.Compute.Devices;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis;
using MolShell.Compute.Systems;
using MolShell.Infrastructure;

namespace MolShell.Commands.Paths;

/// <summary>Measures the committor of frames: how likely dynamics from there comes to one state before another.</summary>
/// <remarks>
/// <para>
/// From each frame -TrialCount trials leave with random velocities at the temperature of the dynamics, and run until they reach a state. The
/// Value is the fraction that came to the last of -State first; 0.5 marks a transition state between two.
/// </para>
/// <para>
/// StandardError is the standard deviation of the committor given the counts, and not 0 where all trials end alike. Trials that reach no state
/// within -MaximumLength frames are Unfinished and do not count.
/// </para>
/// <para>
/// Toys and small systems run many trials side by side in the vector registers of the processor, which takes a fraction of the time; the
/// trials are the same as one by one.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Start 0
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// $s.Start | Measure-Committor -System $s -State $A,$B -TrialCount 1000 -Seed 1
/// </code>
/// <para>The committor on top of the barrier of a symmetric double well is 0.5 within the standard error.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.5
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.9 -Name A
/// $B = New-StateVolume $x -Minimum 0.9 -Name B
/// $s | Start-MolecularDynamics -Step 2000 -ReportInterval 100 -Seed 3 |
///     Measure-Committor -System $s -State $A,$B -StepsPerFrame 5 -Seed 1 |
///     Sort-Object Value -Descending | Select-Object -First 3
/// </code>
/// <para>The three frames of a run from which dynamics comes to B most often.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.2
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// $path = New-PathNetwork $A $B | New-MoveScheme | Start-PathSampling -System $s -Step 5 -Seed 1 | Select-Object -Last 1
/// $s | Measure-Committor -State $A,$B -Shot 50 -From $path -Seed 1 | Select-Object -First 5
/// </code>
/// <para>The committor along a transition path.</para>
/// </example>
/// <seealso href="New-StateVolume"/>
/// <seealso href="Start-PathSampling"/>
[Cmdlet(VerbsDiagnostic.Measure, "Committor", DefaultParameterSetName = FrameSet)]
[OutputType(typeof(CommittorEstimate))]
public sealed class MeasureCommittorCommand : TrialCommand
{
    private IDevice? device;
    private CommittorEstimator? estimator;
    private RandomKey key;
    private ulong frames;

    /// <summary>Two states or more; the committor is the probability of the last. Where states overlap, the first counts.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "Two states or more; the committor is the probability of the last.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] State { get; set; } = [];

    /// <summary>Greatest number of frames of a trial; one that reached no state by then is given up.</summary>
    [Parameter(HelpMessage = "Greatest number of frames of a trial; longer ones are given up.")]
    [ValidateRange(1, int.MaxValue)]
    public int MaximumLength { get; set; } = 100_000;

    protected override void Begin()
    {
        key = RandomKey.FromSeed(Seed ?? Seeds.Draw(this), RandomStream.TrialForward);
        if (!HasAllFrames)
        {
            Prepare();
        }
    }

    protected override void Process()
    {
        if (!HasAllFrames)
        {
            Measure(InitialFrame);
            return;
        }

        Prepare();
        foreach (Frame frame in From)
        {
            Measure(frame);
        }
    }

    private void Prepare()
    {
        device?.Dispose();
        CommittorOptions options = new() { MaximumLength = MaximumLength };
        if (UsesEngine)
        {
            RequireEngineParameters(nameof(State), nameof(MaximumLength));
            device = OpenDevice();
            estimator = new CommittorEstimator(Engine, State, options with { Device = device });
            return;
        }

        device = OpenDevice();
        estimator = new CommittorEstimator(
            System, State, options with { Integrator = Settings, StepsPerFrame = StepsPerFrame, Device = device });
    }

    private void Measure(Frame frame)
    {
        RandomKey own = key.Derive(frames++);
        List<int> outcomes = [];
        StepSlicer slicer = new();
        using ProgressReporter progress = new(this, $"Committor of {SystemName}");
        while (outcomes.Count < TrialCount)
        {
            int done = outcomes.Count;
            progress.Report((double)done / TrialCount, () => string.Create(CultureInfo.InvariantCulture, $"trial {done} of {TrialCount}"));
            slicer.Run(TrialCount - done, trials => outcomes.AddRange(estimator!.Run(frame, own, done, (int)trials, Cancellation)));
        }

        WriteObject(estimator!.Count(frame, outcomes));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            device?.Dispose();
        }

        base.Dispose(disposing);
    }
}
