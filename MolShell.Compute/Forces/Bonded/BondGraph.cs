using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>The angles, dihedrals and distant pairs that follow from the bonds of a topology.</summary>
public static class BondGraph
{
    /// <summary>Every pair of bonds that share a particle, in the order of that particle; each angle once, with I below K.</summary>
    public static IEnumerable<BondAngle> Angles(Topology topology)
    {
        int[][] partners = Partners(topology);
        for (int j = 0; j < partners.Length; j++)
        {
            for (int a = 0; a < partners[j].Length; a++)
            {
                for (int b = a + 1; b < partners[j].Length; b++)
                {
                    yield return new BondAngle(partners[j][a], j, partners[j][b]);
                }
            }
        }
    }

    /// <summary>
    /// Every chain of three bonds between four particles, in the order of the middle bonds; each dihedral once, with J below K.
    /// </summary>
    public static IEnumerable<BondDihedral> Dihedrals(Topology topology)
    {
        int[][] partners = Partners(topology);
        for (int j = 0; j < partners.Length; j++)
        {
            foreach (int k in partners[j].Where(k => k > j))
            {
                foreach (int i in partners[j].Where(i => i != k))
                {
                    foreach (int l in partners[k].Where(l => l != j && l != i))
                    {
                        yield return new BondDihedral(i, j, k, l);
                    }
                }
            }
        }
    }

    /// <summary>
    /// Every pair of particles whose shortest way along the bonds has <paramref name="bonds"/> bonds, 3 for the "1-4" pairs of force
    /// fields; ascending, the lower particle first.
    /// </summary>
    public static IEnumerable<Bond> Pairs(Topology topology, int bonds)
    {
        int[][] partners = Partners(topology);
        for (int i = 0; i < partners.Length; i++)
        {
            HashSet<int> reached = [i];
            int[] shell = [i];
            for (int step = 0; step < bonds; step++)
            {
                shell = [.. shell.SelectMany(k => partners[k]).Where(reached.Add)];
            }

            foreach (int j in shell.Where(j => j > i).Order())
            {
                yield return new Bond(i, j);
            }
        }
    }

    private static int[][] Partners(Topology topology)
    {
        ArgumentNullException.ThrowIfNull(topology);
        SortedSet<int>[] partners = new SortedSet<int>[topology.ParticleCount];
        for (int i = 0; i < partners.Length; i++)
        {
            partners[i] = [];
        }

        foreach ((int i, int j) in topology.Bonds)
        {
            partners[i].Add(j);
            partners[j].Add(i);
        }

        return Array.ConvertAll(partners, set => set.ToArray());
    }
}
