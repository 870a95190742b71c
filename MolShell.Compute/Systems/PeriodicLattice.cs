using MolShell.Compute.Numerics;

namespace MolShell.Compute.Systems;

/// <summary>
/// The translations of a cell with one to three periodic edges. The edges are reduced to an obtuse superbase (Selling reduction);
/// the faces of the Voronoi cell then belong to the 1, 3 or 7 pairs +-v of partial sums of the superbase, so a vector is shortest
/// exactly when |x.v| is at most v.v/2 for all of them. Conway and Sloane 1992, doi:10.1098/rspa.1992.0004.
/// </summary>
internal sealed class PeriodicLattice
{
    private readonly Vec3[] basis;
    private readonly Vec3[] dual;
    private readonly (Vec3 V, double InverseSquare)[] voronoi;
    private readonly double innerRadiusSquared;

    public PeriodicLattice(IReadOnlyList<Vec3> periods)
    {
        Vec3[] superbase = Reduce(periods);
        basis = superbase[..^1];
        dual = Dual(basis);
        voronoi = [.. PartialSums(superbase).Select(v => (v, 1 / v.LengthSquared()))];
        double shortest = voronoi.Min(face => face.V.LengthSquared());
        ShortestLength = Math.Sqrt(shortest);
        innerRadiusSquared = 0.25 * shortest;
    }

    /// <summary>Short translations that make all others, one to three.</summary>
    public ReadOnlySpan<Vec3> Basis => basis;

    /// <summary>Length of the shortest translation [length].</summary>
    public double ShortestLength { get; }

    /// <summary>
    /// All numbers of <see cref="Shortest"/> for other devices: how many periods and faces, the periods, their duals, and the faces, each
    /// with the inverse of its square.
    /// </summary>
    public double[] ToNumbers() =>
    [
        basis.Length,
        voronoi.Length,
        .. basis.SelectMany(v => new[] { v.X, v.Y, v.Z }),
        .. dual.SelectMany(v => new[] { v.X, v.Y, v.Z }),
        .. voronoi.SelectMany(face => new[] { face.V.X, face.V.Y, face.V.Z, face.InverseSquare }),
    ];

    /// <summary>The shortest of the vectors x + translation.</summary>
    public Vec3 Shortest(Vec3 x)
    {
        Vec3 start = x;
        for (int i = 0; i < basis.Length; i++)
        {
            x -= basis[i] * Math.Round(Vec3.Dot(start, dual[i]));
        }

        // Each subtraction shortens x, and the bound leaves points on a face where they are.
        bool moved = x.LengthSquared() > innerRadiusSquared;
        while (moved)
        {
            moved = false;
            foreach ((Vec3 v, double inverseSquare) in voronoi)
            {
                double projection = Vec3.Dot(x, v) * inverseSquare;
                if (Math.Abs(projection) > 0.5 + 1e-12)
                {
                    x -= v * Math.Round(projection);
                    moved = true;
                }
            }
        }

        return x;
    }

    // The superbase adds minus the sum of the basis; while two members make an acute angle, turn one round.
    private static Vec3[] Reduce(IReadOnlyList<Vec3> periods)
    {
        Vec3 sum = periods.Aggregate((a, b) => a + b);
        Vec3[] v = [.. periods, -sum];
        bool acute = v.Length > 2;
        while (acute)
        {
            acute = false;
            for (int i = 0; i < v.Length && !acute; i++)
            {
                for (int j = i + 1; j < v.Length && !acute; j++)
                {
                    if (Vec3.Dot(v[i], v[j]) > 1e-12 * v[i].Length() * v[j].Length())
                    {
                        Flip(v, i, j);
                        acute = true;
                    }
                }
            }
        }

        return v;
    }

    // Selling's step: v_i -> -v_i; in 3-D the two others gain v_i, in 2-D the third becomes v_i - v_j.
    private static void Flip(Vec3[] v, int i, int j)
    {
        Vec3 flipped = v[i];
        for (int k = 0; k < v.Length; k++)
        {
            if (k != i && k != j)
            {
                v[k] += v.Length == 4 ? flipped : 2 * flipped;
            }
        }

        v[i] = -flipped;
    }

    // One of each pair +-v: the sums over subsets of the superbase that contain its last member but are not all of it.
    private static IEnumerable<Vec3> PartialSums(Vec3[] superbase)
    {
        int members = superbase.Length - 1;
        for (int subset = 0; subset < (1 << members) - 1; subset++)
        {
            Vec3 sum = superbase[members];
            for (int i = 0; i < members; i++)
            {
                sum += (subset >> i & 1) * superbase[i];
            }

            yield return sum;
        }
    }

    private static Vec3[] Dual(Vec3[] basis)
    {
        switch (basis.Length)
        {
            case 1:
                return [basis[0] / basis[0].LengthSquared()];
            case 2:
                Vec3 normal = Vec3.Cross(basis[0], basis[1]);
                return [Vec3.Cross(basis[1], normal) / normal.LengthSquared(), Vec3.Cross(normal, basis[0]) / normal.LengthSquared()];
            default:
                double volume = Vec3.Dot(basis[0], Vec3.Cross(basis[1], basis[2]));
                return
                [
                    Vec3.Cross(basis[1], basis[2]) / volume,
                    Vec3.Cross(basis[2], basis[0]) / volume,
                    Vec3.Cross(basis[0], basis[1]) / volume,
                ];
        }
    }
}
