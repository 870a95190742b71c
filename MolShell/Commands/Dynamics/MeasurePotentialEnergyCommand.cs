using System.Management.Automation;
using MolShell.Compute.Devices;
using MolShell.Compute.Forces;
using MolShell.Compute.Systems;
using MolShell.Infrastructure;

namespace MolShell.Commands.Dynamics;

/// <summary>Computes the potential energy of a system or of frames of it: by force, with forces on particles, virial and pressure.</summary>
/// <remarks>
/// <para>
/// A system is measured at its start. Frames are measured with the forces of -System, one report for each frame. The property Terms holds
/// the energy and the virial of each force, Forces the force on each particle, Virial the sum of the virials, and Frame the frame with energy
/// and forces filled in.
/// </para>
/// </remarks>
/// <example>
/// <code>New-DoubleWellSystem -ChainLength 4 -ParticleCount 216 -Density 0.96 | Measure-PotentialEnergy</code>
/// <para>The energies of the start of a system.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-DoubleWellSystem -DimerCount 1
/// $s | Start-MolecularDynamics -Step 100 -ReportInterval 50 -Seed 1 | Measure-PotentialEnergy -System $s | Format-Table
/// </code>
/// <para>The energies along a simulation.</para>
/// </example>
/// <seealso href="Test-ForceConsistency"/>
/// <seealso href="Add-SystemForce"/>
[Cmdlet(VerbsDiagnostic.Measure, "PotentialEnergy", DefaultParameterSetName = SystemSet)]
[OutputType(typeof(EnergyReport))]
public sealed class MeasurePotentialEnergyCommand : MolShellCommand
{
    private const string SystemSet = "System";
    private const string FrameSet = "Frame";

    private IDevice? device;
    private ForceField? forceField;

    /// <summary>The system: what is measured, or what gives the forces for -Frame.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = SystemSet, HelpMessage = "The system to measure.")]
    [Parameter(Mandatory = true, ParameterSetName = FrameSet, HelpMessage = "The system whose forces act on the frames.")]
    public MolecularSystem System { get; set; } = null!;

    /// <summary>Frames of the system.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = FrameSet, HelpMessage = "Frames of the system.")]
    public Frame Frame { get; set; } = null!;

    /// <summary>How exactly pair forces are computed: Double, or Mixed as dynamics has it by itself.</summary>
    [Parameter(HelpMessage = "How exactly pair forces are computed: Double or Mixed.")]
    public Precision Precision { get; set; } = Precision.Double;

    /// <summary>Where to run: Cpu (all cores), Cpu:n for n threads, or a device of Get-ComputeDevice. Without it, $MolShellDevice, else one thread.</summary>
    [Parameter(HelpMessage = "Where to run: Cpu, Cpu:n for n threads, OpenCL:n or CUDA:n.")]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    public DeviceName? Device { get; set; }

    protected override object? ErrorTarget => ParameterSetName == FrameSet ? Frame : System;

    protected override void Begin() => device = OpenDevice(Device, DeviceName.Cpu(1));

    protected override void Process()
    {
        if (!ReferenceEquals(forceField?.System, System))
        {
            forceField?.Dispose();
            forceField = null;
            forceField = new ForceField(System, new ForceFieldOptions { Device = device, Precision = Precision });
        }

        WriteObject(forceField!.Report(ParameterSetName == FrameSet ? Frame : System.Start));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            forceField?.Dispose();
            device?.Dispose();
        }

        base.Dispose(disposing);
    }
}
