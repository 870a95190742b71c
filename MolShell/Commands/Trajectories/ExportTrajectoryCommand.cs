using System.Management.Automation;
using MolShell.Compute.IO;
using MolShell.Compute.Paths;
using MolShell.Compute.Systems;
using MolShell.Infrastructure;

namespace MolShell.Commands.Trajectories;

/// <summary>Writes frames to a trajectory file.</summary>
/// <remarks>
/// <para>
/// The extension says the format (.extxyz, .xyz, .lammpstrj, .dump, .gro, .poscar, ...), or a name such as POSCAR or XDATCAR, unless -Format does; a further .gz compresses the file. Frames are
/// written as they come and not kept in memory.
/// </para>
/// <para>
/// An existing file is replaced, unless -NoClobber forbids it; the new one stands beside it until the last frame is written, so that a run that
/// fails half way leaves what was there. With -Append frames go to the end of the file at once, each complete: what was written stays
/// whatever happens next.
/// </para>
/// <para>
/// Formats with units of their own get them (Angstrom and eV in extended XYZ); frames in reduced units are written with their plain numbers.
/// </para>
/// </remarks>
/// <example>
/// <code>New-DoubleWellSystem -DimerCount 1 | Start-MolecularDynamics -Step 100 -ReportInterval 10 -Seed 1 | Export-Trajectory run.lammpstrj.gz -PassThru</code>
/// <para>Ten frames as a compressed LAMMPS dump, and the file as an object.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-DoubleWellSystem -DimerCount 1
/// $s | Start-MolecularDynamics -Step 50 -ReportInterval 10 -Seed 1 | Export-Trajectory run.extxyz
/// $s | Start-MolecularDynamics -Step 50 -ReportInterval 10 -Seed 2 | Export-Trajectory run.extxyz -Append
/// </code>
/// <para>Two runs in one file.</para>
/// </example>
/// <seealso href="Import-Trajectory"/>
/// <seealso href="Export-TrajectoryView"/>
[Cmdlet(VerbsData.Export, "Trajectory", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportTrajectoryCommand : MolShellCommand
{
    private string file = string.Empty;
    private bool approved;
    private bool any;
    private ITrajectoryFormat format = null!;
    private OutputStream? output;
    private ITrajectoryWriter? writer;

    /// <summary>The file to write. Wildcards have no meaning here.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The file to write; its extension says the format.")]
    [Alias("LiteralPath", "FilePath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Frames, systems (their start), or paths and steps of path sampling (their frames).</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "Frames, paths or systems.")]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>Format of the file. Without it, the one of its extension.</summary>
    [Parameter(HelpMessage = "Format of the file; without it, the one of its extension.")]
    [ArgumentCompleter(typeof(TrajectoryFormatCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Format { get; set; }

    /// <summary>Names of the columns to write, in formats that hold them. Without it, all.</summary>
    [Parameter(HelpMessage = "Names of the columns to write; without it, all.")]
    [ValidateNotNullOrEmpty]
    public string[] Column { get; set; } = [];

    /// <summary>Digits after the point of lengths, in formats with a fixed number of them (GRO). Without it, 3.</summary>
    [Parameter(HelpMessage = "Digits after the point of lengths in GRO files.")]
    [ValidateRange(1, 12)]
    public int? Digits { get; set; }

    /// <summary>Adds to the end of the file.</summary>
    [Parameter(HelpMessage = "Add to the end of the file.")]
    public SwitchParameter Append { get; set; }

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
        format = FormatOf();
        if (NoClobber && !Append && File.Exists(file))
        {
            ThrowTerminatingError(Errors.FileExists(file, "Leave -NoClobber out to replace it, or use -Append."));
        }

        OutputFile.RequirePlace(file);
        approved = ShouldProcess(file, Append ? "Append to trajectory" : "Write trajectory");
    }

    protected override void Process()
    {
        any = true;
        switch (InputObject.BaseObject)
        {
            case Frame frame:
                Write(frame);
                break;
            case PathStep step:
                Write(step.Trajectory);
                break;
            case IEnumerable<Frame> path:
                Write(path);
                break;
            case MolecularSystem system:
                Write(system.Start);
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

        writer?.Dispose();
        writer = null;
        output?.Commit();
        if (approved && PassThru)
        {
            WriteObject(new FileInfo(file));
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            output?.Dispose();
        }

        base.Dispose(disposing);
    }

    private ITrajectoryFormat FormatOf()
    {
        if (Format is not null)
        {
            return TrajectoryFormats.Parse(Format);
        }

        if (Append && new FileInfo(file) is { Exists: true, Length: > 0 })
        {
            return TrajectoryFormats.Recognize(file);
        }

        if (TrajectoryFormats.FromName(file) is { } known)
        {
            return known;
        }

        ThrowTerminatingError(Errors.UnknownFileFormat(Path, string.Join(", ", TrajectoryFormats.All.SelectMany(one => one.Extensions).Distinct())));
        return null!;
    }

    private void Write(IEnumerable<Frame> path)
    {
        foreach (Frame frame in path)
        {
            Cancellation.ThrowIfCancellationRequested();
            Write(frame);
        }
    }

    private void Write(Frame frame)
    {
        if (!approved)
        {
            return;
        }

        if (writer is null)
        {
            bool isAppending = Append && new FileInfo(file) is { Exists: true, Length: > 0 };
            output = new OutputStream(file, Append, Force);
            writer = format.Create(output.Stream, new TrajectoryWriteOptions { Columns = Column, Digits = Digits, IsAppending = isAppending })
                ?? throw new NotSupportedException($"Files of the format {format.Name} are only read.");
        }

        writer.Write(frame);
        output!.Stream.Flush();
    }
}
