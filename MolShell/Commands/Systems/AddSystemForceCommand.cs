using System.Management.Automation;
using MolShell.Compute.Forces;
using MolShell.Compute.Systems;

namespace MolShell.Commands.Systems;

/// <summary>Gives a system with one force more: between pairs of particles, along bonds, or of place.</summary>
/// <remarks>
/// <para>The forces of a system add up. The system that comes in is not changed.</para>
/// <para>
/// -Pair acts between all particles, or with -Type between those of one type or two. -Bond acts along the bonds of the system, or along
/// those that -Particle names, which then become bonds of the system. -External acts on every particle.
/// </para>
/// </remarks>
/// <example>
/// <code>New-CrystalSystem -Structure Fcc -Repeat 3 -Density 1.0 | Add-SystemForce -Pair LennardJones -Cutoff 2.5 | Measure-PotentialEnergy</code>
/// <para>A Lennard-Jones crystal. Epsilon and sigma are 1 when they are not given.</para>
/// </example>
/// <example>
/// <code>
/// New-CrystalSystem -Structure SimpleCubic -Repeat 2 -LatticeConstant 1.2 |
///     Add-SystemForce -Pair Wca |
///     Add-SystemForce -Bond Harmonic -ForceConstant 100 -Length 1.2 -Particle 0,1,2,3 |
///     Measure-PotentialEnergy
/// </code>
/// <para>Repulsive particles, of which two pairs (0-1 and 2-3) are joined by springs.</para>
/// </example>
/// <seealso href="New-CrystalSystem"/>
/// <seealso href="Test-ForceConsistency"/>
[Cmdlet(VerbsCommon.Add, "SystemForce", DefaultParameterSetName = PairSet)]
[OutputType(typeof(MolecularSystem))]
public sealed partial class AddSystemForceCommand : MolShellCommand
{
    /// <summary>The system.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "The system.")]
    public MolecularSystem System { get; set; } = null!;

    /// <summary>Force constant of Harmonic (k) and Fene (K) [energy/length^2].</summary>
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Force constant of Harmonic and Fene [energy/length^2].")]
    [Parameter(ParameterSetName = ExternalSet, HelpMessage = "Force constant of Harmonic [energy/length^2].")]
    public Quantity? ForceConstant { get; set; }

    /// <summary>Barrier h of DoubleWell [energy].</summary>
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Barrier of DoubleWell [energy].")]
    [Parameter(ParameterSetName = ExternalSet, HelpMessage = "Barrier of DoubleWell [energy].")]
    public Quantity? BarrierHeight { get; set; }

    /// <summary>Half distance of the minima of DoubleWell: w of a bond, a of a potential of place [length].</summary>
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Half distance of the minima of DoubleWell [length].")]
    [Parameter(ParameterSetName = ExternalSet, HelpMessage = "Half distance of the minima of DoubleWell [length].")]
    public Quantity? Width { get; set; }

    protected override object? ErrorTarget => System;

    protected override void Process()
    {
        MolecularSystem changed = ParameterSetName switch
        {
            PairSet => System.AddForce(PairForce()),
            BondSet => AddBonds(),
            _ => System.AddForce(ExternalForce()),
        };

        // An evaluator checks the parameters of its force against the system.
        using ForceField check = new(changed);
        WriteObject(changed);
    }

    /// <summary>The kind of force that was asked for, as on the command line.</summary>
    private string Kind => ParameterSetName switch
    {
        PairSet => $"-Pair {Pair}",
        BondSet => $"-Bond {Bond}",
        _ => $"-External {External}",
    };

    private double Need(Quantity? quantity, string parameter, Dimension dimension) =>
        quantity?.In(System.Units, dimension) ?? throw new ArgumentException($"{Kind} needs -{parameter}.");
}
