using System.Text.Json;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Tests.Forces;

/// <summary>2,3,4-trimethylpentane with the parameters of the reference file tmp_molecule (shared/reference/md), in its Real units.</summary>
internal static class Trimethylpentane
{
    /// <summary>Adds bonds, angles and dihedrals for as many molecules as the system has, one after the other.</summary>
    public static MolecularSystem AddBondedForces(MolecularSystem system)
    {
        JsonElement data = ReferenceData.Json("md/energy/tmp_molecule.json");
        int size = data.GetProperty("N").GetInt32();

        // LAMMPS writes K d^2 where we write k d^2 / 2.
        HarmonicBond[] bonds = Types(data, "bond_coeff_K_r0", c => new HarmonicBond(2 * c[0], c[1]));
        HarmonicAngle[] angles = Types(data, "angle_coeff_K_deg", c => new HarmonicAngle(2 * c[0], c[1] * Math.PI / 180));
        RyckaertBellemans[] dihedrals = Types(data, "opls_V1_4", c => RyckaertBellemans.FromOpls(c[0], c[1], c[2], c[3]));
        return system
            .AddForce(new BondForce<HarmonicBond>(Terms("bond", bonds).Select(t => (new Bond(t.Group[0], t.Group[1]), t.Potential))))
            .AddForce(new AngleForce<HarmonicAngle>(
                Terms("angle", angles).Select(t => (new BondAngle(t.Group[0], t.Group[1], t.Group[2]), t.Potential))))
            .AddForce(new DihedralForce<RyckaertBellemans>(
                Terms("dihedral", dihedrals).Select(t => (new BondDihedral(t.Group[0], t.Group[1], t.Group[2], t.Group[3]), t.Potential))));

        IEnumerable<(int[] Group, T Potential)> Terms<T>(string kind, T[] potentials)
        {
            int[][] groups = [.. data.GetProperty(kind + "s").EnumerateArray().Select(Integers)];
            int[] types = Integers(data.GetProperty(kind + "_types"));
            return Enumerable.Range(0, system.ParticleCount / size).SelectMany(
                molecule => groups.Select((group, g) => (Array.ConvertAll(group, i => (size * molecule) + i), potentials[types[g] - 1])));
        }
    }

    /// <summary>
    /// Adds Lennard-Jones and Coulomb with a plain cutoff, without pairs nearer than four bonds, and with half of the 1-4 pairs.
    /// </summary>
    public static MolecularSystem AddPairForces(MolecularSystem system, double cutoff)
    {
        const double CoulombConstantOfLammps = 332.06371;
        JsonElement data = ReferenceData.Json("md/energy/tmp_molecule.json");
        int size = data.GetProperty("N").GetInt32(), molecules = system.ParticleCount / size;
        LennardJones[] like = Types(data, "lj_eps_sigma", c => new LennardJones(c[0], c[1], cutoff, shifted: false));
        PairTable<LennardJones> table =
            new PairTable<LennardJones> { MixingRule = MixingRule.Geometric }.With("C", "C", like[0]).With("H", "H", like[1]);
        PairTable<Coulomb> coulomb = PairTable<Coulomb>.Uniform(new Coulomb(CoulombConstantOfLammps, cutoff));
        Bond[] bonds = [.. ReferenceConfiguration.Bonds(data.GetProperty("bonds"))];
        double[] charges = [.. data.GetProperty("charges").EnumerateArray().Select(charge => charge.GetDouble())];
        Topology topology = system.Topology with
        {
            TypeNames = ["C", "H"],
            Types = [.. Enumerable.Repeat(Integers(data.GetProperty("types")), molecules).SelectMany(all => all.Select(type => type - 1))],
            Charges = [.. Enumerable.Repeat(charges, molecules).SelectMany(charge => charge)],
            Bonds = [.. Enumerable.Range(0, molecules).SelectMany(
                molecule => bonds.Select(bond => new Bond((size * molecule) + bond.I, (size * molecule) + bond.J)))],
        };
        Bond[] distant = [.. BondGraph.Pairs(topology, 3)];
        return (system with { Start = system.Start with { Topology = topology } })
            .AddForce(new PairForce<LennardJones>(table) { ExcludedBonds = 3 })
            .AddForce(new ListedPairForce<LennardJones>(table, distant, 0.5))
            .AddForce(new PairForce<Coulomb>(coulomb) { ExcludedBonds = 3 })
            .AddForce(new ListedPairForce<Coulomb>(coulomb, distant, 0.5));
    }

    private static int[] Integers(JsonElement row) => [.. row.EnumerateArray().Select(number => number.GetInt32())];

    private static T[] Types<T>(JsonElement data, string name, Func<double[], T> make) =>
    [
        .. data.GetProperty(name).EnumerateObject().OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => make([.. entry.Value.EnumerateArray().Select(number => number.GetDouble())])),
    ];
}
