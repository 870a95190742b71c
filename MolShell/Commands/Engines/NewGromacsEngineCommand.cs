using System.Management.Automation;
using MolShell.Compute.Engines;
using MolShell.Compute.Engines.Gromacs;
using MolShell.Compute.Systems;
using MolShell.Infrastructure;

namespace MolShell.Commands.Engines;

/// <summary>Makes GROMACS an engine: path sampling, committors and dynamics then run by gmx mdrun.</summary>
/// <remarks>
/// <para>
/// The parameter file is checked before anything runs: the integrator is md-vv (which runs exactly backward with negated velocities), alone or
/// with tcoupl = v-rescale, or sd; the pressure is not coupled; continuation is no; nstxout = nstvout is the number of steps from frame to frame.
/// Everything else, such as the number of steps and the seed of the noise, is set here for each run. Constraints are supported: velocities that
/// are drawn are projected onto them.
/// </para>
/// <para>
/// Input files are read once; a run is refused when one of them was changed since, and a path sampling run goes on only with the same
/// contents. Files of running shots are in folders of their own under -WorkPath, which are removed afterwards. Nothing keeps running when
/// the shell ends, in whatever way. See about_MolShell_Engines.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $engine = New-GromacsEngine -Topology argon.top -Structure argon.gro -Parameter argon.mdp
/// Start-MolecularDynamics -Engine $engine -Step 100 -Seed 1 | Measure-Object
/// </code>
/// <para>Ten frames of liquid argon, made by GROMACS.</para>
/// </example>
/// <example>
/// <code>
/// $engine = New-GromacsEngine argon.top argon.gro argon.mdp -Temperature '120 K'
/// $r = New-CollectiveVariable -Distance 0,1
/// $near = New-StateVolume $r -Maximum 0.45 -Name Near
/// $far = New-StateVolume $r -Minimum 0.5 -Name Far
/// $near,$far | New-PathNetwork | New-MoveScheme -Shooting TwoWay -VelocityModifier Random |
///     Start-PathSampling -Engine $engine -Step 2 -MaximumLength 500 -Seed 1 | Measure-PathStatistic
/// </code>
/// <para>Two steps of path sampling of two atoms of argon that leave each other.</para>
/// </example>
/// <seealso href="Start-PathSampling"/>
/// <seealso href="Start-MolecularDynamics"/>
/// <seealso href="New-LammpsEngine"/>
[Cmdlet(VerbsCommon.New, "GromacsEngine")]
[OutputType(typeof(GromacsEngine))]
public sealed class NewGromacsEngineCommand : MolShellCommand
{
    /// <summary>The topology file (.top).</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The topology file (.top).")]
    [ValidateNotNullOrEmpty]
    public string Topology { get; set; } = string.Empty;

    /// <summary>The structure file (.gro): the box, and where runs begin.</summary>
    [Parameter(Mandatory = true, Position = 1, HelpMessage = "The structure file (.gro).")]
    [ValidateNotNullOrEmpty]
    public string Structure { get; set; } = string.Empty;

    /// <summary>The parameter file (.mdp).</summary>
    [Parameter(Mandatory = true, Position = 2, HelpMessage = "The parameter file (.mdp).")]
    [ValidateNotNullOrEmpty]
    public string Parameter { get; set; } = string.Empty;

    /// <summary>The index file (.ndx), where the parameters name groups that are not the usual ones.</summary>
    [Parameter(HelpMessage = "The index file (.ndx).")]
    [ValidateNotNullOrEmpty]
    public string? Index { get; set; }

    /// <summary>The program, by name or path; further words are arguments before all others, as in srun,-n,4,gmx_mpi.</summary>
    [Parameter(HelpMessage = "The program gmx, by name or path, and arguments before all others.")]
    [ValidateNotNullOrEmpty]
    public string[] Executable { get; set; } = ["gmx"];

    /// <summary>Further arguments of gmx mdrun.</summary>
    [Parameter(HelpMessage = "Further arguments of gmx mdrun.")]
    [ValidateNotNullOrEmpty]
    public string[] RunArgument { get; set; } = [];

    /// <summary>Folder for the files of running shots; without it, that of temporary files.</summary>
    [Parameter(HelpMessage = "Folder for the files of running shots.")]
    [ValidateNotNullOrEmpty]
    public string? WorkPath { get; set; }

    /// <summary>Threads of gmx mdrun; 0 leaves it to GROMACS.</summary>
    [Parameter(HelpMessage = "Threads of gmx mdrun; 0 leaves it to GROMACS.")]
    [ValidateRange(0, 4096)]
    public int ThreadCount { get; set; } = 1;

    /// <summary>Integration steps from one frame to the next; without it, nstxout of the parameter file.</summary>
    [Parameter(HelpMessage = "Integration steps from one frame to the next.")]
    [ValidateRange(1, int.MaxValue)]
    public int? StepsPerFrame { get; set; }

    /// <summary>Temperature of velocities that are drawn [temperature]; without it, that of the bath.</summary>
    [Parameter(HelpMessage = "Temperature of velocities that are drawn [temperature], such as '300 K'.")]
    public Quantity? Temperature { get; set; }

    /// <summary>Greatest number of frames of a run.</summary>
    [Parameter(HelpMessage = "Greatest number of frames of a run.")]
    [ValidateRange(1, int.MaxValue)]
    public int? MaximumFrame { get; set; }

    /// <summary>What becomes of a trial that reaches the greatest number of frames: it failed, it is too long, or it is made again.</summary>
    [Parameter(HelpMessage = "What becomes of a trial that reaches the greatest number of frames: Fail, Stop or Retry.")]
    public FrameLimitAction OnMaximumFrame { get; set; } = FrameLimitAction.Stop;

    /// <summary>Number of warnings of gmx grompp that are let pass.</summary>
    [Parameter(HelpMessage = "Number of warnings of gmx grompp that are let pass.")]
    [ValidateRange(0, 100)]
    public int MaximumWarning { get; set; }

    /// <summary>Time without a new frame after which a run counts as failed [s].</summary>
    [Parameter(HelpMessage = "Time without a new frame after which a run counts as failed [s].")]
    [ValidateRange(1.0, 1e6)]
    public double StallTime { get; set; } = 600;

    protected override object? ErrorTarget => Structure;

    protected override void Process() => WriteObject(new GromacsEngine(
        new GromacsOptions
        {
            Topology = FileSystemPath.ForOutput(this, Topology),
            Structure = FileSystemPath.ForOutput(this, Structure),
            Parameters = FileSystemPath.ForOutput(this, Parameter),
            Index = Index is null ? null : FileSystemPath.ForOutput(this, Index),
            Executable = [.. Executable],
            RunArguments = [.. RunArgument],
            WorkPath = WorkPath is null ? null : FileSystemPath.ForOutput(this, WorkPath),
            Threads = ThreadCount,
            StepsPerFrame = StepsPerFrame,
            Temperature = Temperature?.In(UnitSystem.Gromacs, Dimension.Temperature),
            MaximumFrames = MaximumFrame,
            OnMaximumFrames = OnMaximumFrame,
            MaximumWarnings = MaximumWarning,
            StallTime = TimeSpan.FromSeconds(StallTime),
        },
        Cancellation));
}
