using System.Management.Automation;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Systems;

namespace MolShell.Commands.Systems;

public sealed partial class AddSystemForceCommand
{
    private const string BondSet = "Bond";

    /// <summary>A potential along bonds.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BondSet, HelpMessage = "Potential along bonds: Harmonic, Fene or DoubleWell.")]
    public BondPotentialKind Bond { get; set; }

    /// <summary>Ends of the bonds, two by two: 0,1,2,3 means the bonds 0-1 and 2-3. Without it, all bonds of the system.</summary>
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Ends of the bonds, two by two; all bonds of the system without it.")]
    [ValidateCount(2, int.MaxValue)]
    public int[]? Particle { get; set; }

    /// <summary>Rest length of Harmonic, compact length r0 of DoubleWell [length].</summary>
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Rest length of Harmonic, compact length of DoubleWell [length].")]
    public Quantity? Length { get; set; }

    /// <summary>Greatest length R0 of Fene [length].</summary>
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Greatest length of Fene [length].")]
    public Quantity? MaximumLength { get; set; }

    private MolecularSystem AddBonds()
    {
        Bond[] bonds = Particle is null ? [.. System.Topology.Bonds] : Pairs(Particle);
        if (bonds.Length == 0)
        {
            throw new ArgumentException($"The system '{System.Name}' has no bonds: name their ends with -Particle.");
        }

        IForce force = Bond switch
        {
            BondPotentialKind.Harmonic => new BondForce<HarmonicBond>(
                new HarmonicBond(
                    Need(ForceConstant, nameof(ForceConstant), Dimension.ForceConstant), Need(Length, nameof(Length), Dimension.Length)),
                bonds),
            BondPotentialKind.Fene => new BondForce<FeneBond>(
                new FeneBond(
                    Need(ForceConstant, nameof(ForceConstant), Dimension.ForceConstant),
                    Need(MaximumLength, nameof(MaximumLength), Dimension.Length)),
                bonds),
            _ => new BondForce<DoubleWellBond>(
                new DoubleWellBond(
                    Need(BarrierHeight, nameof(BarrierHeight), Dimension.Energy),
                    Need(Length, nameof(Length), Dimension.Length),
                    Need(Width, nameof(Width), Dimension.Length)),
                bonds),
        };
        Topology topology = System.Topology with { Bonds = [.. System.Topology.Bonds.Union(bonds)] };
        return (System with { Start = System.Start with { Topology = topology } }).AddForce(force);
    }

    private static Bond[] Pairs(int[] ends) => ends.Length % 2 == 0
        ? [.. ends.Chunk(2).Select(pair => new Bond(pair[0], pair[1]))]
        : throw new ArgumentException($"-Particle names {ends.Length} ends of bonds; an even number was expected.");
}
