using System.Management.Automation;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Systems;
using MolShell.Infrastructure;

namespace MolShell.Commands.Systems;

public sealed partial class AddSystemForceCommand
{
    private const string PairSet = "Pair";

    /// <summary>A potential between pairs of particles, in any periodic cell, also in one smaller than the cutoff.</summary>
    [Parameter(
        Mandatory = true,
        ParameterSetName = PairSet,
        HelpMessage = "Potential between pairs, such as LennardJones, Wca, Coulomb, Buckingham or Table.")]
    public PairPotentialKind Pair { get; set; }

    /// <summary>
    /// Energy parameter epsilon of LennardJones, Wca and SoftCore [energy]; one for each type of -Type where types are mixed.
    /// </summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Energy parameter epsilon [energy], or one for each type.")]
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Energy parameter epsilon of KremerGrest [energy].")]
    [Parameter(ParameterSetName = ExternalSet, HelpMessage = "Energy parameter epsilon of a Lennard-Jones wall [energy].")]
    [ValidateCount(1, int.MaxValue)]
    public Quantity[] Epsilon { get; set; } = [1];

    /// <summary>
    /// Size parameter sigma of LennardJones, Wca and SoftCore, one for each type of -Type where types are mixed; the width of Gaussian
    /// [length].
    /// </summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Size parameter sigma [length], or one for each type.")]
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Size parameter sigma of KremerGrest [length].")]
    [Parameter(ParameterSetName = ExternalSet, HelpMessage = "Size parameter sigma of a Lennard-Jones wall [length].")]
    [ValidateCount(1, int.MaxValue)]
    public Quantity[] Sigma { get; set; } = [1];

    /// <summary>
    /// Cutoff [length]; 2.5 sigma for LennardJones and SoftCore without it. Wca ends at 2^(1/6) sigma, Table at its last point.
    /// </summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Cutoff [length]; 2.5 sigma for LennardJones and SoftCore without it.")]
    [Parameter(ParameterSetName = ExternalSet, HelpMessage = "Cutoff of a Lennard-Jones wall [length]; 2.5 sigma without it.")]
    public Quantity? Cutoff { get; set; }

    /// <summary>Sums LennardJones or Coulomb over all pairs of an open box.</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Sum LennardJones or Coulomb over all pairs of an open box.")]
    public SwitchParameter NoCutoff { get; set; }

    /// <summary>
    /// What is done so that a potential ends at its cutoff: None cuts it, Shift shifts the energy, ForceShift force and energy, Switch
    /// switches the energy off from -SwitchDistance on. Without it, Switch with -SwitchDistance, None with -TailCorrection, -NoCutoff and
    /// for Table, else Shift.
    /// </summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "How the potential ends at its cutoff: None, Shift, ForceShift or Switch.")]
    public PairModifier? Modifier { get; set; }

    /// <summary>The same as -Modifier None.</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Cut the potential without shifting its energy: -Modifier None.")]
    public SwitchParameter Unshifted { get; set; }

    /// <summary>Where -Modifier Switch starts [length].</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Where -Modifier Switch starts [length].")]
    public Quantity? SwitchDistance { get; set; }

    /// <summary>
    /// Adds what LennardJones or Buckingham would be beyond the cutoff in a homogeneous fluid, to energy and pressure, as a term of its
    /// own. The potential must be cut or switched.
    /// </summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Add energy and pressure of a homogeneous fluid beyond the cutoff.")]
    public SwitchParameter TailCorrection { get; set; }

    /// <summary>
    /// How parameters between types follow from those of each type, for the types of -Type with -Epsilon and -Sigma of each. Without it,
    /// LorentzBerthelot where there are several numbers.
    /// </summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Mix the types of -Type: LorentzBerthelot, Geometric or WaldmanHagler.")]
    public MixingRule? MixingRule { get; set; }

    /// <summary>
    /// One type of particles that interact with each other, or two types that interact with one another. Where types are mixed, all types
    /// of the system, each with itself and with the others. Without it, all particles interact alike.
    /// </summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "One or two types that interact, or all types to mix; all particles without it.")]
    [Parameter(ParameterSetName = ExternalSet, HelpMessage = "Types of particles that feel the potential of place; all without it.")]
    [ValidateCount(1, int.MaxValue)]
    public string[]? Type { get; set; }

    /// <summary>
    /// Charges of the particles for Coulomb and ReactionField, repeated over the system: those of one molecule do for a liquid of it.
    /// Without it, the charges that the system has.
    /// </summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Charges of the particles [e], repeated over the system.")]
    [ValidateCount(1, int.MaxValue)]
    public Quantity[]? Charge { get; set; }

    /// <summary>Relative dielectric constant of the medium between charges.</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Relative dielectric constant between charges.")]
    public double Dielectric { get; set; } = 1;

    /// <summary>Relative dielectric constant beyond the cutoff of ReactionField. Without it, infinite: a conductor.</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Relative dielectric constant beyond the cutoff; infinite without it.")]
    public double ReactionFieldDielectric { get; set; } = double.PositiveInfinity;

    /// <summary>A of Buckingham [energy].</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "A of Buckingham [energy].")]
    public Quantity? Repulsion { get; set; }

    /// <summary>rho of Buckingham [length].</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "rho of Buckingham [length].")]
    public Quantity? Decay { get; set; }

    /// <summary>C of Buckingham [energy length^6].</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "C of Buckingham [energy length^6].")]
    public Quantity? Dispersion { get; set; }

    /// <summary>alpha of Morse, between pairs or along bonds [1/length].</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "alpha of Morse [1/length].")]
    [Parameter(ParameterSetName = BondSet, HelpMessage = "alpha of Morse [1/length].")]
    public Quantity? Steepness { get; set; }

    /// <summary>A of Gaussian [energy], negative where it attracts.</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "A of Gaussian [energy], negative where it attracts.")]
    public Quantity? Height { get; set; }

    /// <summary>How far SoftCore is switched on, from 0 to 1.</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "How far SoftCore is switched on, from 0 to 1.")]
    public double? Lambda { get; set; }

    /// <summary>alpha of SoftCore.</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "alpha of SoftCore.")]
    public double Softness { get; set; } = 0.5;

    /// <summary>
    /// A text file with the columns r [length], U [energy] and, if it has a third, F = -dU/dr, in the units of the system, at evenly spaced
    /// distances.
    /// </summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "File with the columns r, U and, if given, F = -dU/dr.")]
    public string? TablePath { get; set; }

    /// <summary>Leaves out pairs joined by at most so many bonds.</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Leave out pairs joined by at most so many bonds.")]
    [ValidateRange(0, 3)]
    public int ExcludedBond { get; set; }

    /// <summary>Lets pairs joined by three bonds, which -ExcludedBond 3 leaves out, act with this part of the potential.</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Part of the potential that acts between pairs joined by three bonds.")]
    public double? OneFourScale { get; set; }

    private MolecularSystem AddPairs()
    {
        CheckPairOptions();
        MolecularSystem system = Charge is null ? System : Charged(Charge);
        return PairForces(system).Aggregate(system, (changed, force) => changed.AddForce(force));
    }

    private IEnumerable<IForce> PairForces(MolecularSystem system)
    {
        PairForceFactory factory = Factory(system);
        return Pair switch
        {
            PairPotentialKind.LennardJones => LennardJonesForces(factory),
            PairPotentialKind.Wca => factory.Make(OfEachType((epsilon, sigma) => new Wca(epsilon, sigma))),
            PairPotentialKind.Coulomb => factory.Make(new Coulomb(system.Units.CoulombConstant, CutoffOr(null), Dielectric)),
            PairPotentialKind.ReactionField => factory.Make(
                new ReactionField(system.Units.CoulombConstant, CutoffOr(null), ReactionFieldDielectric, Dielectric)),
            PairPotentialKind.Buckingham => factory.Make(new Buckingham(
                Need(Repulsion, nameof(Repulsion), Dimension.Energy),
                Need(Decay, nameof(Decay), Dimension.Length),
                Need(Dispersion, nameof(Dispersion), Dimension.Dispersion),
                CutoffOr(null))),
            PairPotentialKind.Morse => factory.Make(new Morse(
                Need(Depth, nameof(Depth), Dimension.Energy),
                Need(Steepness, nameof(Steepness), Dimension.InverseLength),
                Need(Length, nameof(Length), Dimension.Length),
                CutoffOr(null))),
            PairPotentialKind.Gaussian => factory.Make(new GaussianOverlap(
                Need(Height, nameof(Height), Dimension.Energy),
                One(Sigma, nameof(Sigma)).In(system.Units, Dimension.Length),
                CutoffOr(null))),
            PairPotentialKind.SoftCore => factory.Make(OfEachType((epsilon, sigma) => new SoftCore(
                epsilon, sigma, Lambda ?? throw new ArgumentException($"{Kind} needs -Lambda."), CutoffOr(LargestSigma()), Softness))),
            _ => factory.Make(new Tabulated(EnergyTable.Read(FileSystemPath.ForOutput(
                this, TablePath ?? throw new ArgumentException($"{Kind} needs -TablePath."))))),
        };
    }

    private IEnumerable<IForce> LennardJonesForces(PairForceFactory factory)
    {
        // Lennard-Jones has its own shift.
        bool shifted = factory.Modifier == PairModifier.Shift;
        return (shifted ? Factory(System, PairModifier.None) : factory).Make(
            OfEachType((epsilon, sigma) => new LennardJones(epsilon, sigma, CutoffOr(LargestSigma()), shifted)));
    }
}
