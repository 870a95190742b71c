using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Plots.Trajectories;

/// <summary>Puts molecules into the periodic box as wholes: no bond is drawn across the picture.</summary>
internal sealed class MoleculeWrapper
{
    /// <summary>Bonds longer than their minimum image by this factor cross the box as drawn.</summary>
    private const double Slack = 1.001;

    private readonly Topology topology;

    /// <summary>Particles so that each comes after the one it hangs on; parents are -1 for the first of a molecule.</summary>
    private readonly int[] order;
    private readonly int[] parents;

    public MoleculeWrapper(Topology topology)
    {
        this.topology = topology;
        int n = topology.ParticleCount;
        List<int>[] neighbors = new List<int>[n];
        foreach (Bond bond in topology.Bonds)
        {
            (neighbors[bond.I] ??= []).Add(bond.J);
            (neighbors[bond.J] ??= []).Add(bond.I);
        }

        order = new int[n];
        parents = new int[n];
        bool[] seen = new bool[n];
        int count = 0;
        for (int start = 0; start < n; start++)
        {
            if (seen[start])
            {
                continue;
            }

            seen[start] = true;
            parents[start] = -1;
            order[count++] = start;
            for (int next = count - 1; next < count; next++)
            {
                foreach (int other in neighbors[order[next]] ?? [])
                {
                    if (!seen[other])
                    {
                        seen[other] = true;
                        parents[other] = order[next];
                        order[count++] = other;
                    }
                }
            }
        }
    }

    /// <summary>The positions [length], shape [n, 3], with each molecule whole and its geometric centre in the box.</summary>
    public Vec3[] Wrap(Frame frame)
    {
        Box box = frame.Box;
        if (!box.IsPeriodic)
        {
            return frame.Positions;
        }

        Vec3[] whole = new Vec3[order.Length];
        for (int first = 0; first < order.Length;)
        {
            Vec3 sum = Vec3.Zero;
            int last = first;
            do
            {
                int i = order[last];
                Vec3 r = frame.Positions[i];
                whole[i] = parents[i] < 0 ? r : whole[parents[i]] + box.MinimumImage(r - frame.Positions[parents[i]]);
                sum += whole[i];
                last++;
            }
            while (last < order.Length && parents[order[last]] >= 0);

            Vec3 center = sum / (last - first);
            Vec3 shift = box.Wrap(center) - center;
            for (; first < last; first++)
            {
                whole[order[first]] += shift;
            }
        }

        return whole;
    }

    /// <summary>
    /// Indices of the bonds that would be drawn across the box: those of networks that close through it, or of split molecules.
    /// </summary>
    public int[] CrossingBonds(Box box, Vec3[] positions)
    {
        if (!box.IsPeriodic)
        {
            return [];
        }

        List<int> crossing = [];
        for (int k = 0; k < topology.Bonds.Length; k++)
        {
            Vec3 d = positions[topology.Bonds[k].J] - positions[topology.Bonds[k].I];
            if (d.Length() > Slack * box.MinimumImage(d).Length())
            {
                crossing.Add(k);
            }
        }

        return [.. crossing];
    }
}
