using System.Management.Automation;
using MolShell.Compute.IO;
using MolShell.Compute.Systems;
using MolShell.Infrastructure;

namespace MolShell.Commands.Trajectories;

/// <summary>Reads the frames of trajectory files.</summary>
/// <remarks>
/// <para>
/// Frames are given one by one as they are read; no more than a few are in memory, however long the file is. The format is found by the
/// content of the file, then by its name; files compressed with gzip are read as they are. A damaged file gives an error that names the line or byte
/// and what was expected there, after the frames before it.
/// </para>
/// <para>
/// Frames come in the units of the format: Angstrom, ps and eV (Metal) for XYZ and VASP, nm, ps and kJ/mol for GROMACS, those that the file names, or
/// else reduced ones, for LAMMPS.
/// -UnitSystem converts them, or says which units a LAMMPS file has that does not name them. Values that a format has beyond places, velocities and
/// forces are in Columns (of particles) and Attributes (of the frame), as they are in the file.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// New-DoubleWellSystem -DimerCount 1 | Start-MolecularDynamics -Step 100 -ReportInterval 10 -Seed 1 | Export-Trajectory dimer.extxyz
/// Import-Trajectory dimer.extxyz -UnitSystem Reduced -Stride 2
/// </code>
/// <para>Every second frame of a file.</para>
/// </example>
/// <example>
/// <code>
/// New-CrystalSystem -Structure Fcc -Repeat 3,3,3 -LatticeConstant 1.6 | Export-Trajectory fcc.dump.gz
/// Import-Trajectory *.dump.gz -Last 1 | Export-TrajectoryView last.html
/// </code>
/// <para>The last frame of each compressed dump as a page.</para>
/// </example>
/// <seealso href="Export-Trajectory"/>
/// <seealso href="Export-TrajectoryView"/>
[Cmdlet(VerbsData.Import, "Trajectory", DefaultParameterSetName = PathSet)]
[OutputType(typeof(Frame))]
public sealed class ImportTrajectoryCommand : MolShellCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    // How often a file that is still being written is looked at.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private ITrajectoryFormat? format;
    private TrajectoryReadOptions options = new();

    /// <summary>The files; wildcards are allowed.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ValueFromPipeline = true,
        ParameterSetName = PathSet,
        HelpMessage = "The files; wildcards are allowed.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The files, by their exact names.</summary>
    [Parameter(
        Mandatory = true,
        ValueFromPipelineByPropertyName = true,
        ParameterSetName = LiteralPathSet,
        HelpMessage = "The files, by their exact names.")]
    [Alias("PSPath", "LP", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Format of the files. Without it, the one that fits their content.</summary>
    [Parameter(HelpMessage = "Format of the files; without it, the one that fits their content.")]
    [ArgumentCompleter(typeof(TrajectoryFormatCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Format { get; set; }

    /// <summary>What the particles are, for files with places only: a file with one frame, a frame, a system or a topology.</summary>
    [Parameter(HelpMessage = "What the particles are: a file, a frame, a system or a topology.")]
    [ValidateNotNull]
    public PSObject? Topology { get; set; }

    /// <summary>Units of the frames. Without it, those of the format.</summary>
    [Parameter(HelpMessage = "Units of the frames: Reduced, Gromacs, Real, Metal or Atomic.")]
    [ArgumentCompleter(typeof(UnitSystemCompleter))]
    [ValidateNotNull]
    public UnitSystem? UnitSystem { get; set; }

    /// <summary>Names of the types 1, 2, ... in formats that number them (LAMMPS).</summary>
    [Parameter(HelpMessage = "Names of the types 1, 2, ... in formats that number them.")]
    [ValidateNotNullOrEmpty]
    public string[] TypeName { get; set; } = [];

    /// <summary>Number of frames to leave out at the beginning of each file.</summary>
    [Parameter(HelpMessage = "Number of frames to leave out at the beginning.")]
    [ValidateRange(0L, long.MaxValue)]
    public long Skip { get; set; }

    /// <summary>Number of frames to look at from the beginning, after those left out. Without it, all.</summary>
    [Parameter(HelpMessage = "Number of frames to look at from the beginning.")]
    [ValidateRange(1L, long.MaxValue)]
    public long? First { get; set; }

    /// <summary>Number of frames to look at up to the end. Without it, all.</summary>
    [Parameter(HelpMessage = "Number of frames to look at up to the end.")]
    [ValidateRange(1L, long.MaxValue)]
    public long? Last { get; set; }

    /// <summary>Gives every so many of these frames only.</summary>
    [Parameter(HelpMessage = "Give every so many frames only.")]
    [ValidateRange(1L, long.MaxValue)]
    public long Stride { get; set; } = 1;

    /// <summary>Waits for more frames at the end of a file that another program is writing, until Ctrl-C or until -First frames came.</summary>
    [Parameter(HelpMessage = "Wait for more frames of a file that is being written.")]
    public SwitchParameter Wait { get; set; }

    protected override void Begin()
    {
        if (Wait && Last is not null)
        {
            throw new ArgumentException("-Wait cannot be used together with -Last: a file that is being written has no last frame yet.");
        }

        format = Format is null ? null : TrajectoryFormats.Parse(Format);
        options = new TrajectoryReadOptions
        {
            Topology = Topology is null ? null : TopologyOf(Topology.BaseObject),
            Units = UnitSystem,
            TypeNames = [.. TypeName],
            IsGrowing = Wait,
        };
    }

    protected override void Process()
    {
        bool literal = ParameterSetName == LiteralPathSet;
        foreach (string file in FileSystemPath.ForInput(this, literal ? LiteralPath : Path, literal))
        {
            if (!File.Exists(file))
            {
                WriteError(Errors.FileNotFound(new FileNotFoundException($"There is no trajectory file '{file}'."), file));
                continue;
            }

            try
            {
                Read(file);
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                // One file that cannot be read does not keep the others from being read.
                WriteError(Errors.TryConvert(exception, file)!);
            }
        }
    }

    private void Read(string file)
    {
        FrameSelection selection = new() { Skip = Skip, First = First, Last = Last, Stride = Stride };
        long left = First is { } first ? ((first - 1) / Stride) + 1 : long.MaxValue;
        using ProgressReporter progress = new(this, $"Reading {System.IO.Path.GetFileName(file)}");
        using FrameReadAhead frames = new(Open(file), selection.Read(() => Open(file)));
        for (long count = 0; count < left;)
        {
            if (frames.Read(Cancellation) is { } frame)
            {
                WriteObject(frame);
                count++;
                progress.Report(First is null ? double.NaN : (double)count / left, () => $"Frame {count}, step {frame.Step}");
            }
            else if (!Wait || Cancellation.WaitHandle.WaitOne(Patience))
            {
                Cancellation.ThrowIfCancellationRequested();
                break;
            }
        }
    }

    private ITrajectoryReader Open(string file) => TrajectoryFormats.Open(file, format, options);

    private Topology TopologyOf(object given)
    {
        switch (given)
        {
            case Topology topology:
                return topology;
            case Frame frame:
                return frame.Topology;
            case MolecularSystem system:
                return system.Topology;
            case string path:
                using (ITrajectoryReader reader = TrajectoryFormats.Open(
                    FileSystemPath.ForOutput(this, path), null, new TrajectoryReadOptions { Units = UnitSystem, TypeNames = [.. TypeName] }))
                {
                    return reader.Read()?.Topology ?? throw new InvalidDataException($"'{path}' has no frame; expected one that tells the particles.");
                }

            case FileInfo file:
                return TopologyOf(file.FullName);
            default:
                throw new ArgumentException($"-Topology is a {given.GetType().Name}; expected a file, a frame, a system or a topology.");
        }
    }
}
