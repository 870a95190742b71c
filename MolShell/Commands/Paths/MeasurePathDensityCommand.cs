using System.Management.Automation;
using MolShell.Compute.Paths.Analysis;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Paths;
using MolShell.Compute.Variables;
using MolShell.Infrastructure;

namespace MolShell.Commands.Paths;

/// <summary>Measures where sampled paths go: the fraction of paths that pass each bin of one or two variables.</summary>
/// <remarks>
/// <para>
/// A path counts once in a bin however long it stays there, and as many times as steps it was active. Paths of all ensembles count, or those
/// of -Ensemble only. The result can be drawn: a histogram for
/// one variable, a map for two.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.2
/// $x = New-CollectiveVariable -Coordinate 0 -Name x
/// $network = New-PathNetwork -Initial (New-StateVolume $x -Maximum -0.7) -Final (New-StateVolume $x -Minimum 0.7)
/// $network | New-MoveScheme | Start-PathSampling -System $s -Step 100 -Seed 1 | Measure-PathDensity -Variable $x | Show-Plot -Height 15
/// </code>
/// <para>The fraction of paths over x.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential TwoWells
/// $x = New-CollectiveVariable -Coordinate 0 -Name x
/// $y = New-CollectiveVariable -Coordinate 1 -Name y
/// $network = New-PathNetwork -Initial (New-StateVolume $x -Maximum -0.5) -Final (New-StateVolume $x -Minimum 0.5)
/// $network | New-MoveScheme | Start-PathSampling -System $s -StepsPerFrame 5 -Step 100 -Seed 1 |
///     Measure-PathDensity -Variable $x,$y -BinWidth 0.05 | Export-Plot density.svg
/// </code>
/// <para>A map of the paths over a plane, as a drawing.</para>
/// </example>
/// <seealso href="Measure-PathStatistic"/>
/// <seealso href="Export-Plot"/>
[Cmdlet(VerbsDiagnostic.Measure, "PathDensity")]
[OutputType(typeof(PathDensity))]
public sealed class MeasurePathDensityCommand : MolShellCommand
{
    private PathDensityAccumulator? accumulator;

    /// <summary>One or two variables.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "One or two variables.")]
    [ValidateCount(1, 2)]
    public CollectiveVariable[] Variable { get; set; } = [];

    /// <summary>Steps of path sampling.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "Steps of path sampling.")]
    public PathStep InputObject { get; set; } = null!;

    /// <summary>Width of the bins of each variable, in its unit; one number stands for both. Without it, about 50 bins.</summary>
    [Parameter(HelpMessage = "Width of the bins of each variable, in its unit.")]
    [ValidateCount(1, 2)]
    public double[]? BinWidth { get; set; }

    /// <summary>Names of the ensembles whose paths count. Without it, all.</summary>
    [Parameter(HelpMessage = "Names of the ensembles whose paths count; all without it.")]
    [ValidateNotNullOrEmpty]
    public string[]? Ensemble { get; set; }

    protected override object? ErrorTarget => InputObject;

    protected override void Begin() => accumulator = new PathDensityAccumulator(
        Variable.Select((variable, k) => new DensityAxis(variable, BinWidth?[Math.Min(k, BinWidth.Length - 1)])), Ensemble);

    protected override void Process()
    {
        try
        {
            accumulator!.Add(InputObject);
        }
        catch (PathStoreException exception)
        {
            // What lacks the frames of one path lacks those of many: told once.
            ThrowTerminatingError(Errors.RunFile(exception, InputObject));
        }
    }

    protected override void End()
    {
        if (accumulator!.Steps == 0)
        {
            WriteWarning("No steps of path sampling arrived: there is nothing to measure.");
        }
        else
        {
            WriteObject(accumulator.ToDensity());
        }
    }
}
