using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Forces;

/// <summary>
/// Conventions of the functional forms: energies of a chain of six particles, and the force on the third, as LAMMPS (29Sep2021, Debian)
/// computed them with <c>run 0</c> in lj units, norm no, and the styles named here. LAMMPS writes K d^2 where we write k d^2 / 2.
/// </summary>
public sealed class LammpsFormTests
{
    private const double Degree = Math.PI / 180;

    private static readonly Vec3[] Chain =
        [new(0.1, 0.2, 0.3), new(0.9, 0.5, 0.1), new(1.2, 1.3, 0.5), new(0.6, 1.9, 0.8), new(0.9, 2.5, 1.5), new(1.7, 2.2, 2.1)];

    [Fact]
    public void Bond_style_class2() => Check(
        new BondForce<QuarticBond>(new(1.05, 20, -11, 7), ReferenceConfiguration.Chain(6, ring: false)),
        1.52621990972151,
        new(6.04401293011321, -0.595298853031447, -0.297649426515724));

    [Fact]
    public void Bond_style_morse() => Check(
        new BondForce<MorseBond>(new(4, 0.9, 1.7), ReferenceConfiguration.Chain(6, ring: false)),
        0.26470549195693,
        new(-0.285707827527937, -0.761887540074506, -0.380943770037253));

    [Fact]
    public void Angle_style_harmonic() => Check(
        new AngleForce<HarmonicAngle>(new(7, 1.9), Angles()),
        0.389434966733153,
        new(1.99917029976197, 0.950732953776715, 1.54844585890938));

    [Fact]
    public void Angle_style_cosine_squared() => Check(
        new AngleForce<CosineSquaredAngle>(new(7, 1.9), Angles()),
        0.32551754717929,
        new(1.59601129329707, 0.765566840380139, 1.25282957094877));

    [Fact]
    public void Dihedral_style_charmm() => Check(
        new DihedralForce<PeriodicDihedral>(new(-0.7, 3, 23 * Degree), Dihedrals()),
        -2.0722902236936,
        new(-1.62984151921248, 1.67238074770598, -5.30452043497035));

    [Fact]
    public void Dihedral_style_opls() => Check(
        new DihedralForce<RyckaertBellemans>(RyckaertBellemans.FromOpls(1.3, -0.05, 0.2, 0.7), Dihedrals()),
        4.01390019667653,
        new(-0.169730467622282, -0.62944895459831, 1.41927659149516));

    // Its coefficients are those of cos(phi), ours of cos(phi - pi).
    [Fact]
    public void Dihedral_style_multi_harmonic() => Check(
        new DihedralForce<RyckaertBellemans>(new(9.2789, 12.1557, -13.1202, -3.0597, 26.2403), Dihedrals()),
        41.089223735801,
        new(8.49941098708929, 4.39706479271719, -4.83098830008881));

    // It takes angles without sign; here they are -24, 156 and -23 degrees, so that 60 of their signs is the same.
    [Fact]
    public void Improper_style_harmonic() => Check(
        new DihedralForce<HarmonicDihedral>(
            Dihedrals().Select((dihedral, n) => (dihedral, new HarmonicDihedral(5, (n == 1 ? 60 : -60) * Degree)))),
        8.96979185321868,
        new(0.504153357005959, 2.8744989178562, -6.69070039062711));

    [Fact]
    public void Fix_wall_lj93() => Check(
        new ExternalForce<PlaneWall<LennardJones93Wall>>(new(new(1.5, 0.9, 2.2), new Vec3(0, 0, 1), -1)),
        -1.3776885572724,
        new(0, 0, -0.6359067648));

    [Fact]
    public void Fix_wall_lj126() => Check(
        new ExternalForce<PlaneWall<LennardJonesWall>>(new(new(1.5, 0.9, 2.2), new Vec3(0, 0, 1), -1)),
        -2.09503352786484,
        new(0, 0, -1.015258447872));

    // It acts within 1.8 of z = -1.
    [Fact]
    public void Fix_wall_harmonic() => Check(
        new ExternalForce<PlaneWall<HarmonicWall>>(new(new(6), new Vec3(0, 0, 1), 0.8)), 2.49, new(0, 0, 1.8));

    private static IEnumerable<BondAngle> Angles() => Enumerable.Range(0, 4).Select(i => new BondAngle(i, i + 1, i + 2));

    private static IEnumerable<BondDihedral> Dihedrals() => Enumerable.Range(0, 3).Select(i => new BondDihedral(i, i + 1, i + 2, i + 3));

    private static void Check(IForce force, double energy, Vec3 third)
    {
        EnergyReport report = Configurations.Evaluate(ReferenceConfiguration.System(Chain, Box.Open).AddForce(force));
        Assert.Equal(energy, report.PotentialEnergy, 1e-12 * Math.Abs(energy));
        Assert.Equal(0, (report.Forces[2] - third).Length(), 1e-12 * third.Length());
    }
}
