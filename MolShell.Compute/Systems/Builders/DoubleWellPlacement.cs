using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Systems.Builders;

/// <summary>
/// Start positions of dimers or a chain among free particles: all on a lattice, bonded partners on neighbouring sites, drawn
/// together to the bond length r0 where the lattice is wider.
/// </summary>
internal sealed class DoubleWellPlacement(int count, int dimers, int chain, double edge, double bondLength, ulong seed)
{
    private readonly Box box = Box.Cubic(edge);
    private readonly RandomSource random = new(RandomKey.FromSeed(seed, RandomStream.Placement));

    public Vec3[] Place()
    {
        // Free particles avoid the bonded ones; a finer lattice has more sites, should too many lie in the way.
        int sites = count;
        while (true)
        {
            SiteWalk walk = SiteWalk.Widest(sites, edge);
            (List<Vec3> bonded, List<Vec3> free) = Bonded(walk);
            double clearance = 0.9 * Math.Min(walk.Spacing, bondLength);
            List<Vec3> open = Clear(free, bonded, clearance);
            if (open.Count < count - bonded.Count)
            {
                sites = walk.Sites.Length + 1;
                continue;
            }

            bonded.AddRange(Choose(open.Count, count - bonded.Count).Select(index => open[index]));
            return [.. bonded];
        }
    }

    private (List<Vec3> Bonded, List<Vec3> Free) Bonded(SiteWalk walk)
    {
        // A lattice narrower than r0 is left as it is: stretching bonds would push their neighbours.
        double factor = Math.Min(1, bondLength / walk.Spacing);
        if (chain > 1)
        {
            Vec3[] sites = walk.Sites[..chain];
            Vec3 centre = sites.Aggregate((a, b) => a + b) / chain;
            return ([.. sites.Select(site => centre + ((site - centre) * factor))], [.. walk.Sites[chain..]]);
        }

        int[] pairs = Choose(walk.Sites.Length / 2, dimers);
        HashSet<int> taken = [.. pairs];
        List<Vec3> bonded = [];
        foreach (int pair in pairs)
        {
            Vec3 first = walk.Sites[2 * pair], second = walk.Sites[(2 * pair) + 1];
            Vec3 middle = 0.5 * (first + second), half = (second - first) * (0.5 * factor);
            bonded.Add(middle - half);
            bonded.Add(middle + half);
        }

        return (bonded, [.. walk.Sites.Where((_, index) => !taken.Contains(index / 2))]);
    }

    private List<Vec3> Clear(List<Vec3> sites, List<Vec3> bonded, double clearance) =>
        [.. sites.Where(site => bonded.All(bead => box.MinimumImage(site - bead).LengthSquared() >= clearance * clearance))];

    /// <summary>Different numbers below <paramref name="from"/>, ascending (Floyd's sampling).</summary>
    private int[] Choose(int from, int number)
    {
        HashSet<int> chosen = [];
        for (int top = from - number; top < from; top++)
        {
            int candidate = random.NextInt(top + 1);
            chosen.Add(chosen.Contains(candidate) ? top : candidate);
        }

        return [.. chosen.Order()];
    }
}
