using System.Text.Json;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Forces.Bonded;

public sealed class BondGraphTests
{
    [Fact]
    public void Branched_chain_has_an_angle_for_each_pair_of_bonds_and_a_dihedral_for_each_chain_of_three()
    {
        Topology topology = Topology(6, new(3, 1), new(0, 1), new(1, 2), new(2, 1), new(4, 2));
        Assert.Equal([new(0, 1, 2), new(0, 1, 3), new(2, 1, 3), new(1, 2, 4)], BondGraph.Angles(topology));
        Assert.Equal([new(0, 1, 2, 4), new(3, 1, 2, 4)], BondGraph.Dihedrals(topology));
    }

    [Fact]
    public void Rings_of_three_and_four_have_no_dihedral_that_returns_to_its_start()
    {
        Assert.Equal(3, BondGraph.Angles(Topology(3, ReferenceConfiguration.Chain(3, ring: true))).Count());
        Assert.Empty(BondGraph.Dihedrals(Topology(3, ReferenceConfiguration.Chain(3, ring: true))));
        Assert.Equal(4, BondGraph.Dihedrals(Topology(4, ReferenceConfiguration.Chain(4, ring: true))).Count());
    }

    [Fact]
    public void Trimethylpentane_has_the_angles_and_dihedrals_of_the_reference()
    {
        JsonElement data = ReferenceData.Json("md/energy/tmp_molecule.json");
        Topology topology = Topology(data.GetProperty("N").GetInt32(), ReferenceConfiguration.Bonds(data.GetProperty("bonds")));
        IEnumerable<BondAngle> angles = Rows("angles").Select(row => row[0] < row[2] ? row : [.. row.Reverse()])
            .Select(row => new BondAngle(row[0], row[1], row[2]));
        IEnumerable<BondDihedral> dihedrals = Rows("dihedrals").Select(row => row[1] < row[2] ? row : [.. row.Reverse()])
            .Select(row => new BondDihedral(row[0], row[1], row[2], row[3]));
        Assert.Equal(angles.OrderBy(a => (a.J, a.I, a.K)), BondGraph.Angles(topology));
        Assert.Equal(dihedrals.OrderBy(d => (d.J, d.K, d.I, d.L)), BondGraph.Dihedrals(topology));

        IEnumerable<int[]> Rows(string name) =>
            data.GetProperty(name).EnumerateArray().Select(row => row.EnumerateArray().Select(number => number.GetInt32()).ToArray());
    }

    private static Topology Topology(int count, params Bond[] bonds) =>
        Compute.Systems.Topology.Uniform(count, 1, "X") with { Bonds = [.. bonds] };
}
