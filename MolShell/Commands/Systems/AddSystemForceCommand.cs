using System.Management.Automation;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
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
public sealed class AddSystemForceCommand : MolShellCommand
{
    private const string PairSet = "Pair";
    private const string BondSet = "Bond";
    private const string ExternalSet = "External";

    /// <summary>The system.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "The system.")]
    public MolecularSystem System { get; set; } = null!;

    /// <summary>A potential between pairs of particles, in any periodic cell, also in one smaller than the cutoff.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PairSet, HelpMessage = "Potential between pairs: LennardJones or Wca.")]
    public PairPotentialKind Pair { get; set; }

    /// <summary>A potential along bonds.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BondSet, HelpMessage = "Potential along bonds: Harmonic, Fene or DoubleWell.")]
    public BondPotentialKind Bond { get; set; }

    /// <summary>A potential of place.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ExternalSet, HelpMessage = "Potential of place: Harmonic or DoubleWell.")]
    public ExternalPotentialKind External { get; set; }

    /// <summary>Energy parameter epsilon of a pair potential [energy].</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Energy parameter epsilon [energy].")]
    public Quantity Epsilon { get; set; } = 1;

    /// <summary>Size parameter sigma of a pair potential [length].</summary>
    [Parameter(ParameterSetName = PairSet, HelpMessage = "Size parameter sigma [length].")]
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

    /// <summary>Ends of the bonds, two by two: 0,1,2,3 means the bonds 0-1 and 2-3. Without it, all bonds of the system.</summary>
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Ends of the bonds, two by two; all bonds of the system without it.")]
    [ValidateCount(2, int.MaxValue)]
    public int[]? Particle { get; set; }

    /// <summary>Force constant of Harmonic (k) and Fene (K) [energy/length^2].</summary>
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Force constant of Harmonic and Fene [energy/length^2].")]
    [Parameter(ParameterSetName = ExternalSet, HelpMessage = "Force constant of Harmonic [energy/length^2].")]
    public Quantity? ForceConstant { get; set; }

    /// <summary>Rest length of Harmonic, compact length r0 of DoubleWell [length].</summary>
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Rest length of Harmonic, compact length of DoubleWell [length].")]
    public Quantity? Length { get; set; }

    /// <summary>Greatest length R0 of Fene [length].</summary>
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Greatest length of Fene [length].")]
    public Quantity? MaximumLength { get; set; }

    /// <summary>Barrier h of DoubleWell [energy].</summary>
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Barrier of DoubleWell [energy].")]
    [Parameter(ParameterSetName = ExternalSet, HelpMessage = "Barrier of DoubleWell [energy].")]
    public Quantity? BarrierHeight { get; set; }

    /// <summary>Half distance of the minima of DoubleWell: w of a bond, a of a potential of place [length].</summary>
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Half distance of the minima of DoubleWell [length].")]
    [Parameter(ParameterSetName = ExternalSet, HelpMessage = "Half distance of the minima of DoubleWell [length].")]
    public Quantity? Width { get; set; }

    /// <summary>Center of Harmonic [length]: its coordinates, as many as a particle of the system has. Without it, the origin.</summary>
    [Parameter(ParameterSetName = ExternalSet, HelpMessage = "Center of Harmonic [length], one number a coordinate.")]
    [ValidateCount(1, 3)]
    public Quantity[] Center { get; set; } = [];

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

    private IForce ExternalForce() => External switch
    {
        ExternalPotentialKind.Harmonic => new ExternalForce<HarmonicWell>(
            new HarmonicWell(Need(ForceConstant, nameof(ForceConstant), Dimension.ForceConstant) * MovingAxes(), CenterPoint())),
        _ => new ExternalForce<DoubleWell>(
            new DoubleWell(Need(BarrierHeight, nameof(BarrierHeight), Dimension.Energy), Need(Width, nameof(Width), Dimension.Length))),
    };

    private Vec3 CenterPoint()
    {
        double[] c = [.. Center.Select(q => q.In(System.Units, Dimension.Length)), 0, 0, 0];
        return new Vec3(c[0], c[1], c[2]);
    }

    private Vec3 MovingAxes() => new(1, System.Topology.Dimension > 1 ? 1 : 0, System.Topology.Dimension > 2 ? 1 : 0);

    private double Need(Quantity? quantity, string parameter, Dimension dimension) =>
        quantity?.In(System.Units, dimension) ?? throw new ArgumentException(
            $"{(ParameterSetName == BondSet ? $"-Bond {Bond}" : $"-External {External}")} needs -{parameter}.");

    private static Bond[] Pairs(int[] ends) => ends.Length % 2 == 0
        ? [.. ends.Chunk(2).Select(pair => new Bond(pair[0], pair[1]))]
        : throw new ArgumentException($"-Particle names {ends.Length} ends of bonds; an even number was expected.");
}
