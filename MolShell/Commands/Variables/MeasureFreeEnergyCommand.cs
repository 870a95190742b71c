using System.Globalization;
using System.Management.Automation;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Commands.Variables;

/// <summary>Estimates the free energy along one or two collective variables from their values.</summary>
/// <remarks>
/// <para>
/// F = -kT ln p by a histogram, with the lowest bin at 0, where p is the probability density of the variables. Errors come from a jackknife
/// over blocks of the series that are long against its correlation time; a warning says so where the series is too short for them.
/// </para>
/// <para>
/// Values of one variable give a profile, values of two at the same frames a surface, and with -Separate each variable gives a profile of its
/// own. Without -Temperature free energies are in units of kT.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0 -Name x
/// New-ToySystem -Potential Harmonic | Start-MolecularDynamics -Step 20000 -ReportInterval 10 -Seed 1 |
///     Get-CollectiveVariable $x | Measure-FreeEnergy -BinCount 40 | Show-Plot
/// </code>
/// <para>The free energy along x, drawn in the terminal.</para>
/// </example>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0 -Name x
/// $y = New-CollectiveVariable -Coordinate 1 -Name y
/// New-ToySystem -Potential Harmonic -Dimension 2 | Start-MolecularDynamics -Step 20000 -ReportInterval 10 -Seed 1 |
///     Get-CollectiveVariable $x,$y | Measure-FreeEnergy -BinCount 15 -Temperature 1
/// </code>
/// <para>The free energy surface of two coordinates, in the units of the system.</para>
/// </example>
/// <seealso href="Get-CollectiveVariable"/>
/// <seealso href="Show-Plot"/>
[Cmdlet(VerbsDiagnostic.Measure, "FreeEnergy")]
[OutputType(typeof(FreeEnergyProfile), typeof(FreeEnergySurface))]
public sealed class MeasureFreeEnergyCommand : MolShellCommand
{
    private readonly List<(CollectiveVariable Variable, List<double> Values)> series = [];
    private UnitSystem? units;

    /// <summary>Values of one or two variables, in the order of time.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "Values of variables, from Get-CollectiveVariable.")]
    public VariableValue InputObject { get; set; } = null!;

    /// <summary>Number of bins along each variable.</summary>
    [Parameter(HelpMessage = "Number of bins along each variable.")]
    [ValidateRange(2, 10000)]
    public int BinCount { get; set; } = 50;

    /// <summary>Lower end of the bins of each variable, in its unit. Without it, the smallest value.</summary>
    [Parameter(HelpMessage = "Lower end of the bins of each variable, in its unit.")]
    [ValidateCount(1, 2)]
    public double[] Minimum { get; set; } = [];

    /// <summary>Upper end of the bins of each variable, in its unit. Without it, the greatest value.</summary>
    [Parameter(HelpMessage = "Upper end of the bins of each variable, in its unit.")]
    [ValidateCount(1, 2)]
    public double[] Maximum { get; set; } = [];

    /// <summary>Temperature T of the sampling [temperature], for energies in the system's units. Without it they are in kT.</summary>
    [Parameter(HelpMessage = "Temperature of the sampling [temperature]; energies are in kT without it.")]
    public Quantity? Temperature { get; set; }

    /// <summary>Number of blocks for the errors. Without it, chosen from the correlation time.</summary>
    [Parameter(HelpMessage = "Number of blocks for the errors.")]
    [ValidateRange(2, 100000)]
    public int? BlockCount { get; set; }

    /// <summary>Gives a profile of each variable in place of a surface of two.</summary>
    [Parameter(HelpMessage = "Give a profile of each variable in place of a surface of two.")]
    public SwitchParameter Separate { get; set; }

    protected override object? ErrorTarget => InputObject;

    protected override void Process()
    {
        units ??= InputObject.Units;
        int index = series.FindIndex(s => s.Variable == InputObject.Variable);
        if (index < 0)
        {
            index = series.Count;
            series.Add((InputObject.Variable, []));
        }

        series[index].Values.Add(InputObject.Value);
    }

    protected override void End()
    {
        if (series.Count == 0)
        {
            WriteWarning("No values of a collective variable arrived: there is nothing to measure.");
        }
        else if (series.Count == 1 || Separate)
        {
            for (int i = 0; i < series.Count; i++)
            {
                FreeEnergyProfile profile = Estimator(i).Profile();
                WarnUnlessConverged(profile.Quality, profile.Variable);
                WriteObject(profile);
            }
        }
        else
        {
            WriteObject(Surface());
        }
    }

    private FreeEnergySurface Surface()
    {
        if (series.Count > 2 || series[0].Values.Count != series[1].Values.Count)
        {
            throw new ArgumentException(
                $"Values of {string.Join(", ", series.Select(s => $"{s.Variable.Name} ({s.Values.Count})"))} arrived; a surface needs two variables at the same frames. "
                + "Use -Separate for a profile of each.");
        }

        FreeEnergySurface surface = Estimator(0, 1).Surface();
        WarnUnlessConverged(surface.Quality, surface.Variable);
        return surface;
    }

    private FreeEnergyEstimator Estimator(params ReadOnlySpan<int> variables)
    {
        FreeEnergyAxis[] axes = new FreeEnergyAxis[variables.Length];
        for (int k = 0; k < axes.Length; k++)
        {
            axes[k] = Axis(variables[k]);
        }

        FreeEnergyEstimator estimator = Temperature is { } temperature
            ? new FreeEnergyEstimator(axes)
            {
                Blocks = BlockCount,
                ThermalEnergy = units!.Boltzmann * temperature.In(units, Dimension.Temperature),
                EnergyUnit = units.Symbol(Dimension.Energy),
            }
            : new FreeEnergyEstimator(axes) { Blocks = BlockCount };
        Span<double> point = stackalloc double[axes.Length];
        for (int i = 0; i < series[variables[0]].Values.Count; i++)
        {
            for (int k = 0; k < point.Length; k++)
            {
                point[k] = series[variables[k]].Values[i];
            }

            estimator.Add(point);
        }

        return estimator;
    }

    private FreeEnergyAxis Axis(int variable) => FreeEnergyAxis.Of(series[variable].Variable, units!) with
    {
        Bins = BinCount,
        Minimum = Minimum.Length > variable ? Minimum[variable] : null,
        Maximum = Maximum.Length > variable ? Maximum[variable] : null,
    };

    private void WarnUnlessConverged(FreeEnergyQuality quality, string variable)
    {
        if (!quality.IsConverged)
        {
            WriteWarning(string.Create(
                CultureInfo.InvariantCulture,
                $"{quality.SampleCount} values of {variable} are worth {quality.EffectiveSampleCount:g3} independent ones: the errors are too small. Sample longer."));
        }
    }
}
