namespace MolShell.Compute.Forces.Bonded;

/// <summary>The order in which bonds or the like are worked off: that of the slots of their first particles, so that neighbours follow each other.</summary>
internal sealed class BondedOrder
{
    private readonly int[] start;
    private readonly int[] byFirst;
    private readonly int[] order;
    private long version = -1;

    public BondedOrder(BondedTerm term, int particleCount)
    {
        (start, byFirst, order) = (new int[particleCount + 1], new int[term.Kinds.Length], new int[term.Kinds.Length]);
        for (int n = 0; n < order.Length; n++)
        {
            start[term.Members[n * term.MemberCount] + 1]++;
        }

        for (int particle = 0; particle < particleCount; particle++)
        {
            start[particle + 1] += start[particle];
        }

        int[] next = [.. start];
        for (int n = 0; n < order.Length; n++)
        {
            byFirst[next[term.Members[n * term.MemberCount]]++] = n;
        }
    }

    /// <summary>The order, as indices.</summary>
    public ReadOnlySpan<int> Indices => order;

    /// <summary>Follows the particles to their slots.</summary>
    public void Follow(Particles particles)
    {
        if (version == particles.Version)
        {
            return;
        }

        version = particles.Version;
        int count = 0;
        for (int slot = 0; slot < particles.Count; slot++)
        {
            int particle = particles.IdOf[slot];
            for (int k = start[particle]; k < start[particle + 1]; k++)
            {
                order[count++] = byFirst[k];
            }
        }
    }
}
