using System.Management.Automation;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Systems;

namespace MolShell.Commands.Systems;

public sealed partial class AddSystemForceCommand
{
    private const string BondSet = "Bond";

    /// <summary>A potential along bonds. FlatBottom is a restraint, which makes no bond of its particles.</summary>
    [Parameter(
        Mandatory = true,
        ParameterSetName = BondSet,
        HelpMessage = "Potential along bonds: Harmonic, Fene, KremerGrest, DoubleWell, Quartic, Morse or FlatBottom.")]
    public BondPotentialKind Bond { get; set; }

    /// <summary>
    /// Rest length r0 of a bond, compact length of DoubleWell; with -Angle UreyBradley that of the ends; with -Pair Morse the distance of
    /// the minimum [length].
    /// </summary>
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Rest length, compact length of DoubleWell [length].")]
    [Parameter(ParameterSetName = AngleSet, HelpMessage = "Rest length between the ends for UreyBradley [length].")]
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Distance of the minimum of Morse [length].")]
    public Quantity? Length { get; set; }

    /// <summary>Length below which FlatBottom pushes [length]. Without it, 0.</summary>
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Length below which FlatBottom pushes [length]; 0 without it.")]
    public Quantity? MinimumLength { get; set; }

    /// <summary>
    /// Greatest length R0 of Fene and KremerGrest (1.5 sigma without it), or the length beyond which FlatBottom pulls (none without it)
    /// [length].
    /// </summary>
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Greatest length of Fene; length beyond which FlatBottom pulls [length].")]
    public Quantity? MaximumLength { get; set; }

    /// <summary>Energy D that breaks a Morse bond, or a pair of -Pair Morse [energy].</summary>
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Energy that breaks a Morse bond [energy].")]
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Depth of Morse [energy].")]
    public Quantity? Depth { get; set; }

    private MolecularSystem AddBonds()
    {
        Bond[] bonds = Particle is null
            ? [.. System.Topology.Bonds]
            : [.. Groups(Particle, 2).Select(ends => new Bond(ends[0], ends[1]))];
        RequireSome(bonds, "bonds", "their ends");
        MolecularSystem changed = System.AddForce(BondForce(bonds));
        return Bond == BondPotentialKind.FlatBottom
            ? changed
            : changed with
            {
                Start = changed.Start with
                {
                    Topology = changed.Topology with { Bonds = [.. changed.Topology.Bonds.Union(bonds)] },
                },
            };
    }

    private IForce BondForce(Bond[] bonds) => Bond switch
    {
        BondPotentialKind.Harmonic => new BondForce<HarmonicBond>(new HarmonicBond(BondConstant(), BondLength()), bonds),
        BondPotentialKind.Fene => new BondForce<FeneBond>(
            new FeneBond(BondConstant(), Need(MaximumLength, nameof(MaximumLength), Dimension.Length)), bonds),
        BondPotentialKind.KremerGrest => new BondForce<FeneBond>(KremerGrest(), bonds),
        BondPotentialKind.Quartic => new BondForce<QuarticBond>(Quartic(), bonds),
        BondPotentialKind.Morse => new BondForce<MorseBond>(Morse(), bonds),
        BondPotentialKind.FlatBottom => new BondForce<FlatBottomBond>(FlatBottom(), bonds),
        _ => new BondForce<DoubleWellBond>(
            new DoubleWellBond(
                Need(BarrierHeight, nameof(BarrierHeight), Dimension.Energy), BondLength(), Need(Width, nameof(Width), Dimension.Length)),
            bonds),
    };

    private double BondConstant() => Need(ForceConstant, nameof(ForceConstant), Dimension.ForceConstant);

    private double BondLength() => Need(Length, nameof(Length), Dimension.Length);

    private FeneBond KremerGrest()
    {
        double epsilon = One(Epsilon, nameof(Epsilon)).In(System.Units, Dimension.Energy);
        double sigma = One(Sigma, nameof(Sigma)).In(System.Units, Dimension.Length);
        return new FeneBond(
            ForceConstant?.In(System.Units, Dimension.ForceConstant) ?? (30 * epsilon / (sigma * sigma)),
            MaximumLength?.In(System.Units, Dimension.Length) ?? (1.5 * sigma),
            new Wca(epsilon, sigma));
    }

    private QuarticBond Quartic()
    {
        double[] k = Coefficients(3, "k2, k3 and k4", null);
        return new QuarticBond(BondLength(), k[0], k[1], k[2]);
    }

    private MorseBond Morse() => new(
        Need(Depth, nameof(Depth), Dimension.Energy), BondLength(), Need(Steepness, nameof(Steepness), Dimension.InverseLength));

    private FlatBottomBond FlatBottom()
    {
        if (MinimumLength is null && MaximumLength is null)
        {
            throw new ArgumentException($"{Kind} needs -MinimumLength, -MaximumLength or both.");
        }

        return new FlatBottomBond(
            BondConstant(),
            MinimumLength?.In(System.Units, Dimension.Length) ?? 0,
            MaximumLength?.In(System.Units, Dimension.Length) ?? double.PositiveInfinity);
    }
}
