using System.Globalization;
using System.Management.Automation;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Storage;
using MolShell.Infrastructure;

namespace MolShell.Commands.Paths;

/// <summary>Writes steps of a run file to another one: a part of a run, or all of it with fewer frames.</summary>
/// <remarks>
/// <para>
/// Which steps are written is chosen by Import-PathSampling, or by any command between. They keep their numbers. What was measured of each path is
/// always written, so rates, path lengths, acceptance, path trees and replica flow can be had of the new file; measurements that need frames, such
/// as Measure-PathDensity, take the steps that have them: Where-Object HasFrames. Frames that paths share are written once.
/// </para>
/// <para>
/// The last paths always keep their frames: a run can go on from the new file with Start-PathSampling -Resume, from the last step in it. The file is
/// written beside its place and then moved there, so -Force may also replace the file that the steps come from.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.2
/// $x = New-CollectiveVariable -Coordinate 0
/// $network = New-PathNetwork -Initial (New-StateVolume $x -Maximum -0.7) -Final (New-StateVolume $x -Minimum 0.7)
/// $network | New-MoveScheme | Start-PathSampling -System $s -Step 200 -Path run.molpath -Seed 1 | Out-Null
/// Import-PathSampling run.molpath -Skip 100 -Stride 10 | Export-PathSampling part.molpath
/// Import-PathSampling part.molpath | Measure-PathDensity -Variable $x
/// </code>
/// <para>Every tenth step of the second half in a file of its own.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.2
/// $x = New-CollectiveVariable -Coordinate 0
/// $network = New-PathNetwork -Initial (New-StateVolume $x -Maximum -0.7) -Final (New-StateVolume $x -Minimum 0.7)
/// $network | New-MoveScheme | Start-PathSampling -System $s -Step 200 -Path run.molpath -KeepRejected -Seed 1 | Out-Null
/// Import-PathSampling run.molpath | Export-PathSampling run.molpath -DropRejected -FrameStride 20 -Force -Verbose
/// Import-PathSampling run.molpath | Measure-PathStatistic
/// </code>
/// <para>Prunes a run file: leaves the frames of rejected trials and of most accepted paths out. All steps stay.</para>
/// </example>
/// <seealso href="Import-PathSampling"/>
/// <seealso href="Start-PathSampling"/>
[Cmdlet(VerbsData.Export, "PathSampling", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportPathSamplingCommand : MolShellCommand
{
    private readonly List<long> steps = [];
    private string file = string.Empty;
    private string? source;

    /// <summary>Steps of one run, read by Import-PathSampling, in their order.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "Steps of one run, from Import-PathSampling.")]
    [ValidateNotNull]
    public PathStep InputObject { get; set; } = null!;

    /// <summary>The run file to write, by custom with the extension .molpath. Wildcards have no meaning here.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The run file to write, by custom .molpath.")]
    [Alias("LiteralPath", "FilePath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>
    /// Keeps the frames of the paths of the first and then of every so many of the steps, and of the last. 0 keeps those of the last only.
    /// </summary>
    [Parameter(HelpMessage = "Keep the frames of the paths of every so many steps only; 0 keeps those of the last.")]
    [ValidateRange(0L, long.MaxValue)]
    public long FrameStride { get; set; } = 1;

    /// <summary>Leaves the frames of rejected trials out, which Start-PathSampling -KeepRejected has kept.</summary>
    [Parameter(HelpMessage = "Leave the frames of rejected trials out.")]
    public SwitchParameter DropRejected { get; set; }

    /// <summary>Writes the steps behind those of a file of the same run. Begins a file where there is none.</summary>
    [Parameter(HelpMessage = "Write the steps behind those of a file of the same run.")]
    public SwitchParameter Append { get; set; }

    /// <summary>Replaces an existing file.</summary>
    [Parameter(HelpMessage = "Replace an existing file.")]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives the file as an object.</summary>
    [Parameter(HelpMessage = "Give the file as an object.")]
    public SwitchParameter PassThru { get; set; }

    protected override object? ErrorTarget => Path;

    protected override void Begin()
    {
        if (Append && Force)
        {
            throw new ArgumentException("-Append goes on with a file and -Force replaces it: only one of them can be used.");
        }

        file = FileSystemPath.ForOutput(this, Path);
        OutputFile.RequirePlace(file);
        if (File.Exists(file) && !Force && !Append)
        {
            ThrowTerminatingError(Errors.FileExists(file, "Use -Force to replace it, or -Append to write steps of the same run behind its own."));
        }
    }

    protected override void Process()
    {
        string? from = InputObject.Run.RunFile;
        if (from is null)
        {
            ThrowTerminatingError(Errors.InvalidValue(
                new ArgumentException(
                    "The steps are of no single run file: give Start-PathSampling -Path, and read its file with Import-PathSampling without -Merge."),
                InputObject));
        }

        if (source is not null && source != from)
        {
            ThrowTerminatingError(Errors.InvalidValue(
                new ArgumentException($"Steps of '{from}' follow those of '{source}', but a file holds one run: write each to a file of its own."),
                InputObject));
        }

        source = from;
        steps.Add(InputObject.Step);
    }

    protected override void End()
    {
        if (source is null)
        {
            WriteError(Errors.NoInput("steps of a run file, from Import-PathSampling"));
            return;
        }

        if (!ShouldProcess(file, string.Create(CultureInfo.InvariantCulture, $"Write {steps.Count} steps of '{source}'")))
        {
            return;
        }

        PathRunExportOptions options = new()
        {
            Overwrite = Force,
            Append = Append,
            DropRejectedTrials = DropRejected,
            FrameStride = FrameStride,
        };
        PathRunExport done = PathRunExport.Write(source, steps, file, options, Cancellation);
        WriteVerbose(string.Create(
            CultureInfo.InvariantCulture,
            $"{done.Steps} steps with {done.Paths} paths, {done.PathsWithFrames} of them with frames: {done.Bytes / 1024} KiB in '{file}', "
            + $"from {done.SourceBytes / 1024} KiB in '{source}'."));
        if (PassThru)
        {
            WriteObject(new FileInfo(file));
        }
    }
}
