using System.Management.Automation;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Systems;

namespace MolShell.Commands.Systems;

public sealed partial class AddSystemForceCommand
{
    private const string AngleSet = "Angle";
    private const string DihedralSet = "Dihedral";

    /// <summary>A potential of the angles between bonds.</summary>
    [Parameter(
        Mandatory = true,
        ParameterSetName = AngleSet,
        HelpMessage = "Potential of angles between bonds: Harmonic, Cosine, CosineSquared or UreyBradley.")]
    public AnglePotentialKind Angle { get; set; }

    /// <summary>A potential of dihedral angles, proper or improper; 180 degrees is trans.</summary>
    [Parameter(
        Mandatory = true,
        ParameterSetName = DihedralSet,
        HelpMessage = "Potential of dihedral angles: Periodic, RyckaertBellemans, Opls or Harmonic.")]
    public DihedralPotentialKind Dihedral { get; set; }

    /// <summary>Rest angle of Harmonic and CosineSquared [radian], or a text such as '109.5 deg'. Without it, 0 for a dihedral.</summary>
    [Parameter(ParameterSetName = AngleSet, HelpMessage = "Rest angle of Harmonic and CosineSquared [radian].")]
    [Parameter(ParameterSetName = DihedralSet, HelpMessage = "Rest angle of Harmonic [radian]; 0 without it.")]
    public Quantity? RestAngle { get; set; }

    /// <summary>Number of minima n of Periodic in a full turn.</summary>
    [Parameter(ParameterSetName = DihedralSet, HelpMessage = "Number of minima of Periodic in a full turn.")]
    [ValidateRange(1, PeriodicDihedral.MaximumMultiplicity)]
    public int Multiplicity { get; set; } = 1;

    /// <summary>Phase delta of Periodic [radian], or a text such as '180 deg'.</summary>
    [Parameter(ParameterSetName = DihedralSet, HelpMessage = "Phase of Periodic [radian].")]
    public Quantity Phase { get; set; } = 0;

    private IForce AngleForce()
    {
        BondAngle[] angles = Particle is null
            ? [.. BondGraph.Angles(System.Topology)]
            : [.. Groups(Particle, 3).Select(g => new BondAngle(g[0], g[1], g[2]))];
        RequireSome(angles, "angles between bonds", "their particles, three by three,");
        return Angle switch
        {
            AnglePotentialKind.Harmonic =>
                new AngleForce<HarmonicAngle>(new HarmonicAngle(TurnConstant(), AngleAtRest()), angles),
            AnglePotentialKind.CosineSquared =>
                new AngleForce<CosineSquaredAngle>(new CosineSquaredAngle(TurnConstant(), AngleAtRest()), angles),
            AnglePotentialKind.Cosine => new AngleForce<CosineAngle>(new CosineAngle(TurnConstant()), angles),
            _ => new BondForce<HarmonicBond>(
                new HarmonicBond(BondConstant(), BondLength()), angles.Select(angle => new Bond(angle.I, angle.K)))
            {
                Name = "UreyBradley",
            },
        };
    }

    private IForce DihedralForce()
    {
        BondDihedral[] dihedrals = Particle is null
            ? [.. BondGraph.Dihedrals(System.Topology)]
            : [.. Groups(Particle, 4).Select(g => new BondDihedral(g[0], g[1], g[2], g[3]))];
        RequireSome(dihedrals, "chains of three bonds", "the particles of dihedrals, four by four,");
        return Dihedral switch
        {
            DihedralPotentialKind.Periodic => new DihedralForce<PeriodicDihedral>(
                new PeriodicDihedral(TurnConstant(), Multiplicity, Phase.In(System.Units, Dimension.Angle)), dihedrals),
            DihedralPotentialKind.Harmonic => new DihedralForce<HarmonicDihedral>(
                new HarmonicDihedral(TurnConstant(), RestAngle?.In(System.Units, Dimension.Angle) ?? 0), dihedrals),
            DihedralPotentialKind.RyckaertBellemans => new DihedralForce<RyckaertBellemans>(
                new RyckaertBellemans(Coefficients(6, "C0 to C5", Dimension.Energy)), dihedrals),
            _ => new DihedralForce<RyckaertBellemans>(Opls(), dihedrals),
        };
    }

    private double TurnConstant() => Need(ForceConstant, nameof(ForceConstant), Dimension.Energy);

    private double AngleAtRest() => Need(RestAngle, nameof(RestAngle), Dimension.Angle);

    private RyckaertBellemans Opls()
    {
        double[] v = Coefficients(4, "V1 to V4", Dimension.Energy);
        return RyckaertBellemans.FromOpls(v[0], v[1], v[2], v[3]);
    }
}
