using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Neighbors;

/// <summary>Pairs of particles that do not interact, as a sorted list of partners of each particle.</summary>
internal sealed class Exclusions
{
    private readonly int[] start;
    private readonly int[] partners;

    /// <param name="topology">Whose bonds count.</param>
    /// <param name="bonds">Pairs joined by at most this number of bonds are excluded.</param>
    /// <param name="pairs">Further pairs.</param>
    /// <exception cref="ArgumentException">A pair names a particle that does not exist.</exception>
    public Exclusions(Topology topology, int bonds, IEnumerable<Bond> pairs)
    {
        SortedSet<int>[] found = new SortedSet<int>[topology.ParticleCount];
        if (bonds > 0)
        {
            AddBonded(Bonded(topology), bonds, found);
        }

        foreach (Bond pair in pairs)
        {
            topology.CheckIndex(pair.I, "an excluded pair");
            topology.CheckIndex(pair.J, "an excluded pair");
            Add(found, pair.I, pair.J);
        }

        partners = [.. found.Where(set => set is not null).SelectMany(set => set)];
        start = IsEmpty ? [] : new int[found.Length + 1];
        for (int i = 0; i + 1 < start.Length; i++)
        {
            start[i + 1] = start[i] + (found[i]?.Count ?? 0);
        }
    }

    /// <summary>Whether any pair is excluded.</summary>
    public bool IsEmpty => partners.Length == 0;

    /// <summary>Whether the pair is excluded.</summary>
    public bool Contains(int i, int j) => PartnersOf(i).BinarySearch(j) >= 0;

    /// <summary>All partners of a particle, in order.</summary>
    public ReadOnlySpan<int> PartnersOf(int particle) => IsEmpty ? [] : partners.AsSpan(start[particle], start[particle + 1] - start[particle]);

    private static List<int>[] Bonded(Topology topology)
    {
        List<int>[] bonded = [.. Enumerable.Range(0, topology.ParticleCount).Select(_ => new List<int>())];
        foreach (Bond bond in topology.Bonds)
        {
            topology.CheckIndex(bond.I, "a bond");
            topology.CheckIndex(bond.J, "a bond");
            bonded[bond.I].Add(bond.J);
            bonded[bond.J].Add(bond.I);
        }

        return bonded;
    }

    private static void AddBonded(List<int>[] bonded, int bonds, SortedSet<int>[] found)
    {
        for (int i = 0; i < bonded.Length; i++)
        {
            HashSet<int> reached = [i];
            List<int> shell = [i];
            for (int step = 0; step < bonds; step++)
            {
                shell = [.. shell.SelectMany(k => bonded[k]).Where(reached.Add)];
                shell.ForEach(j => Add(found, i, j));
            }
        }
    }

    private static void Add(SortedSet<int>[] found, int i, int j)
    {
        if (i != j)
        {
            (found[i] ??= []).Add(j);
            (found[j] ??= []).Add(i);
        }
    }
}
