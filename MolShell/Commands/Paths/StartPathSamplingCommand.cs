using System.Globalization;
using System.Management.Automation;
using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Engines;
using MolShell.Compute.Forces;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Systems;
using MolShell.Infrastructure;

namespace MolShell.Commands.Paths;

/// <summary>Samples paths by the moves of a scheme, streams a record of each step, and keeps everything in a run file.</summary>
/// <remarks>
/// <para>
/// Steps are Monte Carlo steps and count from the start of the run, so with -Resume the run goes on to the same -Step as before, and only the
/// further steps are written. With -Path steps go to the run file, quick ones together every 50 ms: a run that was stopped, or killed, goes on
/// with -Resume as if nothing had happened, and gives the same steps. Import-PathSampling reads the file at any time.
/// </para>
/// <para>
/// The first path is the first part of -InitialPath that fits, or comes from dynamics at the temperature of sampling, then at higher ones. A path
/// found hot is a beginning only: leave the first steps out of statistics, until Measure-PathStatistic shows that it is forgotten.
/// </para>
/// <para>
/// What the dynamics is comes from the system, from -Integrator, and from -Temperature, -TimeStep and -Friction, each before the one named
/// first.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.2 -Friction 2.5 -TimeStep 0.02
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7
/// $B = New-StateVolume $x -Minimum 0.7
/// New-PathNetwork -Kind Tps -Initial $A -Final $B | New-MoveScheme -Shooting OneWay |
///     Start-PathSampling -System $s -Step 100 -Path run.molpath -Seed 1 | Measure-PathStatistic
/// </code>
/// <para>A hundred steps of transition path sampling of a particle in a double well.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential TwoWells
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.5 -Name A
/// $B = New-StateVolume $x -Minimum 0.5 -Name B
/// $scheme = $A,$B | New-PathNetwork | New-MoveScheme -Reversal
/// $scheme | Start-PathSampling -System $s -StepsPerFrame 10 -Step 20 -Path wells.molpath -Seed 2 | Select-Object -First 5
/// $scheme | Start-PathSampling -System $s -StepsPerFrame 10 -Step 20 -Path wells.molpath -Resume
/// </code>
/// <para>Stops a run after five steps and then goes on to its end.</para>
/// </example>
/// <seealso href="New-MoveScheme"/>
/// <seealso href="Import-PathSampling"/>
/// <seealso href="New-GromacsEngine"/>
/// <seealso href="Measure-PathStatistic"/>
[Cmdlet(VerbsLifecycle.Start, "PathSampling", SupportsShouldProcess = true, DefaultParameterSetName = SystemSet)]
[OutputType(typeof(PathStep))]
public sealed class StartPathSamplingCommand : MolShellCommand
{
    private const string SystemSet = "System";
    private const string EngineSet = "Engine";

    /// <summary>What is sampled, and by which moves.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "What is sampled, and by which moves, from New-MoveScheme.")]
    public MoveScheme Scheme { get; set; } = null!;

    /// <summary>The system whose dynamics makes the paths.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SystemSet, HelpMessage = "The system whose dynamics makes the paths.")]
    [ValidateNotNull]
    public MolecularSystem System { get; set; } = null!;

    /// <summary>
    /// The engine that makes the paths, from New-GromacsEngine or New-LammpsEngine. Without -InitialPath, the first path is searched in a run
    /// of it.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = EngineSet, HelpMessage = "The engine that makes the paths, from New-GromacsEngine or such.")]
    [ValidateNotNull]
    public ISimulationEngine Engine { get; set; } = null!;

    /// <summary>Number of Monte Carlo steps of the whole run, counted from its start.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "Number of Monte Carlo steps of the whole run.")]
    [ValidateRange(0L, long.MaxValue)]
    public long Step { get; set; }

    /// <summary>
    /// Stops before -Step, once no path has a frame of the first ones any more and this many times as many steps were made; 1 stops at once then.
    /// </summary>
    [Parameter(HelpMessage = "Stop after this many times the steps in which paths forget the first ones, or at -Step.")]
    [ValidateRange(1.0, double.MaxValue)]
    public double? UntilDecorrelated { get; set; }

    /// <summary>The run file, by custom with the extension .molpath. Without it nothing is kept.</summary>
    [Parameter(HelpMessage = "The run file, by custom .molpath; nothing is kept without it.")]
    [Alias("LiteralPath", "FilePath")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Seed of all random numbers of the run. Without it, one is drawn and told with -Verbose; a resumed run has its own.</summary>
    [Parameter(HelpMessage = "Seed of all random numbers of the run.")]
    public ulong? Seed { get; set; }

    /// <summary>Integration steps from one frame of a path to the next.</summary>
    [Parameter(ParameterSetName = SystemSet, HelpMessage = "Integration steps from one frame of a path to the next.")]
    [ValidateRange(1, int.MaxValue)]
    public int StepsPerFrame { get; set; } = 1;

    /// <summary>Frames, or a path, of which the first part that fits is the first path of the run.</summary>
    [Parameter(HelpMessage = "Frames, or a path, that hold the first path of the run.")]
    [FramePath]
    [ValidateNotNullOrEmpty]
    public Frame[]? InitialPath { get; set; }

    /// <summary>Greatest number of frames of a path; longer trials are rejected.</summary>
    [Parameter(HelpMessage = "Greatest number of frames of a path; longer trials are rejected.")]
    [ValidateRange(3, int.MaxValue)]
    public int MaximumLength { get; set; } = 100_000;

    /// <summary>The equation of motion, from New-Integrator or by name: LangevinBaoab, Overdamped, VelocityVerlet.</summary>
    [Parameter(ParameterSetName = SystemSet, HelpMessage = "Equation of motion, from New-Integrator or by name.")]
    [ArgumentCompleter(typeof(IntegratorCompleter))]
    public IntegratorDescription? Integrator { get; set; }

    /// <summary>Temperature of the bath [temperature].</summary>
    [Parameter(ParameterSetName = SystemSet, HelpMessage = "Temperature [temperature], as a number in the system's units or text such as '300 K'.")]
    public Quantity? Temperature { get; set; }

    /// <summary>Time step [time].</summary>
    [Parameter(ParameterSetName = SystemSet, HelpMessage = "Time step [time], as a number in the system's units or text such as '2 fs'.")]
    public Quantity? TimeStep { get; set; }

    /// <summary>Friction [1/time].</summary>
    [Parameter(ParameterSetName = SystemSet, HelpMessage = "Friction [1/time], as a number in the system's units or text such as '1 1/ps'.")]
    public Quantity? Friction { get; set; }

    /// <summary>
    /// How exactly pair forces are computed: Mixed, in single precision with exact sums, or Double, which takes about twice as long. A run is
    /// resumed only with the precision that it began with.
    /// </summary>
    [Parameter(ParameterSetName = SystemSet, HelpMessage = "How exactly pair forces are computed: Mixed or Double.")]
    public Precision Precision { get; set; } = Precision.Mixed;

    /// <summary>Where to run: Cpu (all cores), Cpu:n for n threads, or a device of Get-ComputeDevice. Without it, $MolShellDevice, else one thread.</summary>
    [Parameter(ParameterSetName = SystemSet, HelpMessage = "Where to run: Cpu, Cpu:n for n threads, OpenCL:n or CUDA:n.")]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    public DeviceName? Device { get; set; }

    /// <summary>
    /// Exchanges replicas infinitely often in place of the exchange moves of the scheme (doi:10.1021/acs.jpca.2c06004): each step then holds all
    /// paths in all ensembles that they are in, with weights.
    /// </summary>
    [Parameter(HelpMessage = "Exchange replicas infinitely often in place of the exchange moves of the scheme.")]
    public SwitchParameter InfiniteSwapping { get; set; }

    /// <summary>
    /// Number of moves that are made at the same time. They are moves of different ensembles, so a single ensemble or replica has one at a time.
    /// The steps are the same for any number; but with -InfiniteSwapping and more than one, they come in the order in which moves end, and runs
    /// of the same seed differ.
    /// </summary>
    [Parameter(HelpMessage = "Number of moves of different ensembles that are made at the same time.")]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>
    /// What becomes of a trial whose dynamics failed: Stop ends the run, Reject makes it a rejected trial, with the reason EngineFailure.
    /// </summary>
    [Parameter(HelpMessage = "What becomes of a trial whose dynamics failed: Stop or Reject.")]
    public FailureAction OnFailure { get; set; } = FailureAction.Stop;

    /// <summary>How often a trial whose dynamics failed is made again, with other noise.</summary>
    [Parameter(HelpMessage = "How often a trial whose dynamics failed is made again, with other noise.")]
    [ValidateRange(0, 1000)]
    public int RetryCount { get; set; }

    /// <summary>
    /// Keeps frames in TRR files in a folder beside the run file, "run.molpath.frames", instead of in it: one file for each piece of a path
    /// that a trial made, named by step and part. For systems in GROMACS units.
    /// </summary>
    [Parameter(HelpMessage = "Keep frames in TRR files beside the run file instead of in it.")]
    public SwitchParameter KeepFrameFile { get; set; }

    /// <summary>Keeps the frames of rejected trials in the run file too, which makes it several times larger.</summary>
    [Parameter(HelpMessage = "Keep the frames of rejected trials in the run file too.")]
    public SwitchParameter KeepRejected { get; set; }

    /// <summary>
    /// Makes every trial to its end. Without it, a trial that has become too long to be accepted is given up, which saves time and changes
    /// nothing in the sampled paths, but leaves its end unknown to Measure-ShootingPoint.
    /// </summary>
    [Parameter(HelpMessage = "Make every trial to its end, also those too long to be accepted.")]
    public SwitchParameter CompleteTrial { get; set; }

    /// <summary>Goes on with the run of the file; begins anew where there is none yet.</summary>
    [Parameter(HelpMessage = "Go on with the run of the file.")]
    public SwitchParameter Resume { get; set; }

    /// <summary>Begins anew and replaces an existing run file.</summary>
    [Parameter(HelpMessage = "Begin anew and replace an existing run file.")]
    public SwitchParameter Force { get; set; }

    protected override object? ErrorTarget => Path ?? (object)Scheme;

    protected override void Begin()
    {
        if (Path is null && (Resume || Force || KeepRejected || KeepFrameFile))
        {
            throw new ArgumentException("-Resume, -Force, -KeepRejected and -KeepFrameFile need -Path.");
        }

        if (Resume && Force)
        {
            throw new ArgumentException("-Resume goes on and -Force begins anew: only one of them can be used.");
        }
    }

    protected override void Process()
    {
        string? file = Path is null ? null : FileSystemPath.ForOutput(this, Path);
        if (file is not null)
        {
            OutputFile.RequirePlace(file);
            if (File.Exists(file) && !Resume && !Force)
            {
                WriteError(Errors.FileExists(file, "Use -Resume to go on with its run, or -Force to begin anew."));
                return;
            }
        }

        if (!ShouldProcess(
            file ?? Scheme.Network.ToString(), string.Create(CultureInfo.InvariantCulture, $"Sample {Step} steps of paths of {SystemName}")))
        {
            return;
        }

        if (ParameterSetName == EngineSet)
        {
            Sample(file, Engine, _ => new BorrowedEngine(Engine));
            return;
        }

        IntegratorDescription changes = new() { TimeStep = TimeStep, Temperature = Temperature, Friction = Friction };
        IntegratorSettings integrator = (Integrator ?? new IntegratorDescription()).With(changes).For(System);
        using IDevice device = OpenDevice(Device, DeviceName.Cpu(1));
        using BuiltInEngine engine = new(System, StepsPerFrame, integrator, device, Precision);
        Sample(file, engine, factor => new BuiltInEngine(
            System, StepsPerFrame, integrator with { Temperature = factor * integrator.Temperature }, device, Precision));
    }

    private string SystemName => (ParameterSetName == EngineSet ? Engine.System : System).Name;

    private void Sample(string? file, ISimulationEngine engine, Func<double, ISimulationEngine> engineAtFactor)
    {
        Scheme.Check(engine);
        PathSamplingOptions options = new()
        {
            MaximumLength = MaximumLength,
            InfiniteSwapping = InfiniteSwapping,
            EarlyRejection = !CompleteTrial,
            Workers = ThrottleLimit,
            OnFailure = OnFailure,
            Retries = RetryCount,
        };
        if (file is null)
        {
            ulong seed = Seed ?? Seeds.Draw(this);
            IPathSampler sampler = PathSamplingRun.Start(Scheme, engine, InitialPaths(engine, engineAtFactor, seed), seed, options);
            Stream(sampler.Run(Step, Cancellation), 0);
        }
        else
        {
            using PathSamplingRun run = OpenRun(file, engine, engineAtFactor, options);
            Stream(run.Run(Math.Max(0, Step - run.Step), Cancellation), run.Step);
        }
    }

    private PathSamplingRun OpenRun(
        string file, ISimulationEngine engine, Func<double, ISimulationEngine> engineAtFactor, PathSamplingOptions options)
    {
        PathStoreOptions storage = new() { Overwrite = Force, KeepRejectedTrials = KeepRejected, KeepFrameFiles = KeepFrameFile };
        if (Resume && File.Exists(file))
        {
            PathSamplingRun run = PathSamplingRun.Resume(file, Scheme, engine, Seed, options, storage);
            WriteVerbose(string.Create(CultureInfo.InvariantCulture, $"Going on after step {run.Step} of '{file}'."));
            return run;
        }

        ulong seed = Seed ?? Seeds.Draw(this);
        return PathSamplingRun.Create(file, Scheme, engine, InitialPaths(engine, engineAtFactor, seed), seed, options, storage);
    }

    private SampleSet InitialPaths(ISimulationEngine engine, Func<double, ISimulationEngine> engineAtFactor, ulong seed)
    {
        using ProgressReporter progress = new(this, $"First path of {SystemName}");
        SearchProgress search = new(progress);
        IEnumerable<PathEnsemble> ensembles = Scheme.IsSingleReplica ? Scheme.Ensembles.Take(1) : Scheme.Ensembles;
        InitialPathOptions options = new() { Seed = seed, MaximumLength = MaximumLength };
        if (ParameterSetName == EngineSet)
        {
            // The temperature of an outside program is in its own input.
            options = options with { FirstFactor = 1, Attempts = 1 };
        }

        InitialConditions conditions = InitialPath is not null
            ? InitialPathFinder.FromTrajectories(ensembles, [Trajectory.FromFrames(InitialPath)], null, engine, options, Cancellation)
            : InitialPathFinder.FromDynamics(ensembles, engine, engineAtFactor, options, search, Cancellation);
        return conditions.ToSampleSet();
    }

    private void Stream(IEnumerable<PathStep> steps, long done)
    {
        using ProgressReporter progress = new(this, $"Path sampling of {SystemName}");
        long begin = done;
        long accepted = 0;
        progress.Report((double)done / Step, () => string.Empty);
        foreach (PathStep step in UntilDecorrelated is { } multiple ? DecorrelationStop.Until(steps, multiple) : steps)
        {
            done = step.Step;
            accepted += step.Accepted ? 1 : 0;
            WriteObject(step);
            progress.Report((double)done / Step, () => string.Create(
                CultureInfo.InvariantCulture,
                $"step {done} of {Step}, {100.0 * accepted / (done - begin):f0} % accepted, path of {step.PathLength} frames"));
        }
    }

    /// <summary>Shows the search for the first path; it runs on the pipeline thread, so no message is posted elsewhere.</summary>
    private sealed class SearchProgress(ProgressReporter progress) : IProgress<InitialPathProgress>
    {
        public void Report(InitialPathProgress value) => progress.Report(double.NaN, () => string.Create(
            CultureInfo.InvariantCulture,
            $"{value.Frames} frames at {value.TemperatureFactor:g3} times the temperature; found {List(value.Found)}, looking for {List(value.Missing)}"));

        private static string List(IReadOnlyList<string> states) => states.Count == 0 ? "none" : string.Join(", ", states);
    }
}
