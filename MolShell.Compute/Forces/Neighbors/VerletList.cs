using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Neighbors;

/// <summary>
/// For each particle i the particles j >= i, with the lattice translation S, that are within cutoff + skin, made anew when
/// any particle has moved by half the skin since. The separation is (r_j - r_i) + S. Neighbours are in ascending order of j and
/// S, so that sums over those within the cutoff have one order whenever the list was made. A particle is its own neighbour
/// through translations; of S and -S one is listed. Verlet 1967, doi:10.1103/PhysRev.159.98.
/// </summary>
internal sealed class VerletList
{
    private readonly double cutoff;
    private readonly double skin;
    private readonly Exclusions exclusions;
    private readonly CellList cells = new();
    private readonly Dictionary<long, int> shiftNumbers = [];
    private readonly List<Candidate> candidates = [];
    private (int Cell, Image Image)[] around = [];
    private (int Start, int End)[] ranges = [];
    private Neighbor[] neighbors = [];
    private Vec3[] shifts = new Vec3[16];
    private Vec3[] reference = [];
    private Box? box;
    private int neighborCount;
    private int shiftCount;

    public VerletList(double cutoff, double skin, Exclusions exclusions) =>
        (this.cutoff, this.skin, this.exclusions) = (cutoff, skin, exclusions);

    /// <summary>Number of times the list was made.</summary>
    public long BuildCount { get; private set; }

    /// <summary>Where the neighbours of each particle stand in <see cref="Neighbors"/>.</summary>
    public ReadOnlySpan<(int Start, int End)> Ranges => ranges;

    /// <summary>Neighbours of all particles.</summary>
    public ReadOnlySpan<Neighbor> Neighbors => neighbors.AsSpan(0, neighborCount);

    /// <summary>The lattice translations that neighbours refer to [length]; number 0 is zero.</summary>
    public ReadOnlySpan<Vec3> Shifts => shifts.AsSpan(0, shiftCount);

    /// <summary>Makes the list anew if it is no longer valid for the positions.</summary>
    /// <returns>-1, or the particle that is not finite or too far away.</returns>
    public int Update(ReadOnlySpan<Vec3> positions, Box box)
    {
        if (IsValid(positions, box))
        {
            return -1;
        }

        this.box = null;
        int lost = cells.Build(positions, box, cutoff + skin);
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

        double limit = 0.25 * skin * skin;
        for (int i = 0; i < positions.Length; i++)
        {
            if (!((positions[i] - reference[i]).LengthSquared() <= limit))
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
        }

        shiftNumbers.Clear();
        shiftNumbers.Add(default(Image).Key, 0);
        shiftCount = 1;
        neighborCount = 0;
        if (around.Length < cells.NeighborhoodSize)
        {
            around = new (int, Image)[cells.NeighborhoodSize];
        }

        for (int cell = 0; cell < cells.CellCount; cell++)
        {
            ReadOnlySpan<(int Cell, Image Image)> near = around.AsSpan(0, cells.Around(cell, around));
            ReadOnlySpan<int> members = cells.Members(cell);
            ReadOnlySpan<Vec3> wrapped = cells.Wrapped(cell);
            for (int m = 0; m < members.Length; m++)
            {
                candidates.Clear();
                foreach ((int other, Image image) in near)
                {
                    Collect(members[m], wrapped[m], other, image, box.MaximumCutoff);
                }

                Store(members[m]);
            }
        }
    }

    private void Collect(int i, Vec3 position, int cell, Image image, double nearest)
    {
        double range2 = (cutoff + skin) * (cutoff + skin);
        Vec3 origin = position - cells.Vector(image);
        ReadOnlySpan<int> members = cells.Members(cell);
        ReadOnlySpan<Vec3> wrapped = cells.Wrapped(cell);
        for (int m = 0; m < members.Length; m++)
        {
            int j = members[m];
            double r2 = (wrapped[m] - origin).LengthSquared();
            if (j < i || r2 >= range2 || (j == i && !image.IsPositive))
            {
                continue;
            }

            // Only one image of an excluded partner is nearer than half the shortest translation: the one it is bonded to.
            if (!exclusions.IsEmpty && r2 < nearest * nearest && exclusions.Contains(i, j))
            {
                continue;
            }

            candidates.Add(new Candidate(j, (image + cells.ImageOf(i) - cells.ImageOf(j)).Key));
        }
    }

    private void Store(int i)
    {
        candidates.Sort();
        if (neighborCount + candidates.Count > neighbors.Length)
        {
            Array.Resize(ref neighbors, Math.Max(64, 2 * (neighborCount + candidates.Count)));
        }

        ranges[i].Start = neighborCount;
        foreach (Candidate candidate in candidates)
        {
            neighbors[neighborCount++] = new Neighbor(candidate.Index, ShiftNumber(candidate.ShiftKey));
        }

        ranges[i].End = neighborCount;
    }

    private int ShiftNumber(long key)
    {
        if (!shiftNumbers.TryGetValue(key, out int number))
        {
            number = shiftCount++;
            shiftNumbers.Add(key, number);
            if (number == shifts.Length)
            {
                Array.Resize(ref shifts, 2 * number);
            }

            shifts[number] = cells.Vector(Image.FromKey(key));
        }

        return number;
    }

    private readonly record struct Candidate(int Index, long ShiftKey) : IComparable<Candidate>
    {
        public int CompareTo(Candidate other) =>
            Index != other.Index ? Index.CompareTo(other.Index) : ShiftKey.CompareTo(other.ShiftKey);
    }
}
