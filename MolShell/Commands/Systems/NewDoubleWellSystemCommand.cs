using System.Management.Automation;
using MolShell.Compute.Systems;
using MolShell.Compute.Systems.Builders;
using MolShell.Infrastructure;

namespace MolShell.Commands.Systems;

/// <summary>Builds dimers, or a chain, that switch between a compact and an extended state in a fluid of repulsive particles.</summary>
/// <remarks>
/// <para>
/// The standard test of path sampling (doi:10.1063/1.4890037). Each bond has the potential V(r) = h (1 - ((r - r0 - w)/w)^2)^2 with minima
/// at r0 and r0 + 2 w and a barrier h between; all pairs, the bonded ones too, repel each other by the WCA potential.
/// </para>
/// <para>
/// In reduced units sigma, epsilon and the mass are 1; in other units they are those of argon (0.34 nm, 120 K kB, 39.9 amu). The defaults of
/// the other parameters follow: h = 6 x 0.824 epsilon, r0 = 2^(1/6) sigma, w = 0.3 sigma, T = 0.824 epsilon/kB, friction 1/tau and time step
/// 0.004 tau with tau = sigma sqrt(m/epsilon). The system carries this Langevin dynamics with it.
/// </para>
/// <para>The start is a lattice with every bond compact; -Seed decides where on it the dimers are.</para>
/// </remarks>
/// <example>
/// <code>New-DoubleWellSystem -DimerCount 1 | Start-MolecularDynamics -Step 200 -ReportInterval 100 -Seed 7</code>
/// <para>A dimer among 214 other particles, and a short simulation of it.</para>
/// </example>
/// <example>
/// <code>New-DoubleWellSystem -ChainLength 4 -ParticleCount 216 -Density 0.96 | Measure-PotentialEnergy</code>
/// <para>The energies of a chain of four particles with three double-well bonds.</para>
/// </example>
/// <example>
/// <code>New-DoubleWellSystem -DimerCount 2 -UnitSystem Gromacs -BarrierHeight '8 kJ/mol' -Temperature '110 K'</code>
/// <para>Two independent dimers in the units nm, ps and kJ/mol, with a higher barrier at a temperature of 110 K.</para>
/// </example>
/// <seealso href="Start-MolecularDynamics"/>
/// <seealso href="New-ToySystem"/>
[Cmdlet(VerbsCommon.New, "DoubleWellSystem", DefaultParameterSetName = DimerSet)]
[OutputType(typeof(MolecularSystem))]
public sealed class NewDoubleWellSystemCommand : MolShellCommand
{
    private const string DimerSet = "Dimer";
    private const string ChainSet = "Chain";

    /// <summary>Number of independent dimers: bonds 0-1, 2-3 and so on. 0 gives the plain fluid.</summary>
    [Parameter(ParameterSetName = DimerSet, HelpMessage = "Number of independent dimers.")]
    public int DimerCount { get; set; } = 1;

    /// <summary>Number of particles of a chain with the bonds 0-1, 1-2 and so on.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ChainSet, HelpMessage = "Number of particles of a chain.")]
    [ValidateRange(2, int.MaxValue)]
    public int ChainLength { get; set; }

    /// <summary>Number of all particles, those with bonds included.</summary>
    [Parameter(HelpMessage = "Number of all particles.")]
    public int ParticleCount { get; set; } = 216;

    /// <summary>Reduced density N sigma^3/V, a pure number in every unit system.</summary>
    [Parameter(HelpMessage = "Reduced density N sigma^3/V, a pure number.")]
    public double Density { get; set; } = 0.96;

    /// <summary>Height h of the barrier [energy]. Without it, 6 x 0.824 epsilon.</summary>
    [Parameter(HelpMessage = "Height of the barrier [energy].")]
    public Quantity? BarrierHeight { get; set; }

    /// <summary>Length r0 of a compact bond [length]. Without it, 2^(1/6) sigma.</summary>
    [Parameter(HelpMessage = "Length of a compact bond [length].")]
    [Alias("MinimumDistance")]
    public Quantity? CompactLength { get; set; }

    /// <summary>Half the distance w of the two minima [length]. Without it, 0.3 sigma.</summary>
    [Parameter(HelpMessage = "Half the distance of the two minima [length].")]
    public Quantity? Width { get; set; }

    /// <summary>Diameter sigma of the particles [length].</summary>
    [Parameter(HelpMessage = "Diameter of the particles [length].")]
    public Quantity? Sigma { get; set; }

    /// <summary>Energy epsilon of the repulsion [energy].</summary>
    [Parameter(HelpMessage = "Energy of the repulsion [energy].")]
    public Quantity? Epsilon { get; set; }

    /// <summary>Mass of each particle [mass].</summary>
    [Parameter(HelpMessage = "Mass of each particle [mass].")]
    public Quantity? Mass { get; set; }

    /// <summary>Temperature of the bath [temperature]. Without it, 0.824 epsilon/kB.</summary>
    [Parameter(HelpMessage = "Temperature of the bath [temperature].")]
    public Quantity? Temperature { get; set; }

    /// <summary>Friction of the Langevin dynamics [1/time]. Without it, 1/tau.</summary>
    [Parameter(HelpMessage = "Friction of the Langevin dynamics [1/time].")]
    public Quantity? Friction { get; set; }

    /// <summary>Time step [time]. Without it, 0.004 tau.</summary>
    [Parameter(HelpMessage = "Time step [time].")]
    public Quantity? TimeStep { get; set; }

    /// <summary>
    /// Standard deviation of a random displacement of the start coordinates, in units of sigma. Without it, 0.01; 0 with -OpenMMToolsCompatible.
    /// </summary>
    [Parameter(HelpMessage = "Random displacement of the start coordinates, in units of sigma.")]
    public double? Noise { get; set; }

    /// <summary>Seed of the placement on the lattice and of the displacement.</summary>
    [Parameter(HelpMessage = "Seed of the placement.")]
    public ulong Seed { get; set; }

    /// <summary>Units of the system. Without it, Reduced; Gromacs with -OpenMMToolsCompatible.</summary>
    [Parameter(HelpMessage = "Units of the system: Reduced, Gromacs, Real, Metal or Atomic.")]
    [ArgumentCompleter(typeof(UnitSystemCompleter))]
    public UnitSystem? UnitSystem { get; set; }

    /// <summary>
    /// Builds what openmmtools 0.26 builds where that differs from its own description: a box that forgets sigma^3, so that the fluid is dilute,
    /// a barrier of the chain of 0.0411 kJ/mol, bonds that do not cross the periodic border, and a start (the Sobol sequence, whatever the seed) with
    /// bond partners far apart: pipe it through Invoke-EnergyMinimization before dynamics.
    /// </summary>
    [Parameter(HelpMessage = "Reproduce the model of openmmtools 0.26 with its defects.")]
    public SwitchParameter OpenMMToolsCompatible { get; set; }

    protected override void Process()
    {
        UnitSystem units = UnitSystem ?? (OpenMMToolsCompatible ? Compute.Systems.UnitSystem.Gromacs : Compute.Systems.UnitSystem.Reduced);
        WriteObject(new DoubleWellBuilder
        {
            DimerCount = ParameterSetName == DimerSet ? DimerCount : null,
            ChainLength = ParameterSetName == ChainSet ? ChainLength : 0,
            ParticleCount = ParticleCount,
            Density = Density,
            Units = units,
            Sigma = Sigma?.In(units, Dimension.Length),
            Epsilon = Epsilon?.In(units, Dimension.Energy),
            Mass = Mass?.In(units, Dimension.Mass),
            Barrier = BarrierHeight?.In(units, Dimension.Energy),
            CompactLength = CompactLength?.In(units, Dimension.Length),
            HalfWidth = Width?.In(units, Dimension.Length),
            Temperature = Temperature?.In(units, Dimension.Temperature),
            Friction = Friction?.In(units, Dimension.Rate),
            TimeStep = TimeStep?.In(units, Dimension.Time),
            Noise = Noise,
            Seed = Seed,
            OpenMMToolsCompatible = OpenMMToolsCompatible,
        }.Build());
    }
}
