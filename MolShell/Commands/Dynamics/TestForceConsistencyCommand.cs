using System.Management.Automation;
using MolShell.Compute.Devices;
using MolShell.Compute.Forces;
using MolShell.Compute.Systems;
using MolShell.Infrastructure;

namespace MolShell.Commands.Dynamics;

/// <summary>Tells whether the forces of a system are the gradient of its energy, and its virial the derivative by strain.</summary>
/// <remarks>
/// <para>
/// Each force of the system is compared at the start with numeric derivatives of the energy. Errors are relative to the forces and to
/// the virial. With -Detailed a report with the greatest error of each force comes in place of true or false.
/// </para>
/// </remarks>
/// <example>
/// <code>New-DoubleWellSystem -ParticleCount 64 | Test-ForceConsistency</code>
/// <para>True.</para>
/// </example>
/// <example>
/// <code>(New-DoubleWellSystem -ParticleCount 64 | Test-ForceConsistency -Detailed).Terms | Format-Table</code>
/// <para>The greatest error of each force, and where it is.</para>
/// </example>
/// <seealso href="Measure-PotentialEnergy"/>
/// <seealso href="Add-SystemForce"/>
[Cmdlet(VerbsDiagnostic.Test, "ForceConsistency")]
[OutputType(typeof(bool), typeof(ForceCheckReport))]
public sealed class TestForceConsistencyCommand : MolShellCommand
{
    /// <summary>The system.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, HelpMessage = "The system.")]
    public MolecularSystem System { get; set; } = null!;

    /// <summary>Greatest relative error of forces and virial that counts as consistent.</summary>
    [Parameter(HelpMessage = "Greatest relative error that counts as consistent.")]
    [ValidateRange(double.Epsilon, 1.0)]
    public double Tolerance { get; set; } = 1e-6;

    /// <summary>
    /// Greatest number of particles to check, spread evenly over the system. Without it, 256, or fewer where there are thousands, each of which
    /// takes longer.
    /// </summary>
    [Parameter(HelpMessage = "Greatest number of particles to check.")]
    [ValidateRange(1, int.MaxValue)]
    public int? MaximumParticle { get; set; }

    /// <summary>Where to run: Cpu (all cores), Cpu:n for n threads, or a device of Get-ComputeDevice. Without it, $MolShellDevice, else one thread.</summary>
    [Parameter(HelpMessage = "Where to run: Cpu, Cpu:n for n threads, OpenCL:n or CUDA:n.")]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    public DeviceName? Device { get; set; }

    /// <summary>Gives a report of each force in place of true or false.</summary>
    [Parameter(HelpMessage = "Give a report of each force in place of true or false.")]
    public SwitchParameter Detailed { get; set; }

    protected override object? ErrorTarget => System;

    protected override void Process()
    {
        using IDevice device = OpenDevice(Device, DeviceName.Cpu(1));
        ForceCheckReport report = ForceCheck.Run(
            System, new ForceCheckOptions { Tolerance = Tolerance, MaximumParticles = MaximumParticle }, device, Cancellation);
        if (Detailed)
        {
            WriteObject(report);
        }
        else
        {
            WriteObject(report.IsConsistent);
        }
    }
}
