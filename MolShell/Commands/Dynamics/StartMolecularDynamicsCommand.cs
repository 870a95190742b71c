using System.Globalization;
using System.Management.Automation;
using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Paths;
using MolShell.Compute.Systems;
using MolShell.Infrastructure;

namespace MolShell.Commands.Dynamics;

/// <summary>Runs molecular dynamics and streams frames while it goes on.</summary>
/// <remarks>
/// <para>
/// A frame is written after each -ReportInterval steps; the start, step 0, is written only with -IncludeStart. Steps count from the start
/// of the run, so with -Resume the run goes on to the same -Step as before.
/// </para>
/// <para>
/// What the dynamics is comes from the system, from -Integrator, and from -Temperature, -TimeStep, -Friction, -Pressure and the like, each
/// before the one named first. Velocities that the system lacks are drawn at the temperature. Frames carry the volume and the pressure
/// of a periodic cell and, but for Langevin and overdamped dynamics, the energy of particles and baths together, ConservedEnergy, which does
/// not drift in a good run.
/// </para>
/// <para>
/// With -Until the run goes on until its frames, from some frame on, are a path of an ensemble: with -VisitAll, until every state was visited.
/// A frame is then written after every step, or each -ReportInterval steps, and the frames that come out can be given to
/// Start-PathSampling -InitialPath. Events between two frames are not seen. With -Direction Backward the run goes back in time from the start,
/// until the frames that lead up to it begin with such a path; they are written when it has ended, in the order of time. Both does that, and
/// then goes forward from the start until its frames end with such a path. Engines of other programs run so too.
/// </para>
/// <para>
/// Ctrl-C, or a later command that has enough, stops the run at once. With -CheckpointPath the state is kept then, at the end, and every
/// -CheckpointInterval steps, and -Resume goes on from it, bit by bit as if the run had not stopped. A run that fails leaves its last
/// checkpoint as it was.
/// </para>
/// </remarks>
/// <example>
/// <code>New-DoubleWellSystem -DimerCount 1 | Start-MolecularDynamics -Step 2000 -ReportInterval 100 -Seed 7 | Measure-Object</code>
/// <para>Twenty frames of a dimer in a fluid.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell
/// $s | Start-MolecularDynamics -Step 1000 -ReportInterval 100 -Seed 1 -CheckpointPath well.chk | Select-Object -First 3
/// $s | Start-MolecularDynamics -Step 1000 -ReportInterval 100 -CheckpointPath well.chk -Resume
/// </code>
/// <para>Stops a run after three frames and then goes on to its end.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.4 -Friction 2.5 -TimeStep 0.02
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// $frames = $s | Start-MolecularDynamics -Until (New-PathEnsemble -VisitAll $A,$B) -Seed 1
/// $A,$B | New-PathNetwork | New-MoveScheme | Start-PathSampling -System $s -InitialPath $frames -Step 10 -Seed 1
/// </code>
/// <para>Runs until both wells were visited, and begins path sampling with the crossing.</para>
/// </example>
/// <seealso href="New-Integrator"/>
/// <seealso href="New-GromacsEngine"/>
/// <seealso href="New-PathEnsemble"/>
/// <seealso href="Get-CollectiveVariable"/>
[Cmdlet(VerbsLifecycle.Start, "MolecularDynamics", SupportsShouldProcess = true, DefaultParameterSetName = StepSet)]
[OutputType(typeof(Frame))]
public sealed partial class StartMolecularDynamicsCommand : MolShellCommand
{
    private const string StepSet = "Step";
    private const string UntilSet = "Until";

    // From here on a second core is worth the waiting at the end of each step.
    private const int ManyParticles = 4000;

    /// <summary>The system to run.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = StepSet, HelpMessage = "The system to run.")]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = UntilSet, HelpMessage = "The system to run.")]
    public MolecularSystem System { get; set; } = null!;

    /// <summary>Number of integration steps of the whole run, counted from its start.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = StepSet, HelpMessage = "Number of integration steps of the whole run.")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = EngineSet, HelpMessage = "Number of integration steps of the whole run.")]
    [ValidateRange(0L, long.MaxValue)]
    public long Step { get; set; }

    /// <summary>Ensemble; the run ends as soon as its last frames are a path of it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UntilSet, HelpMessage = "Ensemble; the run ends when its last frames are a path of it.")]
    [Parameter(Mandatory = true, ParameterSetName = EngineUntilSet, HelpMessage = "Ensemble; the run ends when its last frames are a path of it.")]
    [ValidateNotNull]
    public PathEnsemble? Until { get; set; }

    /// <summary>Greatest number of frames of a run with -Until. A run that gets there ends with an error, after its frames.</summary>
    [Parameter(ParameterSetName = UntilSet, HelpMessage = "Greatest number of frames of a run with -Until.")]
    [Parameter(ParameterSetName = EngineUntilSet, HelpMessage = "Greatest number of frames of a run with -Until.")]
    [ValidateRange(1L, long.MaxValue)]
    public long MaximumFrame { get; set; } = long.MaxValue;

    /// <summary>Direction of time of a run with -Until: Forward, Backward, or Both from the start, which is then one of the frames.</summary>
    [Parameter(ParameterSetName = UntilSet, HelpMessage = "Direction of time of a run with -Until: Forward, Backward or Both.")]
    [Parameter(ParameterSetName = EngineUntilSet, HelpMessage = "Direction of time of a run with -Until: Forward, Backward or Both.")]
    public PathDirection Direction { get; set; }

    /// <summary>Steps from one frame to the next. Without it, a hundredth of -Step, 1 with -Until, or each frame of an engine.</summary>
    [Parameter(HelpMessage = "Integration steps from one frame to the next.")]
    [ValidateRange(1L, long.MaxValue)]
    public long? ReportInterval { get; set; }

    /// <summary>Writes the start, step 0, as the first frame.</summary>
    [Parameter(HelpMessage = "Write the start, step 0, as the first frame.")]
    public SwitchParameter IncludeStart { get; set; }

    /// <summary>Writes the forces on particles with each frame.</summary>
    [Parameter(HelpMessage = "Write the forces on particles with each frame.")]
    public SwitchParameter IncludeForce { get; set; }

    /// <summary>
    /// The equation of motion, from New-Integrator or by name: VelocityVerlet, LangevinBaoab, Overdamped, NoseHoover, VelocityRescaling.
    /// </summary>
    [Parameter(HelpMessage = "Equation of motion, from New-Integrator or by name.")]
    [ArgumentCompleter(typeof(IntegratorCompleter))]
    public IntegratorDescription? Integrator { get; set; }

    /// <summary>Temperature of the bath, and of velocities that are drawn [temperature].</summary>
    [Parameter(HelpMessage = "Temperature [temperature], as a number in the system's units or text such as '300 K'.")]
    public Quantity? Temperature { get; set; }

    /// <summary>Time step [time].</summary>
    [Parameter(HelpMessage = "Time step [time], as a number in the system's units or text such as '2 fs'.")]
    public Quantity? TimeStep { get; set; }

    /// <summary>Friction [1/time].</summary>
    [Parameter(HelpMessage = "Friction [1/time], as a number in the system's units or text such as '1 1/ps'.")]
    public Quantity? Friction { get; set; }

    /// <summary>Time constant of the heat bath of NoseHoover or VelocityRescaling [time].</summary>
    [Parameter(HelpMessage = "Time constant of the heat bath of NoseHoover or VelocityRescaling [time], such as '0.2 ps'.")]
    public Quantity? CouplingTime { get; set; }

    /// <summary>Pressure of the bath [energy/length^3]; the cell then changes.</summary>
    [Parameter(HelpMessage = "Pressure of the bath [energy/length^3], as a number in the system's units or text such as '1 bar'.")]
    public Quantity? Pressure { get; set; }

    /// <summary>Estimate of the compressibility [length^3/energy], needed with a pressure.</summary>
    [Parameter(HelpMessage = "Estimate of the compressibility [length^3/energy], such as '4.5e-5 1/bar'; needed with a pressure.")]
    public Quantity? Compressibility { get; set; }

    /// <summary>Time constant of the volume [time].</summary>
    [Parameter(HelpMessage = "Time constant of the volume [time], such as '2 ps'.")]
    public Quantity? PressureCouplingTime { get; set; }

    /// <summary>Seed of the velocities and of the noise. Without it, one is drawn and told with -Verbose.</summary>
    [Parameter(HelpMessage = "Seed of the velocities and of the noise.")]
    public ulong? Seed { get; set; }

    /// <summary>
    /// How exactly pair forces are computed: Mixed, in single precision with exact sums, or Double, which takes about twice as long. Steps are
    /// made in double precision in either case.
    /// </summary>
    [Parameter(HelpMessage = "How exactly pair forces are computed: Mixed or Double.")]
    public Precision Precision { get; set; } = Precision.Mixed;

    /// <summary>
    /// Where to run: Cpu (all cores), Cpu:n for n threads, or a device of Get-ComputeDevice. Without it, $MolShellDevice, else all cores for
    /// thousands of particles and one thread for fewer.
    /// </summary>
    [Parameter(HelpMessage = "Where to run: Cpu, Cpu:n for n threads, OpenCL:n or CUDA:n.")]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    public DeviceName? Device { get; set; }

    /// <summary>File that keeps the state of the run.</summary>
    [Parameter(HelpMessage = "File that keeps the state of the run.")]
    [ValidateNotNullOrEmpty]
    public string? CheckpointPath { get; set; }

    /// <summary>Steps from one checkpoint to the next. Without it, one is written every half minute.</summary>
    [Parameter(HelpMessage = "Integration steps from one checkpoint to the next; every half minute without it.")]
    [ValidateRange(1L, long.MaxValue)]
    public long? CheckpointInterval { get; set; }

    /// <summary>Goes on from the checkpoint; begins anew where there is none yet.</summary>
    [Parameter(HelpMessage = "Go on from the checkpoint.")]
    public SwitchParameter Resume { get; set; }

    /// <summary>Begins anew and replaces an existing checkpoint.</summary>
    [Parameter(HelpMessage = "Begin anew and replace an existing checkpoint.")]
    public SwitchParameter Force { get; set; }

    protected override object? ErrorTarget => Engine is null ? System : Engine;

    protected override void Begin()
    {
        if (CheckpointPath is null && (Resume || Force || CheckpointInterval is not null))
        {
            throw new ArgumentException("-Resume, -Force and -CheckpointInterval need -CheckpointPath.");
        }

        if (CheckpointPath is not null && Until is not null)
        {
            throw new ArgumentException("-CheckpointPath is not for -Until: which states were visited is known from the frames only.");
        }

        if (Resume && Force)
        {
            throw new ArgumentException("-Resume goes on and -Force begins anew: only one of them can be used.");
        }
    }

    protected override void Process()
    {
        if (ParameterSetName == EngineSet)
        {
            RunEngine();
            return;
        }

        if (ParameterSetName == EngineUntilSet)
        {
            RunEngineUntil(Until!);
            return;
        }

        string? path = CheckpointPath is null ? null : FileSystemPath.ForOutput(this, CheckpointPath);
        if (path is not null)
        {
            OutputFile.RequirePlace(path);
            if (File.Exists(path) && !Resume && !Force)
            {
                WriteError(Errors.FileExists(path, "Use -Resume to go on from it, or -Force to begin anew."));
                return;
            }
        }

        string task = Until is null
            ? string.Create(CultureInfo.InvariantCulture, $"Run {Step} steps of molecular dynamics")
            : $"Run molecular dynamics until {Until.Name}";
        if (!ShouldProcess(System.Name, task))
        {
            return;
        }

        using IDevice device = OpenDevice(Device, DeviceName.Cpu(System.ParticleCount < ManyParticles ? 1 : null));
        if (Until is not null && Direction != PathDirection.Forward)
        {
            RunBothWays(device, Until);
            return;
        }

        using Simulation simulation = Prepare(device, path);
        if (Until is not null)
        {
            RunUntil(simulation, Until);
            return;
        }

        CheckpointKeeper? keeper = path is null ? null : new CheckpointKeeper(path, CheckpointInterval);
        keeper?.Save(simulation);
        try
        {
            Run(simulation, keeper);
        }
        catch (SimulationException)
        {
            // What is in memory is of no use any more; the last checkpoint is.
            keeper = null;
            throw;
        }
        finally
        {
            keeper?.Save(simulation);
        }
    }

    private IntegratorSettings Settings()
    {
        IntegratorDescription changes = new()
        {
            TimeStep = TimeStep,
            Temperature = Temperature,
            Friction = Friction,
            CouplingTime = CouplingTime,
            Pressure = Pressure,
            Compressibility = Compressibility,
            PressureCouplingTime = PressureCouplingTime,
        };
        return (Integrator ?? new IntegratorDescription()).With(changes).For(System);
    }

    private Simulation Prepare(IDevice device, string? path)
    {
        Simulation simulation = new(System, new SimulationOptions
        {
            Integrator = Settings(),
            Seed = Seed ?? Seeds.Draw(this),
            Device = device,
            Precision = Precision,
        });
        if (Resume && File.Exists(path))
        {
            simulation.Restore(Checkpoint.Load(path));
            WriteVerbose(string.Create(CultureInfo.InvariantCulture, $"Going on from step {simulation.Step} of '{path}'."));
        }

        return simulation;
    }

    private void Run(Simulation simulation, CheckpointKeeper? keeper)
    {
        long interval = ReportInterval ?? Math.Max(1, Step / 100);
        StepSlicer slicer = new();
        using ProgressReporter progress = new(this, $"Molecular dynamics of {System.Name}");
        if (IncludeStart && simulation.Step == 0)
        {
            WriteObject(simulation.Snapshot(IncludeForce));
        }

        while (simulation.Step < Step)
        {
            long step = simulation.Step;
            progress.Report(
                (double)step / Step, () => string.Create(CultureInfo.InvariantCulture, $"step {step} of {Step}, time {simulation.Time:g6}"));
            long report = step - (step % interval) + interval;
            long next = Math.Min(Step, Math.Min(report, keeper?.NextStep(step) ?? long.MaxValue));
            slicer.Run(next - step, n => simulation.Advance(n, Cancellation));
            keeper?.SaveIfDue(simulation);
            if (simulation.Step == report)
            {
                WriteObject(simulation.Snapshot(IncludeForce));
            }
        }
    }

    private void RunUntil(Simulation simulation, PathEnsemble ensemble)
    {
        long interval = ReportInterval ?? 1;
        string unit = System.Units.Symbol(Dimension.Time);
        StepSlicer slicer = new();
        PathTracker tracker = ensemble.Track();
        using ProgressReporter progress = new(this, $"Molecular dynamics of {System.Name} until {ensemble.Name}");
        if (IncludeStart)
        {
            Take(simulation.Snapshot(IncludeForce));
        }

        while (tracker.MemberLength == 0)
        {
            if (tracker.Count >= MaximumFrame)
            {
                WriteError(Errors.EnsembleNotReached(Status(), ensemble));
                return;
            }

            for (long report = simulation.Step + interval; simulation.Step < report;)
            {
                slicer.Run(report - simulation.Step, n => simulation.Advance(n, Cancellation));
                progress.Report(double.NaN, Status);
            }

            Take(simulation.Snapshot(IncludeForce));
        }

        WriteVerbose(Status());

        void Take(Frame frame)
        {
            tracker.Add(frame);
            WriteObject(frame);
        }

        string Status() => string.Create(
            CultureInfo.InvariantCulture, $"Ran {tracker.Count} frames [{$"{simulation.Time:g6} {unit}".TrimEnd()}]. {tracker}");
    }
}
