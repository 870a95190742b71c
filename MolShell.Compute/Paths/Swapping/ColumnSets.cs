namespace MolShell.Compute.Paths.Swapping;

/// <summary>
/// Permutations of a square matrix W as ways through sets of columns: row after row takes one of the columns that are left. Equal columns need
/// not be told apart, so that a set is a number of columns of each kind; there are 2^n sets where all differ, and fewer of paths of which many
/// reach as far as others. All numbers are sums of products of positive numbers, so that nothing cancels.
/// </summary>
internal sealed class ColumnSets
{
    private readonly double[,] weights;
    private readonly int[] order;
    private readonly int[] kindOf;
    private readonly List<int> columnOf = [];
    private readonly int[] counts;
    private readonly int[] strides;

    /// <param name="weights">W [n, n], not negative.</param>
    public ColumnSets(double[,] weights)
    {
        int n = weights.GetLength(0);
        this.weights = weights;

        // With rows of few weights first, few sets are reached.
        order = [.. Enumerable.Range(0, n).OrderBy(i => Enumerable.Range(0, n).Count(j => weights[i, j] > 0))];
        kindOf = new int[n];
        for (int j = 0; j < n; j++)
        {
            int kind = columnOf.FindIndex(k => order.All(i => weights[i, k] == weights[i, j]));
            if (kind < 0)
            {
                kind = columnOf.Count;
                columnOf.Add(j);
            }

            kindOf[j] = kind;
        }

        counts = [.. columnOf.Select((_, kind) => kindOf.Count(k => k == kind))];
        strides = new int[counts.Length];
        for (int kind = 0; kind < counts.Length && Count <= int.MaxValue; kind++)
        {
            strides[kind] = (int)Count;
            Count *= counts[kind] + 1;
        }
    }

    /// <summary>Number of sets; of more than 2^31, a part.</summary>
    public long Count { get; } = 1;

    /// <summary>
    /// P [n, n], the share of each weight in the sum over permutations: with A(S) the sum over the ways in which the first rows take the set S, and
    /// B(S) that over the ways on from there, row i takes a column of kind k with A(S) W_ik (columns of k left) B(S with one more of k), over all S.
    /// </summary>
    public double[,] Probabilities()
    {
        int n = order.Length;
        int all = (int)Count - 1;
        int[] used = new int[counts.Length];
        double[] before = new double[all + 1];
        before[0] = 1;
        for (int set = 0; set < all; set++)
        {
            int row = order[used.Sum()];
            for (int kind = 0; kind < used.Length && before[set] > 0; kind++)
            {
                if (used[kind] < counts[kind])
                {
                    before[set + strides[kind]] += before[set] * weights[row, columnOf[kind]] * (counts[kind] - used[kind]);
                }
            }

            Increase(used);
        }

        double[] after = new double[all + 1];
        after[all] = 1;
        double[,] taken = new double[n, counts.Length];
        for (int set = all - 1; set >= 0; set--)
        {
            Decrease(used);
            int row = order[used.Sum()];
            for (int kind = 0; kind < used.Length && before[set] > 0; kind++)
            {
                if (used[kind] < counts[kind])
                {
                    double ways = weights[row, columnOf[kind]] * (counts[kind] - used[kind]) * after[set + strides[kind]];
                    after[set] += ways;
                    taken[row, kind] += before[set] * ways;
                }
            }
        }

        double[,] result = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                result[i, j] = taken[i, kindOf[j]] / (counts[kindOf[j]] * before[all]);
            }
        }

        return result;
    }

    // The next set in the order of their numbers.
    private void Increase(int[] used)
    {
        int kind = 0;
        while (used[kind] == counts[kind])
        {
            used[kind++] = 0;
        }

        used[kind]++;
    }

    private void Decrease(int[] used)
    {
        int kind = 0;
        while (used[kind] == 0)
        {
            used[kind] = counts[kind];
            kind++;
        }

        used[kind]--;
    }
}
