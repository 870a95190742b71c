using System.Text.Json;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Forces;

/// <summary>Energies and forces of LAMMPS 29Sep2021 and OpenMM 7.7 (shared/reference), to 1e-8 relative.</summary>
public sealed class ReferenceEnergyTests
{
    private const double Tolerance = 1e-8;

    [Theory]
    [InlineData("dw_dimer216_n3_rho096")]
    [InlineData("dw_chain216_n4_rho096")]
    public void Double_well_particles_in_a_WCA_bath_agree_with_LAMMPS(string name)
    {
        JsonElement data = ReferenceData.Json($"md/energy/{name}.json");
        double[][] rows = ReferenceConfiguration.Columns($"md/energy/{name}.xyzf.txt");
        DoubleWellBond well = new(Number(data, "h"), Number(data, "r0"), Number(data, "w"));
        MolecularSystem system = ReferenceConfiguration.System(ReferenceConfiguration.Vectors(rows, 0), Box.Cubic(Number(data, "L")))
            .AddForce(new PairForce<Wca>(new Wca(1, 1)))
            .AddForce(new BondForce<DoubleWellBond>(well, ReferenceConfiguration.Bonds(data.GetProperty("bonds"))));
        using ForceField field = new(system);
        EnergyReport report = field.Report(system.Start);
        AssertRelative(Number(data, "E_wca_lammps"), report.Terms[0].Energy, "WCA energy");
        AssertRelative(Number(data, "E_dw_lammps"), report.Terms[1].Energy, "double-well energy");
        AssertRelative(Number(data, "virial_wca"), report.Terms[0].VirialTrace, "WCA virial");
        AssertRelative(Number(data, "virial_dw"), report.Terms[1].VirialTrace, "double-well virial");
        AssertRelative(Number(data, "P_virial"), report.VirialPressure!.Value, "virial pressure");
        AssertForces(ReferenceConfiguration.Vectors(rows, 3), report.Forces);
    }

    [Fact]
    public void Kremer_Grest_ring_agrees_with_LAMMPS()
    {
        JsonElement data = ReferenceData.Json("md/energy/kg_ring100_k5.json");
        double[][] rows = ReferenceConfiguration.Columns("md/energy/kg_ring100_k5.xyzf.txt");
        int n = rows.Length;
        Bond[] bonds = ReferenceConfiguration.Chain(n, ring: true);
        MolecularSystem system = ReferenceConfiguration.System(ReferenceConfiguration.Vectors(rows, 0), Box.Open, bonds)
            .AddForce(new PairForce<Wca>(new Wca(1, 1)) { ExcludedBonds = 1 })
            .AddForce(new BondForce<FeneBond>(new FeneBond(30, 1.5, new Wca(1, 1)), bonds))
            .AddForce(new AngleForce<CosineAngle>(
                new CosineAngle(Number(data, "kappa_bend")), bonds.Select(bond => new BondAngle(bond.I, bond.J, (bond.J + 1) % n))));
        using ForceField field = new(system);
        EnergyReport report = field.Report(system.Start);
        Assert.Equal(0, report.Terms[0].Energy);
        AssertRelative(Number(data, "E_bond_lammps"), report.Terms[1].Energy, "bond energy");
        AssertRelative(Number(data, "E_angle_lammps"), report.Terms[2].Energy, "angle energy");
        AssertForces(ReferenceConfiguration.Vectors(rows, 3), report.Forces);
    }

    [Fact]
    public void Copolymer_with_binders_agrees_with_LAMMPS()
    {
        JsonElement data = ReferenceData.Json("md/energy/copolymer60_binders20.json");
        double[][] rows = ReferenceConfiguration.Columns("md/energy/copolymer60_binders20.xyzf.txt");
        Bond[] bonds = ReferenceConfiguration.Chain(60, ring: false);
        MolecularSystem system =
            ReferenceConfiguration.System(ReferenceConfiguration.Vectors(rows, 1), Box.Cubic(Number(data, "L")), bonds);
        Topology topology = system.Topology with { TypeNames = ["A", "B", "Binder"], Types = [.. rows.Select(row => (int)row[0] - 1)] };
        PairTable<LennardJones> binding = new PairTable<LennardJones>().With("A", "Binder", new LennardJones(3, 1, 2.5))
            .Without("A", "A").Without("B", "B").Without("Binder", "Binder").Without("A", "B").Without("B", "Binder");
        double width = Math.Sqrt(0.5 / 0.7);
        PairTable<GaussianOverlap> attraction = new PairTable<GaussianOverlap>()
            .With("A", "A", new(-0.8, width, 3)).With("B", "B", new(-0.5, width, 3)).With("B", "A", new(-0.1, width, 3))
            .Without("A", "Binder").Without("B", "Binder").Without("Binder", "Binder");
        system = (system with { Start = system.Start with { Topology = topology } })
            .AddForce(new PairForce<Wca>(new Wca(1, 1)) { ExcludedBonds = 1 })
            .AddForce(new PairForce<LennardJones>(binding))
            .AddForce(new PairForce<GaussianOverlap>(attraction) { ExcludedBonds = 1 })
            .AddForce(new BondForce<FeneBond>(new FeneBond(30, 1.5, new Wca(1, 1)), bonds))
            .AddForce(
                new AngleForce<CosineAngle>(new CosineAngle(1.5), Enumerable.Range(0, 58).Select(i => new BondAngle(i, i + 1, i + 2))));
        using ForceField field = new(system);
        EnergyReport report = field.Report(system.Start);
        AssertRelative(Number(data, "E_wca_nonbonded"), report.Terms[0].Energy, "WCA energy");
        AssertRelative(Number(data, "E_binder_lj"), report.Terms[1].Energy, "binder energy");
        AssertRelative(Number(data, "E_gauss"), report.Terms[2].Energy, "Gaussian energy");
        AssertRelative(Number(data, "E_fene") + Number(data, "E_wca_bonded"), report.Terms[3].Energy, "bond energy");
        AssertRelative(Number(data, "E_bend"), report.Terms[4].Energy, "angle energy");
        AssertForces(ReferenceConfiguration.Vectors(rows, 4), report.Forces);
    }

    [Theory]
    [InlineData("dimer")]
    [InlineData("dimers2")]
    [InlineData("chain3")]
    public void Double_well_particles_agree_with_OpenMM(string name)
    {
        JsonElement data = ReferenceData.Json("paths/wca_dimer_openmm_energies.json");
        JsonElement expected = data.GetProperty("cases").EnumerateArray().Single(entry => entry.GetProperty("name").GetString() == name);
        DoubleWellBond well = new(Number(data, "h"), Number(data, "r0"), Number(data, "w"));
        MolecularSystem system = ReferenceConfiguration.System(
                ReferenceConfiguration.Vectors(data.GetProperty("positions")), Box.Cubic(Number(data, "L")))
            .AddForce(new PairForce<Wca>(new Wca(Number(data, "epsilon"), Number(data, "sigma"))))
            .AddForce(new BondForce<DoubleWellBond>(well, ReferenceConfiguration.Bonds(expected.GetProperty("bonds"))));
        using ForceField field = new(system);
        EnergyReport report = field.Report(system.Start);
        AssertRelative(Number(expected, "E_wca"), report.Terms[0].Energy, "WCA energy");
        AssertRelative(Number(expected, "E_bond"), report.Terms[1].Energy, "bond energy");
        AssertForces(ReferenceConfiguration.Vectors(expected.GetProperty("forces")), report.Forces);
    }

    [Theory]
    [InlineData("tmp_molecule", 1)]
    [InlineData("tmp_liquid27", 27)]
    public void Trimethylpentane_agrees_with_LAMMPS(string name, int molecules)
    {
        JsonElement data = ReferenceData.Json($"md/energy/{name}.json");
        JsonElement lammps = data.GetProperty(molecules == 1 ? "lammps" : "lammps_cut");
        double[][] rows = ReferenceConfiguration.Columns($"md/energy/{name}.xyzf.txt");
        Box box = Box.Cubic(Number(data, molecules == 1 ? "box" : "L"));
        MolecularSystem system = Trimethylpentane.AddBondedForces(ReferenceConfiguration.System(ReferenceConfiguration.Vectors(rows, 0), box));
        system = Trimethylpentane.AddPairForces(system, molecules == 1 ? 25 : 9);
        EnergyReport report = Configurations.Evaluate(system);
        AssertRelative(Number(lammps, "E_bond"), report.Terms[0].Energy, "bond energy");
        AssertRelative(Number(lammps, "E_angle"), report.Terms[1].Energy, "angle energy");
        AssertRelative(Number(lammps, "E_dihed"), report.Terms[2].Energy, "dihedral energy");
        AssertRelative(Number(lammps, "E_vdwl"), report.Terms[3].Energy + report.Terms[4].Energy, "Lennard-Jones energy");
        AssertRelative(Number(lammps, "E_coul"), report.Terms[5].Energy + report.Terms[6].Energy, "Coulomb energy");
        AssertForces(ReferenceConfiguration.Vectors(rows, 3), report.Forces);
    }

    private static double Number(JsonElement data, string name) => data.GetProperty(name).GetDouble();

    private static void AssertRelative(double expected, double actual, string what) => Assert.True(
        Math.Abs(actual - expected) <= Tolerance * Math.Abs(expected),
        FormattableString.Invariant($"{what}: {actual:R}, expected {expected:R} to {Tolerance} relative."));

    // Relative to the largest force: components near 0 are differences of large numbers.
    private static void AssertForces(Vec3[] expected, Vec3[] actual)
    {
        double scale = expected.Max(f => f.Length());
        for (int i = 0; i < expected.Length; i++)
        {
            double error = (actual[i] - expected[i]).Length();
            Assert.True(error <= Tolerance * scale, $"Force on particle {i}: {actual[i]}, expected {expected[i]}.");
        }
    }
}
