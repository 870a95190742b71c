using MolShell.Compute.Forces.Neighbors;
using MolShell.Compute.Forces.Pair;

namespace MolShell.Compute.Forces.Replicas;

/// <summary>
/// All pairs of particles that interact, in tiles of pairs between two groups of particles: in one, a particle has few enough pairs that their
/// forces fit an integer of single precision.
/// </summary>
internal sealed class ReplicaPairs
{
    /// <summary>Particles of a group.</summary>
    public const int Group = 16;

    private ReplicaPairs(Tile[] tiles, Row[] rows, int[] others, int[] kinds, (int Types, double ChargeProduct)[] known) =>
        (Tiles, Rows, Others, Kinds, Known) = (tiles, rows, others, kinds, known);

    public Tile[] Tiles { get; }

    /// <summary>The pairs of one particle in a tile with others.</summary>
    public Row[] Rows { get; }

    /// <summary>The other particle of each pair.</summary>
    public int[] Others { get; }

    /// <summary>Which of <see cref="Known"/> each pair is.</summary>
    public int[] Kinds { get; }

    /// <summary>Pairs of types as the tables of a potential count them, and products of charges [elementary charge^2].</summary>
    public (int Types, double ChargeProduct)[] Known { get; }

    public static ReplicaPairs Of<TPotential>(PairParameters<TPotential> potentials, int[] types, double[] charges, Exclusions exclusions)
        where TPotential : struct, IPairPotential<TPotential>
    {
        List<Tile> tiles = [];
        List<Row> rows = [];
        List<int> others = [], kinds = [];
        Dictionary<(int Types, double ChargeProduct), int> known = [];
        for (int first = 0; first < types.Length; first += Group)
        {
            for (int second = first; second < types.Length; second += Group)
            {
                int start = rows.Count;
                for (int i = first; i < Math.Min(first + Group, types.Length); i++)
                {
                    AddRow(i, Math.Max(second, i + 1), Math.Min(second + Group, types.Length));
                }

                if (rows.Count > start)
                {
                    tiles.Add(new Tile(first, second, start, rows.Count));
                }
            }
        }

        return new ReplicaPairs([.. tiles], [.. rows], [.. others], [.. kinds], [.. known.OrderBy(entry => entry.Value).Select(entry => entry.Key)]);

        void AddRow(int i, int from, int to)
        {
            int start = others.Count;
            for (int j = from; j < to; j++)
            {
                int pair = (types[i] * potentials.TypeCount) + types[j];
                if (potentials.SquaredCutoff(pair) > 0 && (exclusions.IsEmpty || !exclusions.Contains(i, j)))
                {
                    (int, double) kind = (pair, TPotential.UsesCharges ? charges[i] * charges[j] : 0);
                    known.TryAdd(kind, known.Count);
                    others.Add(j);
                    kinds.Add(known[kind]);
                }
            }

            if (others.Count > start)
            {
                rows.Add(new Row(i, start, others.Count));
            }
        }
    }

    /// <summary>Rows between two groups of particles.</summary>
    internal readonly record struct Tile(int First, int Second, int Start, int End);

    /// <summary>Pairs of a particle.</summary>
    internal readonly record struct Row(int Particle, int Start, int End);
}
