using System.Management.Automation;
using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Engines;
using MolShell.Compute.Systems;
using MolShell.Infrastructure;

namespace MolShell.Commands.Paths;

/// <summary>Base of the commands that run trials from frames: whose dynamics makes them, and where.</summary>
public abstract class TrialCommand : MolShellCommand
{
    private protected const string FrameSet = "Frame";
    private protected const string SystemSet = "System";
    private protected const string EngineSet = "Engine";
    private protected const string EngineFromSet = "EngineFrom";

    /// <summary>The frames that trials leave; their velocities do not matter.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = FrameSet, HelpMessage = "The frames that trials leave.")]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = EngineSet, HelpMessage = "The frames that trials leave.")]
    [ValidateNotNull]
    public Frame InitialFrame { get; set; } = null!;

    /// <summary>The frames that trials leave, all at once, or a path for its frames.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SystemSet, HelpMessage = "The frames that trials leave, all at once.")]
    [Parameter(Mandatory = true, ParameterSetName = EngineFromSet, HelpMessage = "The frames that trials leave, all at once.")]
    [FramePath]
    [ValidateNotNullOrEmpty]
    public Frame[] From { get; set; } = [];

    /// <summary>The system whose dynamics makes the trials.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FrameSet, HelpMessage = "The system whose dynamics makes the trials.")]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = SystemSet, HelpMessage = "The system whose dynamics makes the trials.")]
    [ValidateNotNull]
    public MolecularSystem System { get; set; } = null!;

    /// <summary>The engine that makes the trials, from New-GromacsEngine or New-LammpsEngine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = EngineSet, HelpMessage = "The engine that makes the trials, from New-GromacsEngine or such.")]
    [Parameter(
        Mandatory = true, ValueFromPipeline = true, ParameterSetName = EngineFromSet,
        HelpMessage = "The engine that makes the trials, from New-GromacsEngine or such.")]
    [ValidateNotNull]
    public ISimulationEngine Engine { get; set; } = null!;

    /// <summary>Number of trials from each frame.</summary>
    [Parameter(HelpMessage = "Number of trials from each frame.")]
    [Alias("Shot")]
    [ValidateRange(1, int.MaxValue)]
    public int TrialCount { get; set; } = 100;

    /// <summary>Integration steps from one frame of a trial to the next.</summary>
    [Parameter(HelpMessage = "Integration steps from one frame of a trial to the next.")]
    [ValidateRange(1, int.MaxValue)]
    public int StepsPerFrame { get; set; } = 1;

    /// <summary>The equation of motion, from New-Integrator or by name: LangevinBaoab, Overdamped, VelocityVerlet.</summary>
    [Parameter(HelpMessage = "Equation of motion, from New-Integrator or by name.")]
    [ArgumentCompleter(typeof(IntegratorCompleter))]
    public IntegratorDescription? Integrator { get; set; }

    /// <summary>Temperature of the velocities and of the bath [temperature].</summary>
    [Parameter(HelpMessage = "Temperature [temperature], as a number in the system's units or text such as '300 K'.")]
    public Quantity? Temperature { get; set; }

    /// <summary>Time step [time].</summary>
    [Parameter(HelpMessage = "Time step [time], as a number in the system's units or text such as '2 fs'.")]
    public Quantity? TimeStep { get; set; }

    /// <summary>Friction [1/time].</summary>
    [Parameter(HelpMessage = "Friction [1/time], as a number in the system's units or text such as '1 1/ps'.")]
    public Quantity? Friction { get; set; }

    /// <summary>
    /// Seed of velocities and noise. Without it, one is drawn and told with -Verbose. The trials of a frame also depend on its number in the
    /// input, and not on the number of threads.
    /// </summary>
    [Parameter(HelpMessage = "Seed of velocities and noise.")]
    public ulong? Seed { get; set; }

    /// <summary>
    /// Where to run: Cpu (all cores) or Cpu:n for n threads, with a trial on each, or a device of Get-ComputeDevice, with one trial after
    /// another. Without it, $MolShellDevice, else all cores; with an engine, Cpu:1.
    /// </summary>
    [Parameter(HelpMessage = "Where to run: Cpu, Cpu:n for n threads, OpenCL:n or CUDA:n.")]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    public DeviceName? Device { get; set; }

    protected override object? ErrorTarget => InitialFrame ?? (object?)Engine ?? System;

    // The parameter set is not known before the first input, but these are.

    /// <summary>Whether all frames are given at once; otherwise they come through the pipeline.</summary>
    private protected bool HasAllFrames => From.Length > 0;

    /// <summary>Whether another program makes the trials.</summary>
    private protected bool UsesEngine => Engine is not null;

    /// <summary>The dynamics of the system with what the parameters change.</summary>
    private protected IntegratorSettings Settings => (Integrator ?? new IntegratorDescription())
        .With(new IntegratorDescription { TimeStep = TimeStep, Temperature = Temperature, Friction = Friction }).For(System);

    /// <summary>What the trials are of.</summary>
    private protected string SystemName => (UsesEngine ? Engine.System : System).Name;

    /// <summary>Opens the device that the parameters name; the caller disposes of it.</summary>
    private protected IDevice OpenDevice() => OpenDevice(Device, DeviceName.Cpu(UsesEngine ? 1 : null));

    /// <summary>Refuses parameters that are for the built-in dynamics where another program makes the trials.</summary>
    /// <param name="own">Parameters of the command itself.</param>
    private protected void RequireEngineParameters(params string[] own) => EngineParameters.RequireOnly(
        this, Engine, [nameof(InitialFrame), nameof(From), nameof(TrialCount), nameof(Seed), nameof(Device), nameof(Engine), .. own]);
}
