using System.Management.Automation;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Systems;

namespace MolShell.Commands.Dynamics;

/// <summary>Describes how a system is moved: the equation of motion, its time step, temperature and friction.</summary>
/// <remarks>
/// <para>
/// The description belongs to no system: numbers without a unit are taken in the units of the system it is later used for, and what is
/// left out is taken from that system.
/// </para>
/// <para>
/// VelocityVerlet keeps the energy (doi:10.1063/1.442716). LangevinBaoab keeps the temperature by friction and noise
/// (doi:10.1063/1.4802990). Overdamped is Brownian motion without inertia, x += f dt/(m gamma) + sqrt(2 kT dt/(m gamma)) R.
/// </para>
/// </remarks>
/// <example>
/// <code>New-Integrator -Kind LangevinBaoab -TimeStep '2 fs' -Temperature '300 K' -Friction '1 1/ps'</code>
/// <para>Langevin dynamics at 300 K, for any system that has physical units.</para>
/// </example>
/// <example>
/// <code>
/// $verlet = New-Integrator -Kind VelocityVerlet -TimeStep 0.002
/// New-DoubleWellSystem | Start-MolecularDynamics -Integrator $verlet -Step 200 -ReportInterval 100
/// </code>
/// <para>Runs a system at constant energy with a time step of 0.002 in its own units.</para>
/// </example>
/// <seealso href="Start-MolecularDynamics"/>
[Cmdlet(VerbsCommon.New, "Integrator")]
[OutputType(typeof(IntegratorDescription))]
public sealed class NewIntegratorCommand : MolShellCommand
{
    /// <summary>Equation of motion and its discretisation.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "Equation of motion: VelocityVerlet, LangevinBaoab or Overdamped.")]
    public IntegratorKind Kind { get; set; }

    /// <summary>Time step dt [time], positive. Without it, the one of the system.</summary>
    [Parameter(HelpMessage = "Time step [time], as a number in the system's units or text such as '2 fs'.")]
    public Quantity? TimeStep { get; set; }

    /// <summary>Temperature of the bath [temperature]. Without it, the one of the system.</summary>
    [Parameter(HelpMessage = "Temperature of the bath [temperature], as a number in the system's units or text such as '300 K'.")]
    public Quantity? Temperature { get; set; }

    /// <summary>Friction gamma [1/time]. Without it, the one of the system.</summary>
    [Parameter(HelpMessage = "Friction [1/time], as a number in the system's units or text such as '1 1/ps'.")]
    public Quantity? Friction { get; set; }

    protected override void Process()
    {
        IntegratorDescription description = new() { Kind = Kind, TimeStep = TimeStep, Temperature = Temperature, Friction = Friction };
        description.Validate();
        WriteObject(description);
    }
}
