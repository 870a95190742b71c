using System.Globalization;
using System.Management.Automation;
using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Systems;
using MolShell.Infrastructure;

namespace MolShell.Commands.Dynamics;

/// <summary>Takes a system to a nearby minimum of its potential energy.</summary>
/// <remarks>
/// <para>
/// The system that comes out starts from the minimum, at rest; the box does not change. A warning says so where the tolerance was not reached.
/// With -Detailed a result with energies and steps comes out, whose property System is the system.
/// </para>
/// <para>Lbfgs needs the fewest steps on smooth ground; Fire is robust from rough starts, such as overlapping particles.</para>
/// </remarks>
/// <example>
/// <code>
/// New-CrystalSystem -Structure Fcc -Repeat 3 -Density 1.0 -Noise 0.05 -Seed 1 | Add-SystemForce -Pair LennardJones -Cutoff 2.5 |
///     Invoke-EnergyMinimization | Measure-PotentialEnergy
/// </code>
/// <para>A disturbed crystal finds back to its lattice.</para>
/// </example>
/// <example>
/// <code>New-DoubleWellSystem -ParticleCount 64 | Invoke-EnergyMinimization -Method Fire -ForceTolerance 0.01 -Detailed</code>
/// <para>How many steps the minimisation took, and how far it came.</para>
/// </example>
/// <seealso href="Measure-PotentialEnergy"/>
[Cmdlet(VerbsLifecycle.Invoke, "EnergyMinimization")]
[OutputType(typeof(MolecularSystem), typeof(MinimizationResult))]
public sealed class InvokeEnergyMinimizationCommand : MolShellCommand
{
    /// <summary>The system.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, HelpMessage = "The system.")]
    public MolecularSystem System { get; set; } = null!;

    /// <summary>How to minimise.</summary>
    [Parameter(HelpMessage = "How to minimise: Lbfgs or Fire.")]
    public MinimizationMethod Method { get; set; } = MinimizationMethod.Lbfgs;

    /// <summary>Length of the greatest force on a particle at which the minimum counts as found [energy/length].</summary>
    [Parameter(HelpMessage = "Greatest force at which the minimum counts as found [energy/length].")]
    public Quantity ForceTolerance { get; set; } = 1e-4;

    /// <summary>Greatest number of steps.</summary>
    [Parameter(HelpMessage = "Greatest number of steps.")]
    [ValidateRange(1, int.MaxValue)]
    public int MaximumStep { get; set; } = 10_000;

    /// <summary>How exactly pair forces are computed: Double, or Mixed, which may not reach small tolerances.</summary>
    [Parameter(HelpMessage = "How exactly pair forces are computed: Double or Mixed.")]
    public Precision Precision { get; set; } = Precision.Double;

    /// <summary>Where to run: Cpu (all cores), Cpu:n for n threads, or a device of Get-ComputeDevice. Without it, $MolShellDevice, else one thread.</summary>
    [Parameter(HelpMessage = "Where to run: Cpu, Cpu:n for n threads, OpenCL:n or CUDA:n.")]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    public DeviceName? Device { get; set; }

    /// <summary>Gives the result with energies and steps in place of the system.</summary>
    [Parameter(HelpMessage = "Give the result with energies and steps in place of the system.")]
    public SwitchParameter Detailed { get; set; }

    protected override object? ErrorTarget => System;

    protected override void Process()
    {
        using IDevice device = OpenDevice(Device, DeviceName.Cpu(1));
        using ProgressReporter progress = new(this, $"Minimising {System.Name}");
        MinimizationResult result = Minimizer.Minimize(
            System,
            new MinimizerOptions
            {
                Method = Method,
                ForceTolerance = ForceTolerance.In(System.Units, Dimension.Force),
                MaximumSteps = MaximumStep,
                Precision = Precision,
                Progress = (step, energy, force) => progress.Report(
                    double.NaN,
                    () => string.Create(CultureInfo.InvariantCulture, $"step {step}, energy {energy:g8}, greatest force component {force:g4}")),
            },
            device,
            Cancellation);
        if (!result.Converged)
        {
            WriteWarning(string.Create(
                CultureInfo.InvariantCulture,
                $"{System.Name}: the greatest force is {result.MaximumForce:g4} after {result.Steps} steps, above the tolerance {ForceTolerance}."));
        }

        WriteObject(Detailed ? result : result.System);
    }
}
