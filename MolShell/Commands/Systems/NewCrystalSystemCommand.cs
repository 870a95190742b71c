using System.Management.Automation;
using MolShell.Compute.Systems;
using MolShell.Compute.Systems.Builders;
using MolShell.Infrastructure;

namespace MolShell.Commands.Systems;

/// <summary>Builds a periodic crystal of one kind of particle.</summary>
/// <remarks>
/// <para>
/// The crystal has no forces yet: Add-SystemForce gives it some. Give the edge of the conventional cell with -LatticeConstant, or the
/// number of particles per volume with -Density.
/// </para>
/// <para>Hcp is built in an orthorhombic cell with the ideal ratio of its axes, c/a = sqrt(8/3).</para>
/// </remarks>
/// <example>
/// <code>New-CrystalSystem -Structure Fcc -Repeat 3 -Density 1.0 | Add-SystemForce -Pair LennardJones -Cutoff 2.5 | Measure-PotentialEnergy</code>
/// <para>The energy of a Lennard-Jones crystal of 108 particles, in reduced units.</para>
/// </example>
/// <example>
/// <code>
/// New-CrystalSystem -Structure Diamond -Repeat 2,2,2 -LatticeConstant '5.431 Angstrom' -Element Si -UnitSystem Metal -Noise '0.05 Angstrom' -Seed 3
/// </code>
/// <para>Silicon with a random displacement of each atom, in the units Angstrom, ps and eV.</para>
/// </example>
/// <seealso href="Add-SystemForce"/>
[Cmdlet(VerbsCommon.New, "CrystalSystem", DefaultParameterSetName = LatticeConstantSet)]
[OutputType(typeof(MolecularSystem))]
public sealed class NewCrystalSystemCommand : MolShellCommand
{
    private const string LatticeConstantSet = "LatticeConstant";
    private const string DensitySet = "Density";

    /// <summary>The crystal structure.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The structure: SimpleCubic, Bcc, Fcc, Hcp or Diamond.")]
    [Alias("Lattice")]
    public LatticeKind Structure { get; set; }

    /// <summary>Number of conventional cells along x, y and z; one number stands for all three.</summary>
    [Parameter(Position = 1, HelpMessage = "Conventional cells along x,y,z, or one number for all three.")]
    [ValidateCount(1, 3)]
    [ValidateRange(1, 10000)]
    public int[] Repeat { get; set; } = [1];

    /// <summary>Edge of the conventional cell [length].</summary>
    [Parameter(
        Mandatory = true,
        ParameterSetName = LatticeConstantSet,
        HelpMessage = "Edge of the conventional cell [length], such as 1.6 or '5.431 Angstrom'.")]
    public Quantity LatticeConstant { get; set; }

    /// <summary>Particles per volume [1/length^3].</summary>
    [Parameter(Mandatory = true, ParameterSetName = DensitySet, HelpMessage = "Particles per volume [1/length^3].")]
    public Quantity Density { get; set; }

    /// <summary>Symbol of the element, or name of the kind of particle.</summary>
    [Parameter(HelpMessage = "Symbol of the element, or name of the kind of particle.")]
    [ValidateNotNullOrEmpty]
    public string Element { get; set; } = "X";

    /// <summary>Mass of a particle [mass]. Without it, the atomic weight of the element; 1 in reduced units.</summary>
    [Parameter(HelpMessage = "Mass of a particle [mass].")]
    public Quantity? Mass { get; set; }

    /// <summary>Standard deviation of a random displacement of each coordinate [length].</summary>
    [Parameter(HelpMessage = "Standard deviation of a random displacement of each coordinate [length].")]
    public Quantity Noise { get; set; } = 0;

    /// <summary>Seed of the random displacement.</summary>
    [Parameter(HelpMessage = "Seed of the random displacement.")]
    public ulong Seed { get; set; }

    /// <summary>Units of the system.</summary>
    [Parameter(HelpMessage = "Units of the system: Reduced, Gromacs, Real, Metal or Atomic.")]
    [ArgumentCompleter(typeof(UnitSystemCompleter))]
    [ValidateNotNull]
    public UnitSystem UnitSystem { get; set; } = UnitSystem.Reduced;

    protected override void Process() => WriteObject(new CrystalBuilder
    {
        Lattice = Structure,
        Repeat = Repeat switch
        {
            [int n] => (n, n, n),
            [int x, int y, int z] => (x, y, z),
            _ => throw new ArgumentException("-Repeat takes one number, or three for x, y and z."),
        },
        LatticeConstant = ParameterSetName == LatticeConstantSet ? LatticeConstant.In(UnitSystem, Dimension.Length) : null,
        Density = ParameterSetName == DensitySet ? Density.In(UnitSystem, Dimension.NumberDensity) : null,
        Element = Element,
        Mass = Mass?.In(UnitSystem, Dimension.Mass),
        Noise = Noise.In(UnitSystem, Dimension.Length),
        Seed = Seed,
        Units = UnitSystem,
    }.Build());
}
