using System.Collections.Immutable;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Systems.Builders;

/// <summary>
/// The sites of a cubic lattice in a cube, in an order in which each site is a nearest neighbour of the one before without crossing
/// the border: a walk to and fro through the cells. Chains and pairs are laid on consecutive sites.
/// </summary>
internal sealed class SiteWalk
{
    private static readonly ImmutableArray<Vec3> SimpleCubic = [Vec3.Zero];

    // All four are nearest neighbours of one another, and of those across a face of the cell.
    private static readonly ImmutableArray<Vec3> FaceCentred = [new(0, 0, 0), new(0, 0.5, 0.5), new(0.5, 0, 0.5), new(0.5, 0.5, 0)];

    private SiteWalk(ImmutableArray<Vec3> basis, int cells, double edge)
    {
        double cell = edge / cells;
        Spacing = basis.Length == 1 ? cell : cell * Math.Sqrt(0.5);
        Sites = [.. Walk(basis, cells).Select(site => site * cell)];
    }

    /// <summary>Site positions [length].</summary>
    public Vec3[] Sites { get; }

    /// <summary>Distance of nearest neighbours [length].</summary>
    public double Spacing { get; }

    /// <summary>The lattice of at least <paramref name="count"/> sites in a cube with the largest distance of neighbours.</summary>
    public static SiteWalk Widest(int count, double edge)
    {
        int simple = CellsFor(count, 1), faceCentred = CellsFor(count, 4);
        return faceCentred * Math.Sqrt(2) < simple
            ? new SiteWalk(FaceCentred, faceCentred, edge)
            : new SiteWalk(SimpleCubic, simple, edge);
    }

    private static int CellsFor(int count, int perCell)
    {
        int cells = 1;
        while ((long)perCell * cells * cells * cells < count)
        {
            cells++;
        }

        return cells;
    }

    private static IEnumerable<Vec3> Walk(ImmutableArray<Vec3> basis, int cells)
    {
        List<Vec3> order = [];
        for (int z = 0; z < cells; z++)
        {
            for (int j = 0; j < cells; j++)
            {
                int y = z % 2 == 0 ? j : cells - 1 - j;
                for (int i = 0; i < cells; i++)
                {
                    order.Add(new Vec3(((z * cells) + j) % 2 == 0 ? i : cells - 1 - i, y, z));
                }
            }
        }

        Vec3 entry = basis[0];
        for (int c = 0; c < order.Count; c++)
        {
            Vec3 step = c + 1 < order.Count ? order[c + 1] - order[c] : new Vec3(0, 0, 1);

            // The way out is a site on the face towards the next cell, the way in one on the face it shares with this cell.
            Vec3 exit = basis.Length == 1 ? entry : basis.First(site => site != entry && OnFace(site, step));
            yield return order[c] + entry;
            foreach (Vec3 site in basis.Where(site => site != entry && site != exit))
            {
                yield return order[c] + site;
            }

            if (exit != entry)
            {
                yield return order[c] + exit;
            }

            entry = basis.Length == 1 ? entry : basis.First(site => OnFace(site, -step));
        }
    }

    private static bool OnFace(Vec3 site, Vec3 direction)
    {
        double along = Vec3.Dot(site, direction);
        return direction.X + direction.Y + direction.Z > 0 ? along == 0.5 : along == 0;
    }
}
