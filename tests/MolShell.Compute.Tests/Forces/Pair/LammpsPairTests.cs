using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Forces.Pair;

/// <summary>
/// Conventions of pair potentials, mixing rules and tails: energy and pressure of 64 particles of two types, and the force on the one of
/// index 17, as LAMMPS (29Sep2021, Debian) computed them with <c>run 0</c> in lj units, norm no, and the styles named here.
/// </summary>
public sealed class LammpsPairTests
{
    [Fact]
    public void Style_lj_cut_with_mix_arithmetic_and_tail()
    {
        PairForce<LennardJones> force = new(Table(MixingRule.LorentzBerthelot, shifted: false));
        Check(
            -185.09367788741,
            -1.41223532489137,
            new(-0.105463187363539, -1.03373533471399, -1.33149929751793),
            force,
            new TailCorrection<LennardJones>(force));
    }

    [Fact]
    public void Style_lj_cut_with_mix_geometric_and_shift() => Check(
        -149.49668423899,
        -1.16404484453576,
        new(-0.111167760051464, -0.982928983221134, -1.24869459944786),
        new PairForce<LennardJones>(Table(MixingRule.Geometric, shifted: true)));

    [Fact]
    public void Style_lj_cut_with_mix_sixthpower_and_shift() => Check(
        -143.591258750051,
        -0.995801966070585,
        new(-0.226392044901611, -1.40322853770453, -1.87039225246747),
        new PairForce<LennardJones>(Table(MixingRule.WaldmanHagler, shifted: true)));

    [Fact]
    public void Style_lj_smooth_linear() => Check(
        -136.955954933808,
        -1.6785373374663,
        new(0.00115361663438712, -0.155397661020932, -0.0391179486106863),
        new PairForce<ForceShifted<LennardJones>>(new ForceShifted<LennardJones>(new(1, 1, 2.5, shifted: false))));

    [Fact]
    public void Style_buck_with_tail()
    {
        PairForce<Buckingham> force = new(new Buckingham(1e5, 0.11, 2.3, 2.5));
        Check(
            41.1147141970195,
            2.80943434250901,
            new(0.0377350485801737, 0.414648686976715, 3.91495009175151),
            force,
            new TailCorrection<Buckingham>(force));
    }

    [Fact]
    public void Style_morse() => Check(
        -176.060841305055,
        -2.23966335653061,
        new(0.0233742507443179, -0.149187354408173, -0.0699833368195687),
        new PairForce<Morse>(new Morse(1.3, 5, 1.1, 2.5)));

    [Fact]
    public void Style_coul_cut_with_dielectric() => Check(
        -14.5526283028024,
        -0.0344992895207538,
        new(0.028656898720954, -0.000947395067562549, 0.00350155136404247),
        new PairForce<Coulomb>(new Coulomb(1, 2.5, 2)));

    // -A exp(-B r^2).
    [Fact]
    public void Style_gauss() => Check(
        -107.827841850905,
        -1.06134386178765,
        new(-0.0400182583898496, -0.164787852454829, -0.146819353395453),
        new PairForce<GaussianOverlap>(new GaussianOverlap(-1.7, Math.Sqrt(0.5 / 0.9), 2.5)));

    private static void Check(double energy, double pressure, Vec3 force, params IForce[] forces)
    {
        Vec3[] positions = [.. Enumerable.Range(0, 64).Select(n => new Vec3(
            (1.3 * (n % 4)) + (0.15 * Math.Sin(1 + (7 * n))) + 0.2,
            (1.3 * (n / 4 % 4)) + (0.15 * Math.Sin(2 + (11 * n))) + 0.2,
            (1.3 * (n / 16)) + (0.15 * Math.Sin(3 + (13 * n))) + 0.2))];
        MolecularSystem system = ReferenceConfiguration.System(positions, Box.Cubic(5.2));
        Topology topology = system.Topology with
        {
            TypeNames = ["A", "B"],
            Types = [.. Enumerable.Range(0, 64).Select(n => n % 3 == 0 ? 1 : 0)],
            Charges = [.. Enumerable.Range(0, 64).Select(n => n % 2 == 0 ? 0.5 : -0.5)],
        };
        system = system with { Start = system.Start with { Topology = topology } };
        EnergyReport report = Configurations.Evaluate(forces.Aggregate(system, (changed, next) => changed.AddForce(next)));
        Assert.Equal(energy, report.PotentialEnergy, 1e-12 * Math.Abs(energy));
        Assert.Equal(pressure, report.VirialPressure!.Value, 1e-12 * Math.Max(1, Math.Abs(pressure)));
        Assert.True((report.Forces[17] - force).Length() < 1e-12 * report.MaximumForce, $"{report.Forces[17]}, {force} expected.");
    }

    private static PairTable<LennardJones> Table(MixingRule rule, bool shifted) => new PairTable<LennardJones> { MixingRule = rule }
        .With("A", "A", new LennardJones(1, 1, 2.5, shifted)).With("B", "B", new LennardJones(0.5, 1.2, 2.5, shifted));
}
