using System.Management.Automation;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;
using MolShell.Compute.Paths;
using MolShell.Compute.Plots;
using MolShell.Compute.Systems;
using MolShell.Infrastructure;

namespace MolShell.Commands.Plots;

/// <summary>Writes frames as a page to look at in a browser: particles in space to turn and play, or the path on a toy potential.</summary>
/// <remarks>
/// <para>
/// The page carries all it needs in one .html file. Particles are spheres, bonds are those of the system. Frames are written as they come and
/// not kept in memory. For systems on a line or a plane the page shows the path, with -System over the potential energy.
/// </para>
/// <para>An existing file is replaced, unless -NoClobber forbids it. The file is written whole or not at all.</para>
/// </remarks>
/// <example>
/// <code>New-DoubleWellSystem -ParticleCount 64 | Start-MolecularDynamics -Step 100 -ReportInterval 10 -Seed 1 | Export-TrajectoryView dimer.html</code>
/// <para>Ten frames of a dimer in a fluid.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential TwoWells
/// $s | Start-MolecularDynamics -Step 500 -ReportInterval 5 -Seed 1 | Export-TrajectoryView wells.html -System $s -PassThru
/// </code>
/// <para>The path of a particle over its potential, and the file as an object.</para>
/// </example>
/// <seealso href="Start-MolecularDynamics"/>
/// <seealso href="Export-Plot"/>
[Cmdlet(VerbsData.Export, "TrajectoryView", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportTrajectoryViewCommand : MolShellCommand
{
    private const string Formats = ".html";

    private string file = string.Empty;
    private bool approved;
    private bool any;
    private FrameStream? stream;
    private ForceField? forceField;

    /// <summary>The file to write, with the extension .html. Wildcards have no meaning here.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The file to write, .html.")]
    [Alias("LiteralPath", "FilePath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Frames, systems (their start), or paths and steps of path sampling (their frames).</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "Frames, paths or systems.")]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The system of the frames, whose potential is drawn below a path on a line or a plane.</summary>
    [Parameter(HelpMessage = "The system whose potential is drawn below a path on a line or a plane.")]
    public MolecularSystem? System { get; set; }

    /// <summary>Title of the page.</summary>
    [Parameter(HelpMessage = "Title of the page.")]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = "Trajectory";

    /// <summary>What the colour of a particle shows.</summary>
    [Parameter(HelpMessage = "What the colour of a particle shows: Type, Speed or Force.")]
    public ParticleColoring ColorBy { get; set; } = ParticleColoring.Type;

    /// <summary>Draws positions as they are in place of wrapping molecules into the box.</summary>
    [Parameter(HelpMessage = "Draw positions as they are, not wrapped into the box.")]
    public SwitchParameter Unwrapped { get; set; }

    /// <summary>Replaces a read-only file too.</summary>
    [Parameter(HelpMessage = "Replace a read-only file too.")]
    public SwitchParameter Force { get; set; }

    /// <summary>Does not replace an existing file.</summary>
    [Parameter(HelpMessage = "Do not replace an existing file.")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Gives the file as an object.</summary>
    [Parameter(HelpMessage = "Give the file as an object.")]
    public SwitchParameter PassThru { get; set; }

    protected override object? ErrorTarget => InputObject;

    protected override void Begin()
    {
        file = FileSystemPath.ForOutput(this, Path);
        if (!global::System.IO.Path.GetExtension(file).Equals(Formats, StringComparison.OrdinalIgnoreCase))
        {
            ThrowTerminatingError(Errors.UnknownFileFormat(Path, Formats));
        }

        if (NoClobber && File.Exists(file))
        {
            ThrowTerminatingError(Errors.FileExists(file, "Leave -NoClobber out to replace it."));
        }

        OutputFile.RequirePlace(file);
        approved = ShouldProcess(file, "Write page");
    }

    protected override void Process()
    {
        any = true;
        switch (InputObject.BaseObject)
        {
            case Frame frame:
                Add(frame);
                break;
            case PathStep step:
                Add(step.Trajectory);
                break;
            case IEnumerable<Frame> path:
                Add(path);
                break;
            case MolecularSystem system:
                Add(system.Start);
                break;
            case var other:
                WriteError(Errors.UnexpectedInput(other, "a frame, a path, a step of path sampling or a system"));
                break;
        }
    }

    protected override void End()
    {
        if (!any)
        {
            WriteError(Errors.NoInput("frames"));
            return;
        }

        stream?.Complete();
        if (approved && PassThru)
        {
            WriteObject(new FileInfo(file));
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream?.Dispose();
            forceField?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Add(IEnumerable<Frame> path)
    {
        foreach (Frame frame in path)
        {
            Add(frame);
        }
    }

    private void Add(Frame frame)
    {
        if (!approved)
        {
            return;
        }

        stream ??= new FrameStream(
            (frames, cancellation) => OutputFile.Write(
                file, Force, writer => TrajectoryPage.Write(frames, writer, Options(frame.Units), cancellation)),
            Cancellation);
        stream.Add(frame);
    }

    private TrajectoryPageOptions Options(UnitSystem units) => new()
    {
        Title = Title,
        Wrap = !Unwrapped,
        ColorBy = ColorBy switch
        {
            ParticleColoring.Speed => ParticleProperty.Speed(units),
            ParticleColoring.Force => ParticleProperty.Force(units),
            _ => null,
        },
        Potential = System is null ? null : Potential(System),
    };

    /// <summary>The energy of the one particle of a toy at a place; infinite where it has none.</summary>
    private Func<Vec3, double> Potential(MolecularSystem system)
    {
        forceField = new ForceField(system);
        Vec3[] position = new Vec3[system.ParticleCount];
        Vec3[] force = new Vec3[system.ParticleCount];
        return r =>
        {
            position[0] = r;
            return forceField.EvaluateUnchecked(position, system.Box, force);
        };
    }
}
