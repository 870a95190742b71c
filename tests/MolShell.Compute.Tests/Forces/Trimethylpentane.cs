using System.Text.Json;
using MolShell.Compute.Forces.Bonded;
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

    private static int[] Integers(JsonElement row) => [.. row.EnumerateArray().Select(number => number.GetInt32())];

    private static T[] Types<T>(JsonElement data, string name, Func<double[], T> make) =>
    [
        .. data.GetProperty(name).EnumerateObject().OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => make([.. entry.Value.EnumerateArray().Select(number => number.GetDouble())])),
    ];
}
