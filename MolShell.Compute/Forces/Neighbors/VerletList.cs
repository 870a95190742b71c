using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Neighbors;

/// <summary>
/// For each particle i the particles j >= i, with the lattice translation S, that are within cutoff + skin, made anew when
/// any particle has moved by half the skin since. The separation is (r_j - r_i) + S. A particle is its own neighbour through
/// translations; of S and -S one is listed. Verlet 1967, doi:10.1103/PhysRev.159.98.
/// </summary>
internal sealed class VerletList
{
    private readonly double range;
    private readonly double range2;
    private readonly double squaredSlack;
    private readonly Exclusions exclusions;
    private readonly CellList cells = new();
    private readonly ShiftTable shifts = new();
    private PairList pairs = new(0);
    private (int Cell, Image Image)[] around = [];
    private (int Start, int End)[] ranges = [];
    private Neighbor[] neighbors = [];
    private Vec3[] reference = [];
    private Box? box;
    private int neighborCount;

    public VerletList(double cutoff, double skin, Exclusions exclusions)
    {
        range = cutoff + skin;
        range2 = range * range;
        squaredSlack = 0.25 * skin * skin;
        this.exclusions = exclusions;
    }

    /// <summary>Number of times the list was made.</summary>
    public long BuildCount { get; private set; }

    /// <summary>Where the neighbours of each particle stand in <see cref="Neighbors"/>.</summary>
    public ReadOnlySpan<(int Start, int End)> Ranges => ranges;

    /// <summary>Neighbours of all particles.</summary>
    public ReadOnlySpan<Neighbor> Neighbors => neighbors.AsSpan(0, neighborCount);

    /// <summary>The lattice translations that neighbours refer to [length]; number 0 is zero.</summary>
    public ReadOnlySpan<Vec3> Shifts => shifts.Vectors;

    /// <summary>Makes the list anew if it is no longer valid for the positions.</summary>
    /// <returns>-1, or the particle that is not finite or too far away.</returns>
    public int Update(ReadOnlySpan<Vec3> positions, Box box)
    {
        if (IsValid(positions, box))
        {
            return -1;
        }

        this.box = null;
        int lost = cells.Build(positions, box, range);
        if (lost >= 0)
        {
            return lost;
        }

        Build(positions, box);
        if (reference.Length != positions.Length)
        {
            reference = new Vec3[positions.Length];
        }

        positions.CopyTo(reference);
        this.box = box;
        BuildCount++;
        return -1;
    }

    // Written so that a position which is not a number is never valid.
    private bool IsValid(ReadOnlySpan<Vec3> positions, Box box)
    {
        if (!box.Equals(this.box) || reference.Length != positions.Length)
        {
            return false;
        }

        for (int i = 0; i < positions.Length; i++)
        {
            if (!((positions[i] - reference[i]).LengthSquared() <= squaredSlack))
            {
                return false;
            }
        }

        return true;
    }

    private void Build(ReadOnlySpan<Vec3> positions, Box box)
    {
        if (ranges.Length != positions.Length)
        {
            ranges = new (int, int)[positions.Length];
            pairs = new PairList(positions.Length);
        }

        shifts.Reset(box);
        pairs.Clear();
        if (around.Length < cells.NeighborhoodSize)
        {
            around = new (int, Image)[cells.NeighborhoodSize];
        }

        for (int cell = 0; cell < cells.CellCount; cell++)
        {
            CollectWithin(cell, box);
            foreach ((int other, Image image) in around.AsSpan(0, cells.Around(cell, around)))
            {
                CollectBetween(cell, other, image, box);
            }
        }

        pairs.Sort();
        Store();
    }

    private void CollectWithin(int cell, Box box)
    {
        ReadOnlySpan<int> members = cells.Members(cell);
        ReadOnlySpan<Vec3> wrapped = cells.Wrapped(cell);
        for (int p = 0; p < members.Length; p++)
        {
            for (int q = p + 1; q < members.Length; q++)
            {
                Vec3 r = wrapped[q] - wrapped[p];
                if (r.LengthSquared() < range2)
                {
                    Collect(members[p], members[q], default, r, box);
                }
            }
        }
    }

    private void CollectBetween(int cell, int other, Image image, Box box)
    {
        ReadOnlySpan<int> members = cells.Members(cell);
        ReadOnlySpan<Vec3> wrapped = cells.Wrapped(cell);
        ReadOnlySpan<int> others = cells.Members(other);
        ReadOnlySpan<Vec3> othersWrapped = cells.Wrapped(other);
        Vec3 move = shifts.VectorOf(image);
        for (int p = 0; p < members.Length; p++)
        {
            Vec3 origin = wrapped[p] - move;
            for (int q = 0; q < others.Length; q++)
            {
                Vec3 r = othersWrapped[q] - origin;
                if (r.LengthSquared() < range2)
                {
                    Collect(members[p], others[q], image, r, box);
                }
            }
        }
    }

    private void Collect(int p, int q, Image image, Vec3 r, Box box)
    {
        (int i, int j) = p <= q ? (p, q) : (q, p);
        if (!exclusions.IsEmpty && exclusions.Contains(i, j) && IsNearest(r, box))
        {
            return;
        }

        Image shift = image + cells.ImageOf(p) - cells.ImageOf(q);
        pairs.Add(i, j, shifts.NumberOf(p <= q ? shift : -shift));
    }

    // Of an excluded partner the image it is bonded to is left out; others still interact.
    private static bool IsNearest(Vec3 r, Box box) => r.LengthSquared() <= box.MinimumImage(r).LengthSquared() * (1 + 1e-12);

    private void Store()
    {
        ReadOnlySpan<PairList.Entry> sorted = pairs.Entries;
        if (neighbors.Length < sorted.Length)
        {
            neighbors = new Neighbor[sorted.Length + (sorted.Length / 4)];
        }

        neighborCount = sorted.Length;
        int next = 0;
        for (int i = 0; i < ranges.Length; i++)
        {
            ranges[i].Start = next;
            for (; next < sorted.Length && sorted[next].I == i; next++)
            {
                neighbors[next] = new Neighbor(sorted[next].J, sorted[next].Shift);
            }

            ranges[i].End = next;
        }
    }
}
