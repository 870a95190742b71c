using System.Collections.Immutable;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>Pairs of particles by the number of bonds between them.</summary>
public static class BondedPairs
{
    /// <summary>
    /// The pairs whose shortest way along the bonds of the topology has <paramref name="bonds"/> bonds, 3 for the "1-4" pairs of force
    /// fields; ascending, the lower particle first.
    /// </summary>
    public static ImmutableArray<Bond> At(Topology topology, int bonds)
    {
        ArgumentNullException.ThrowIfNull(topology);
        ArgumentOutOfRangeException.ThrowIfLessThan(bonds, 1);
        List<int>[] bonded = [.. Enumerable.Range(0, topology.ParticleCount).Select(_ => new List<int>())];
        foreach (Bond bond in topology.Bonds)
        {
            topology.CheckIndex(bond.I, "a bond");
            topology.CheckIndex(bond.J, "a bond");
            bonded[bond.I].Add(bond.J);
            bonded[bond.J].Add(bond.I);
        }

        ImmutableArray<Bond>.Builder pairs = ImmutableArray.CreateBuilder<Bond>();
        for (int i = 0; i < bonded.Length; i++)
        {
            HashSet<int> reached = [i];
            List<int> shell = [i];
            for (int step = 0; step < bonds; step++)
            {
                shell = [.. shell.SelectMany(k => bonded[k]).Where(reached.Add)];
            }

            pairs.AddRange(shell.Where(j => j > i).Order().Select(j => new Bond(i, j)));
        }

        return pairs.ToImmutable();
    }
}
