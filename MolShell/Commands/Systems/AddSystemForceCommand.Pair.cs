using System.Management.Automation;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Systems;

namespace MolShell.Commands.Systems;

public sealed partial class AddSystemForceCommand
{
    private const string PairSet = "Pair";

    /// <summary>A potential between pairs of particles, in any periodic cell, also in one smaller than the cutoff.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PairSet, HelpMessage = "Potential between pairs: LennardJones or Wca.")]
    public PairPotentialKind Pair { get; set; }

    /// <summary>Energy parameter epsilon of a pair potential [energy].</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Energy parameter epsilon [energy].")]
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Energy parameter epsilon of KremerGrest [energy].")]
    public Quantity Epsilon { get; set; } = 1;

    /// <summary>Size parameter sigma of a pair potential [length].</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Size parameter sigma [length].")]
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Size parameter sigma of KremerGrest [length].")]
    public Quantity Sigma { get; set; } = 1;

    /// <summary>Cutoff of Lennard-Jones [length]. Without it, 2.5 sigma. Wca ends at 2^(1/6) sigma.</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Cutoff of Lennard-Jones [length]; 2.5 sigma without it.")]
    public Quantity? Cutoff { get; set; }

    /// <summary>Cuts Lennard-Jones without shifting it to zero energy at the cutoff.</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Cut Lennard-Jones without shifting its energy.")]
    public SwitchParameter Unshifted { get; set; }

    /// <summary>One type of particles that interact with each other, or two types that interact with one another. Without it, all.</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "One or two types of particles that interact; all without it.")]
    [ValidateCount(1, 2)]
    public string[]? Type { get; set; }

    /// <summary>Leaves out pairs joined by at most so many bonds.</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Leave out pairs joined by at most so many bonds.")]
    [ValidateRange(0, 3)]
    public int ExcludedBond { get; set; }

    private IForce PairForce()
    {
        double epsilon = Epsilon.In(System.Units, Dimension.Energy);
        double sigma = Sigma.In(System.Units, Dimension.Length);
        if (Pair == PairPotentialKind.Wca)
        {
            return Cutoff is null && !Unshifted
                ? new PairForce<Wca>(Table(new Wca(epsilon, sigma))) { ExcludedBonds = ExcludedBond }
                : throw new ArgumentException("-Cutoff and -Unshifted are for -Pair LennardJones: Wca ends at 2^(1/6) sigma.");
        }

        double cutoff = Cutoff?.In(System.Units, Dimension.Length) ?? (2.5 * sigma);
        return new PairForce<LennardJones>(Table(new LennardJones(epsilon, sigma, cutoff, !Unshifted))) { ExcludedBonds = ExcludedBond };
    }

    /// <summary>The potential between the types that were named, and none between others.</summary>
    private PairTable<T> Table<T>(T potential)
        where T : struct, IPairPotential<T>
    {
        if (Type is null)
        {
            return PairTable<T>.Uniform(potential);
        }

        PairTable<T> table = PairTable<T>.Uniform(default);
        return table.With(Type[0], Type[^1], potential);
    }
}
