using MolShell.Compute.Numerics;

namespace MolShell.Compute.Structure.Clusters;

/// <summary>
/// Sets of linked particles, each with the vector from the root of its set to it along links, so that a set is known across periodic edges.
/// Union by size and compressed paths; threads may link at once where their sets cannot meet. Tarjan 1975, doi:10.1145/321879.321884.
/// </summary>
/// <param name="count">Number of particles.</param>
/// <param name="period">Distance beyond which two ways to the same particle end at different images of it [length].</param>
internal sealed class ParticleUnion(int count, double period)
{
    // Of a root, minus the size of its set.
    private readonly int[] parents = NewParents(count);
    private readonly Vec3[] offsets = new Vec3[count];
    private readonly bool[] isPercolating = new bool[count];

    /// <summary>The root of the set of a particle, and the vector from it to the particle [length].</summary>
    public int RootOf(int particle, out Vec3 offset)
    {
        int root = particle;
        offset = Vec3.Zero;
        for (; parents[root] >= 0; root = parents[root])
        {
            offset += offsets[root];
        }

        Vec3 rest = offset;
        for (int at = particle; at != root && parents[at] != root;)
        {
            (int next, Vec3 step) = (parents[at], offsets[at]);
            (parents[at], offsets[at]) = (root, rest);
            (at, rest) = (next, rest - step);
        }

        return root;
    }

    /// <summary>Number of particles in the set of a root.</summary>
    public int SizeOf(int root) => -parents[root];

    /// <summary>Whether the set of a root meets an image of itself.</summary>
    public bool IsPercolating(int root) => isPercolating[root];

    /// <summary>Links two particles.</summary>
    /// <param name="i">One.</param>
    /// <param name="j">The other, or an image of the same.</param>
    /// <param name="vector">From the one to the other [length].</param>
    public void Link(int i, int j, Vec3 vector)
    {
        int rootI = RootOf(i, out Vec3 toI), rootJ = RootOf(j, out Vec3 toJ);
        Vec3 between = toI + vector - toJ;
        if (rootI == rootJ)
        {
            isPercolating[rootI] |= between.LengthSquared() > period * period;
            return;
        }

        if (SizeOf(rootI) < SizeOf(rootJ))
        {
            (rootI, rootJ, between) = (rootJ, rootI, -between);
        }

        parents[rootI] += parents[rootJ];
        parents[rootJ] = rootI;
        offsets[rootJ] = between;
        isPercolating[rootI] |= isPercolating[rootJ];
    }

    private static int[] NewParents(int count)
    {
        int[] parents = new int[count];
        Array.Fill(parents, -1);
        return parents;
    }
}
