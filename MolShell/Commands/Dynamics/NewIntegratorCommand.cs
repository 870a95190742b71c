using System.Management.Automation;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Systems;

namespace MolShell.Commands.Dynamics;

/// <summary>Describes how a system is moved: the equation of motion, its time step, and the baths that keep temperature and pressure.</summary>
/// <remarks>
/// <para>
/// The description belongs to no system: numbers without a unit are taken in the units of the system it is later used for, and what is
/// left out is taken from that system.
/// </para>
/// <para>
/// VelocityVerlet keeps the energy (doi:10.1063/1.442716). LangevinBaoab keeps the temperature by friction and noise
/// (doi:10.1063/1.4802990). Overdamped is Brownian motion without inertia, x += f dt/(m gamma) + sqrt(2 kT dt/(m gamma)) R. NoseHoover
/// keeps the temperature by a chain of thermostats, without noise (doi:10.1080/00268979600100761); VelocityRescaling by factors of all
/// velocities that are drawn from the exact distribution (doi:10.1063/1.2408420), which disturbs the motion of single particles least.
/// </para>
/// <para>
/// With -Pressure the cell changes by stochastic cell rescaling (doi:10.1063/5.0020514), under LangevinBaoab, NoseHoover or
/// VelocityRescaling. -Compressibility needs to be known roughly only: it decides with -PressureCouplingTime how fast the volume follows,
/// and not where it ends.
/// </para>
/// <para>
/// NoseHoover and VelocityRescaling take the motion of the centre of mass away every 100 steps, unless forces hold particles to a place or
/// -CenterOfMassInterval says otherwise; temperatures then count d n - d degrees of freedom. -CouplingTime is the period of a Nose-Hoover
/// chain or the time constant of velocity rescaling.
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
/// <example>
/// <code>
/// $npt = New-Integrator VelocityRescaling -TimeStep 0.004 -Temperature 1 -Pressure 1 -Compressibility 0.1
/// $liquid = New-CrystalSystem Fcc 4 -Density 0.8 | Add-SystemForce -Pair LennardJones
/// $liquid | Start-MolecularDynamics 500 -Integrator $npt -Seed 1 -ReportInterval 100 | Select-Object Step, Temperature, Pressure, Volume
/// </code>
/// <para>A Lennard-Jones liquid at constant temperature and pressure, and its volume on the way.</para>
/// </example>
/// <seealso href="Start-MolecularDynamics"/>
[Cmdlet(VerbsCommon.New, "Integrator")]
[OutputType(typeof(IntegratorDescription))]
public sealed class NewIntegratorCommand : MolShellCommand
{
    /// <summary>Equation of motion and its discretisation.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "Equation of motion: VelocityVerlet, LangevinBaoab, Overdamped, NoseHoover or VelocityRescaling.")]
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

    /// <summary>
    /// Time constant of the heat bath [time]: the period of NoseHoover, the relaxation time of VelocityRescaling. Without it, 100 time steps.
    /// </summary>
    [Parameter(HelpMessage = "Time constant of the heat bath of NoseHoover or VelocityRescaling [time], such as '0.2 ps'.")]
    public Quantity? CouplingTime { get; set; }

    /// <summary>Number of thermostats in the chain of NoseHoover. Without it, 3.</summary>
    [Parameter(HelpMessage = "Number of thermostats in the chain of NoseHoover.")]
    [ValidateRange(1, 20)]
    public int? ChainLength { get; set; }

    /// <summary>Pressure of the bath [energy/length^3]. Without it, the cell keeps its size.</summary>
    [Parameter(HelpMessage = "Pressure of the bath [energy/length^3], as a number in the system's units or text such as '1 bar'.")]
    public Quantity? Pressure { get; set; }

    /// <summary>
    /// Compressibility of the system [length^3/energy], an estimate: water has 4.5e-5 1/bar, a Lennard-Jones liquid about 0.1.
    /// </summary>
    [Parameter(HelpMessage = "Estimate of the compressibility [length^3/energy], such as '4.5e-5 1/bar'; needed with a pressure.")]
    public Quantity? Compressibility { get; set; }

    /// <summary>Time constant of the volume [time]. Without it, 1000 time steps.</summary>
    [Parameter(HelpMessage = "Time constant of the volume [time], such as '2 ps'.")]
    public Quantity? PressureCouplingTime { get; set; }

    /// <summary>Steps from one change of the cell to the next. Without it, 10.</summary>
    [Parameter(HelpMessage = "Integration steps from one change of the cell to the next.")]
    [ValidateRange(1, int.MaxValue)]
    public int? PressureInterval { get; set; }

    /// <summary>Which edges of the cell move together: all (Isotropic), x with y (SemiIsotropic) or none (Anisotropic).</summary>
    [Parameter(HelpMessage = "Which edges of the cell move together: Isotropic, SemiIsotropic (x with y) or Anisotropic.")]
    public PressureCoupling? PressureCoupling { get; set; }

    /// <summary>
    /// Steps from one removal of the motion of the centre of mass to the next; 0 leaves it. Without it, 100 for NoseHoover and
    /// VelocityRescaling where no force holds particles to a place, else 0.
    /// </summary>
    [Parameter(HelpMessage = "Integration steps from one removal of the motion of the centre of mass to the next; 0 leaves it.")]
    [ValidateRange(0, int.MaxValue)]
    public int? CenterOfMassInterval { get; set; }

    protected override void Process()
    {
        IntegratorDescription description = new()
        {
            Kind = Kind,
            TimeStep = TimeStep,
            Temperature = Temperature,
            Friction = Friction,
            CouplingTime = CouplingTime,
            ChainLength = ChainLength,
            Pressure = Pressure,
            Compressibility = Compressibility,
            PressureCouplingTime = PressureCouplingTime,
            PressureInterval = PressureInterval,
            PressureCoupling = PressureCoupling,
            CenterOfMassInterval = CenterOfMassInterval,
        };
        description.Validate();
        WriteObject(description);
    }
}
