using System.Management.Automation;
using MolShell.Compute.Forces;
using MolShell.Compute.Systems;

namespace MolShell.Commands.Systems;

/// <summary>Gives a system with one force more: between pairs of particles, along bonds, of angles, or of place.</summary>
/// <remarks>
/// <para>The forces of a system add up. The system that comes in is not changed.</para>
/// <para>
/// -Pair acts between all particles, or with -Type between those of one type or two. Each potential takes its own parameters: LennardJones
/// -Epsilon, -Sigma and -Cutoff; Wca -Epsilon and -Sigma; Coulomb and ReactionField -Cutoff, the charges of the system or -Charge, and
/// -Dielectric; Buckingham -Repulsion, -Decay, -Dispersion and -Cutoff; Morse -Depth, -Steepness, -Length and -Cutoff; Gaussian -Height,
/// -Sigma and -Cutoff; SoftCore those of LennardJones and -Lambda; Table -TablePath. With -MixingRule, or several numbers of -Epsilon or
/// -Sigma, each type of -Type has its own parameters and those between types are mixed.
/// </para>
/// <para>
/// -Bond acts along the bonds of the system, or along those that -Particle names, which then become bonds of the system. -Angle and
/// -Dihedral act on all angles between bonds and on all chains of three bonds, or on those that -Particle names; an improper dihedral is
/// one of four particles that are named. -External acts on every particle, or on those that -Particle or -Type names.
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
/// <example>
/// <code>
/// New-CrystalSystem -Structure SimpleCubic -Repeat 3 -LatticeConstant 0.97 |
///     Add-SystemForce -Pair Wca -ExcludedBond 1 |
///     Add-SystemForce -Bond KremerGrest -Particle 0,1,1,4,4,13 |
///     Add-SystemForce -Angle Cosine -ForceConstant 1.5 |
///     Add-SystemForce -Dihedral Periodic -ForceConstant 0.5 -Multiplicity 3 |
///     Measure-PotentialEnergy
/// </code>
/// <para>A Kremer-Grest chain of four beads (0-1-4-13) with bending stiffness and a preferred twist, among single beads.</para>
/// </example>
/// <example>
/// <code>
/// New-CrystalSystem -Structure Fcc -Repeat 3 -Density 0.8 |
///     Add-SystemForce -Pair Wca |
///     Add-SystemForce -External WcaWall -Normal 0,0,1 -Offset -1 |
///     Add-SystemForce -External Field -Strength 0,0,-0.1 -Coupling Mass |
///     Measure-PotentialEnergy
/// </code>
/// <para>Particles that fall onto a floor at z = -1.</para>
/// </example>
/// <example>
/// <code>
/// New-CrystalSystem -Structure SimpleCubic -Repeat 4 -LatticeConstant 1.1 |
///     Add-SystemForce -Pair LennardJones -Cutoff 2 -SwitchDistance 1.7 -TailCorrection |
///     Add-SystemForce -Pair ReactionField -Charge 0.5,-0.5 -Cutoff 2 -ReactionFieldDielectric 78 |
///     Measure-PotentialEnergy
/// </code>
/// <para>
/// Charged particles: Lennard-Jones switched off from 1.7 to 2 with what is missing beyond in a term of its own, and the reaction field
/// of a continuum like water.
/// </para>
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

    /// <summary>
    /// The particles of bonds two by two, of angles three by three, of dihedrals four by four: with -Bond, 0,1,2,3 means the bonds 0-1
    /// and 2-3. Without it, all bonds of the system, all angles between them, all chains of three bonds. With -External, the particles
    /// that feel it; all without.
    /// </summary>
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Ends of the bonds, two by two; all bonds of the system without it.")]
    [Parameter(ParameterSetName = AngleSet, HelpMessage = "Particles of the angles, three by three; all angles without it.")]
    [Parameter(ParameterSetName = DihedralSet, HelpMessage = "Particles of the dihedrals, four by four; all proper ones without it.")]
    [Parameter(ParameterSetName = ExternalSet, HelpMessage = "Particles that feel the potential of place; all without it.")]
    [ValidateCount(1, int.MaxValue)]
    public int[]? Particle { get; set; }

    /// <summary>
    /// Force constant k: of a bond or a place [energy/length^2], of an angle or a dihedral [energy/radian^2, or energy for cosines].
    /// </summary>
    [Parameter(ParameterSetName = BondSet, HelpMessage = "Force constant of the bond [energy/length^2].")]
    [Parameter(ParameterSetName = AngleSet, HelpMessage = "Force constant of the angle [energy]; of UreyBradley [energy/length^2].")]
    [Parameter(ParameterSetName = DihedralSet, HelpMessage = "Force constant of Periodic and Harmonic [energy].")]
    [Parameter(ParameterSetName = ExternalSet, HelpMessage = "Force constant of a well, a soft wall or a restraint [energy/length^2].")]
    public Quantity? ForceConstant { get; set; }

    /// <summary>
    /// Coefficients C0 to C5 of RyckaertBellemans or V1 to V4 of Opls [energy]; k2, k3, k4 of a Quartic bond in the units of the system,
    /// without unit. Those left out at the end are 0.
    /// </summary>
    [Parameter(ParameterSetName = BondSet, HelpMessage = "k2, k3, k4 of Quartic [energy/length^2, ^3, ^4].")]
    [Parameter(ParameterSetName = DihedralSet, HelpMessage = "C0 to C5 of RyckaertBellemans, V1 to V4 of Opls [energy].")]
    [ValidateCount(1, 6)]
    public Quantity[]? Coefficient { get; set; }

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
        RequireTaken();
        MolecularSystem changed = ParameterSetName switch
        {
            PairSet => AddPairs(),
            BondSet => AddBonds(),
            AngleSet => System.AddForce(AngleForce()),
            DihedralSet => System.AddForce(DihedralForce()),
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
        AngleSet => $"-Angle {Angle}",
        DihedralSet => $"-Dihedral {Dihedral}",
        _ => $"-External {External}",
    };

    private void RequireTaken()
    {
        switch (ParameterSetName)
        {
            case PairSet:
                RequireTaken(Pair, Taken);
                break;
            case BondSet:
                RequireTaken(Bond, Taken);
                break;
            case AngleSet:
                RequireTaken(Angle, Taken);
                break;
            case DihedralSet:
                RequireTaken(Dihedral, Taken);
                break;
            default:
                RequireTaken(External, Taken);
                break;
        }
    }

    /// <summary>Refuses parameters that other kinds of the set take, and this one does not.</summary>
    private void RequireTaken<TKind>(TKind kind, Func<TKind, string[]> takenBy)
        where TKind : struct, Enum
    {
        string[] taken = takenBy(kind);
        string? refused = Enum.GetValues<TKind>().SelectMany(takenBy).Except(taken)
            .FirstOrDefault(name => MyInvocation.BoundParameters.ContainsKey(name));
        if (refused is not null)
        {
            string names = string.Join(", ", taken.Select(name => $"-{name}"));
            throw new ArgumentException($"{Kind} does not take -{refused}; it takes {names}.");
        }
    }

    private double Need(Quantity? quantity, string parameter, Dimension dimension) =>
        quantity?.In(System.Units, dimension) ?? throw new ArgumentException($"{Kind} needs -{parameter}.");

    private Quantity One(Quantity[] quantities, string parameter) => quantities.Length == 1
        ? quantities[0]
        : throw new ArgumentException($"-{parameter} has {quantities.Length} numbers; {Kind} takes one.");

    /// <summary>The coefficients, filled up with zeros; each of a dimension, or without unit.</summary>
    private double[] Coefficients(int count, string names, Dimension? dimension)
    {
        if (Coefficient is null || Coefficient.Length > count)
        {
            string found = Coefficient is null ? string.Empty : $", not {Coefficient.Length} numbers";
            throw new ArgumentException($"{Kind} needs -Coefficient {names}{found}.");
        }

        double[] numbers = new double[count];
        for (int n = 0; n < Coefficient.Length; n++)
        {
            numbers[n] = dimension is { } known ? Coefficient[n].In(System.Units, known)
                : Coefficient[n].Unit is null ? Coefficient[n].Value
                : throw new ArgumentException(
                    $"-Coefficient '{Coefficient[n]}': {Kind} takes numbers in the units of the system, without unit.");
        }

        return numbers;
    }

    private IEnumerable<int[]> Groups(int[] particles, int size) => particles.Length % size == 0
        ? particles.Chunk(size)
        : throw new ArgumentException(
            $"-Particle names {particles.Length} particles; {Kind} joins {size}, so a multiple of {size} was expected.");

    private void RequireSome<T>(T[] found, string what, string names)
    {
        if (found.Length == 0)
        {
            throw new ArgumentException($"The system '{System.Name}' has no {what}: name {names} with -Particle.");
        }
    }
}
