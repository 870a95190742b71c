using System.Management.Automation;
using MolShell.Compute.Engines;
using MolShell.Compute.Engines.Lammps;
using MolShell.Compute.Systems;
using MolShell.Infrastructure;

namespace MolShell.Commands.Engines;

/// <summary>Makes LAMMPS an engine: path sampling, committors and dynamics then run by lmp.</summary>
/// <remarks>
/// <para>
/// The input script builds the system, its forces and its fixes, and runs nothing: units real, metal or lj; fix nve, alone or with fix
/// langevin or temp/csvr, whose seed is written ${seed}, so that each shot has noise of its own. Other integrators, constraints and barostats
/// have a state that frames do not hold, and are refused with file and line.
/// </para>
/// <para>
/// The program is started once and gets its commands as they come, so that a shot costs milliseconds. It runs in the folder of the script. Input
/// files are read once; a run is refused when one of them was changed since. Nothing keeps running when the shell ends, in whatever way. See
/// about_MolShell_Engines.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $engine = New-LammpsEngine -InputScript argon.lmp -Data argon.data -StepsPerFrame 10
/// Start-MolecularDynamics -Engine $engine -Step 100 -Seed 1 | Measure-Object
/// </code>
/// <para>Ten frames of liquid argon, made by LAMMPS.</para>
/// </example>
/// <example>
/// <code>
/// $engine = New-LammpsEngine argon.lmp argon.data -Temperature '120 K'
/// $r = New-CollectiveVariable -Distance 0,1
/// $near = New-StateVolume $r -Maximum 4.5 -Name Near
/// $far = New-StateVolume $r -Minimum 5 -Name Far
/// $near,$far | New-PathNetwork | New-MoveScheme -Shooting TwoWay -VelocityModifier Random |
///     Start-PathSampling -Engine $engine -Step 20 -MaximumLength 500 -Seed 1 | Measure-PathStatistic
/// </code>
/// <para>Path sampling of two atoms of argon that leave each other.</para>
/// </example>
/// <seealso href="Start-PathSampling"/>
/// <seealso href="Start-MolecularDynamics"/>
/// <seealso href="New-GromacsEngine"/>
[Cmdlet(VerbsCommon.New, "LammpsEngine")]
[OutputType(typeof(LammpsEngine))]
public sealed class NewLammpsEngineCommand : MolShellCommand
{
    /// <summary>The input script, which builds the system and runs nothing.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The input script, which builds the system and runs nothing.")]
    [ValidateNotNullOrEmpty]
    public string InputScript { get; set; } = string.Empty;

    /// <summary>Further input files; the script finds the first as ${data}.</summary>
    [Parameter(Position = 1, HelpMessage = "Further input files; the script finds the first as ${data}.")]
    [ValidateNotNullOrEmpty]
    public string[] Data { get; set; } = [];

    /// <summary>The program, by name or path; further words are arguments before all others, as in mpirun,-np,4,lmp.</summary>
    [Parameter(HelpMessage = "The program lmp, by name or path, and arguments before all others.")]
    [ValidateNotNullOrEmpty]
    public string[] Executable { get; set; } = ["lmp"];

    /// <summary>Further arguments of the program.</summary>
    [Parameter(HelpMessage = "Further arguments of the program.")]
    [ValidateNotNullOrEmpty]
    public string[] RunArgument { get; set; } = [];

    /// <summary>Folder for the files of running shots; without it, that of temporary files.</summary>
    [Parameter(HelpMessage = "Folder for the files of running shots.")]
    [ValidateNotNullOrEmpty]
    public string? WorkPath { get; set; }

    /// <summary>Integration steps from one frame to the next.</summary>
    [Parameter(HelpMessage = "Integration steps from one frame to the next.")]
    [ValidateRange(1, int.MaxValue)]
    public int StepsPerFrame { get; set; } = 10;

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

    /// <summary>Time without a new frame after which a run counts as failed [s].</summary>
    [Parameter(HelpMessage = "Time without a new frame after which a run counts as failed [s].")]
    [ValidateRange(1.0, 1e6)]
    public double StallTime { get; set; } = 600;

    protected override object? ErrorTarget => InputScript;

    protected override void Process()
    {
        LammpsOptions options = new()
        {
            InputScript = FileSystemPath.ForOutput(this, InputScript),
            Data = [.. Data.Select(file => FileSystemPath.ForOutput(this, file))],
            Executable = [.. Executable],
            RunArguments = [.. RunArgument],
            WorkPath = WorkPath is null ? null : FileSystemPath.ForOutput(this, WorkPath),
            StepsPerFrame = StepsPerFrame,
            MaximumFrames = MaximumFrame,
            OnMaximumFrames = OnMaximumFrame,
            StallTime = TimeSpan.FromSeconds(StallTime),
        };

        // The units of a temperature are those of the script.
        UnitSystem units = LammpsEngine.UnitsOf(options);
        WriteObject(new LammpsEngine(options with { Temperature = Temperature?.In(units, Dimension.Temperature) }, Cancellation));
    }
}
