using System.Management.Automation;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Storage;
using MolShell.Infrastructure;

namespace MolShell.Commands.Paths;

/// <summary>Reads the steps of path sampling from run files.</summary>
/// <remarks>
/// <para>
/// A run file can be read at any time, also while a run is writing it. Frames of paths are loaded when something asks for them, so reading
/// steps is quick however long the paths are.
/// </para>
/// <para>
/// Measurements of several run files give a result for each run, as far as they know runs apart. With -Merge, runs of the same network, system and
/// dynamics, such as with different seeds, are read as one run, and give one result. -Skip leaves the beginning of each of them out.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.2
/// $x = New-CollectiveVariable -Coordinate 0 -Name x
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// $scheme = New-PathNetwork -Initial $A -Final $B | New-MoveScheme
/// $scheme | Start-PathSampling -System $s -Step 50 -Path run.molpath -Seed 1 | Out-Null
/// Import-PathSampling run.molpath | Measure-PathDensity -Variable $x | Export-Plot density.svg
/// </code>
/// <para>Draws where the sampled paths of a run file are.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.2
/// $x = New-CollectiveVariable -Coordinate 0
/// $network = New-PathNetwork -Initial (New-StateVolume $x -Maximum -0.7) -Final (New-StateVolume $x -Minimum 0.7)
/// $network | New-MoveScheme | Start-PathSampling -System $s -Step 50 -Path run.molpath -Seed 1 | Out-Null
/// Import-PathSampling *.molpath -Skip 10 -Stride 5 | Measure-PathStatistic
/// </code>
/// <para>Every fifth step of all run files in the folder, without the first ten steps of each.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.2
/// $x = New-CollectiveVariable -Coordinate 0
/// $network = New-PathNetwork -Initial (New-StateVolume $x -Maximum -0.7) -Final (New-StateVolume $x -Minimum 0.7)
/// foreach ($seed in 1, 2) {
///     $network | New-MoveScheme | Start-PathSampling -System $s -Step 50 -Path "seed$seed.molpath" -Seed $seed | Out-Null
/// }
/// Import-PathSampling seed1.molpath, seed2.molpath -Skip 10 -Merge | Measure-PathStatistic
/// </code>
/// <para>Two runs with different seeds as one.</para>
/// </example>
/// <seealso href="Start-PathSampling"/>
/// <seealso href="Export-PathSampling"/>
/// <seealso href="Measure-PathStatistic"/>
[Cmdlet(VerbsData.Import, "PathSampling", DefaultParameterSetName = PathSet)]
[OutputType(typeof(PathStep))]
public sealed class ImportPathSamplingCommand : MolShellCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private MergedRuns? merged;

    /// <summary>The run files; wildcards are allowed.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ValueFromPipeline = true,
        ParameterSetName = PathSet,
        HelpMessage = "The run files; wildcards are allowed.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The run files, by their exact names.</summary>
    [Parameter(
        Mandatory = true,
        ValueFromPipelineByPropertyName = true,
        ParameterSetName = LiteralPathSet,
        HelpMessage = "The run files, by their exact names.")]
    [Alias("PSPath", "LP", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Number of steps to leave out at the beginning.</summary>
    [Parameter(HelpMessage = "Number of steps to leave out at the beginning.")]
    [ValidateRange(0L, long.MaxValue)]
    public long Skip { get; set; }

    /// <summary>Number of steps to read from the beginning, after those left out. Without it, all.</summary>
    [Parameter(HelpMessage = "Number of steps to read from the beginning.")]
    [ValidateRange(1L, long.MaxValue)]
    public long? First { get; set; }

    /// <summary>Number of steps to read up to the end. Without it, all.</summary>
    [Parameter(HelpMessage = "Number of steps to read up to the end.")]
    [ValidateRange(1L, long.MaxValue)]
    public long? Last { get; set; }

    /// <summary>Reads every so many steps only.</summary>
    [Parameter(HelpMessage = "Read every so many steps only.")]
    [ValidateRange(1L, long.MaxValue)]
    public long Stride { get; set; } = 1;

    /// <summary>Reads all files as one run, its steps numbered on. They must be of the same network, system and dynamics.</summary>
    [Parameter(HelpMessage = "Read all files as one run; they must be of the same network, system and dynamics.")]
    public SwitchParameter Merge { get; set; }

    protected override void Begin() => merged = Merge ? new MergedRuns() : null;

    protected override void Process()
    {
        bool literal = ParameterSetName == LiteralPathSet;
        foreach (string file in FileSystemPath.ForInput(this, literal ? LiteralPath : Path, literal))
        {
            if (!File.Exists(file))
            {
                WriteError(Errors.FileNotFound(new FileNotFoundException($"There is no run file '{file}'."), file));
                continue;
            }

            try
            {
                Read(file);
            }
            catch (PathStoreException exception)
            {
                // One file that cannot be read does not keep the others from being read.
                WriteError(Errors.RunFile(exception, file));
            }
        }
    }

    private void Read(string file)
    {
        using PathStore store = PathStore.OpenToRead(file);
        long begin = Skip;
        long end = First is { } first ? Math.Min(store.Count, Skip + first) : store.Count;
        if (Last is { } last)
        {
            begin = Math.Max(begin, end - last);
        }

        if (begin >= end)
        {
            return;
        }

        long place = begin;
        long number = store.StepAt(begin);
        foreach (PathStep step in merged?.ReadSteps(store, number) ?? store.ReadSteps(number))
        {
            Cancellation.ThrowIfCancellationRequested();
            if ((place - begin) % Stride == 0)
            {
                WriteObject(step);
            }

            if (++place >= end)
            {
                break;
            }
        }
    }
}
