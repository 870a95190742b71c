using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Paths.Swapping;

/// <summary>
/// What infinitely many replica exchanges between moves come to: with the weight W_ij of path j in ensemble i, path j is in ensemble i with
/// probability P_ij = W_ij perm(W without row i and column j) / perm(W). Lervik, van Erp et al. 2022, doi:10.1103/PhysRevLett.129.218001.
/// </summary>
/// <remarks>
/// Ensembles and paths that weights do not connect are treated in blocks of their own. A block of n is solved exactly by sums over sets of
/// columns, n 2^n products of positive numbers, so that nothing cancels; where the rows are nested sets of equal weights, as for one line of
/// interfaces, in n^2 for any n; larger ones by sampling permutations.
/// </remarks>
internal static class SwapProbabilities
{
    /// <summary>Largest block that is solved exactly for any weights.</summary>
    public const int ExactSize = 14;

    /// <summary>P [n, n] from W [n, n]; rows are ensembles, columns paths.</summary>
    /// <param name="weights">Weights, not negative; some permutation has no zero.</param>
    /// <param name="random">Draws permutations of blocks that are too large; null refuses them.</param>
    /// <exception cref="PathSamplingException">No permutation puts every path where it has a weight.</exception>
    public static double[,] Of(double[,] weights, RandomSource? random = null)
    {
        int n = weights.GetLength(0);
        if (weights.GetLength(1) != n)
        {
            throw new ArgumentException($"There are {n} ensembles and {weights.GetLength(1)} paths; expected as many.", nameof(weights));
        }

        double[,] result = new double[n, n];
        foreach ((int[] rows, int[] columns) in Blocks(weights))
        {
            double[,] block = new double[rows.Length, rows.Length];
            for (int i = 0; i < rows.Length; i++)
            {
                // Rows may be scaled at will; it keeps products of many weights within the range of numbers.
                double scale = columns.Max(j => weights[rows[i], j]);
                for (int j = 0; j < columns.Length; j++)
                {
                    block[i, j] = weights[rows[i], columns[j]] / scale;
                }
            }

            double[,] solved = Nested(block) ?? (rows.Length <= ExactSize ? Exact(block) : Sampled(block, random));
            for (int i = 0; i < rows.Length; i++)
            {
                for (int j = 0; j < columns.Length; j++)
                {
                    result[rows[i], columns[j]] = solved[i, j];
                }
            }
        }

        return result;
    }

    /// <summary>The column of each row in a permutation without zeros, by augmenting paths.</summary>
    /// <exception cref="PathSamplingException">There is none.</exception>
    public static int[] Assign(double[,] weights)
    {
        int n = weights.GetLength(0);
        int[] rowOf = [.. Enumerable.Repeat(-1, n)];
        for (int i = 0; i < n; i++)
        {
            if (!Place(i, new bool[n]))
            {
                throw Impossible();
            }
        }

        int[] columnOf = new int[n];
        for (int j = 0; j < n; j++)
        {
            columnOf[rowOf[j]] = j;
        }

        return columnOf;

        bool Place(int row, bool[] tried)
        {
            for (int j = 0; j < n; j++)
            {
                if (weights[row, j] > 0 && !tried[j])
                {
                    tried[j] = true;
                    if (rowOf[j] < 0 || Place(rowOf[j], tried))
                    {
                        rowOf[j] = row;
                        return true;
                    }
                }
            }

            return false;
        }
    }

    /// <summary>The rows and columns that non-zero weights connect.</summary>
    private static List<(int[] Rows, int[] Columns)> Blocks(double[,] weights)
    {
        int n = weights.GetLength(0);
        int[] rowBlock = new int[n];
        int[] columnBlock = new int[n];
        List<(int[], int[])> blocks = [];
        Stack<int> open = new();
        for (int start = 0; start < n; start++)
        {
            if (rowBlock[start] != 0)
            {
                continue;
            }

            int number = blocks.Count + 1;
            List<int> rows = [];
            List<int> columns = [];
            rowBlock[start] = number;
            open.Push(start);
            while (open.TryPop(out int i))
            {
                rows.Add(i);
                for (int j = 0; j < n; j++)
                {
                    if (weights[i, j] > 0 && columnBlock[j] == 0)
                    {
                        columnBlock[j] = number;
                        columns.Add(j);
                        for (int k = 0; k < n; k++)
                        {
                            if (weights[k, j] > 0 && rowBlock[k] == 0)
                            {
                                rowBlock[k] = number;
                                open.Push(k);
                            }
                        }
                    }
                }
            }

            if (rows.Count != columns.Count)
            {
                throw Impossible();
            }

            blocks.Add(([.. rows.Order()], [.. columns.Order()]));
        }

        return blocks;
    }

    /// <summary>
    /// The closed form where every row is a set of equal weights and the sets are nested; null otherwise. With rows in the order of their
    /// sizes r_0 &lt;= r_1 &lt;= ..., row k chooses among r_k - k columns that are left, so that its own choice is the same as choosing last among
    /// the smaller ones: p_k(j) = (1 - sum of smaller rows' p(j)) / (r_k - k).
    /// </summary>
    private static double[,]? Nested(double[,] weights)
    {
        int n = weights.GetLength(0);
        int[] sizes = new int[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                if (weights[i, j] is not (0 or 1))
                {
                    return null;
                }

                sizes[i] += (int)weights[i, j];
            }
        }

        int[] order = [.. Enumerable.Range(0, n).OrderBy(i => sizes[i])];
        for (int k = 1; k < n; k++)
        {
            for (int j = 0; j < n; j++)
            {
                if (weights[order[k - 1], j] > weights[order[k], j])
                {
                    return null;
                }
            }
        }

        double[,] result = new double[n, n];
        double[] left = [.. Enumerable.Repeat(1.0, n)];
        for (int k = 0; k < n; k++)
        {
            int choices = sizes[order[k]] - k;
            if (choices <= 0)
            {
                throw Impossible();
            }

            for (int j = 0; j < n; j++)
            {
                if (weights[order[k], j] > 0)
                {
                    double p = left[j] / choices;
                    result[order[k], j] = p;
                    left[j] -= p;
                }
            }
        }

        return result;
    }

    /// <summary>
    /// P_ij = W_ij sum over sets S of i columns without j of before_i(S) after_i(all but S and j) / perm(W), where before_i(S) is the permanent
    /// of the rows before i on the columns S, and after_i that of the rows after i.
    /// </summary>
    private static double[,] Exact(double[,] weights)
    {
        int n = weights.GetLength(0);
        int all = (1 << n) - 1;

        // The number of columns in a set tells the rows that are on them: the first ones, or the last ones.
        double[] before = new double[all + 1];
        double[] after = new double[all + 1];
        before[0] = 1;
        after[0] = 1;
        for (int set = 1; set <= all; set++)
        {
            int rows = int.PopCount(set);
            double first = 0;
            double last = 0;
            for (int rest = set; rest != 0; rest &= rest - 1)
            {
                int j = int.TrailingZeroCount(rest);
                int without = set & ~(1 << j);
                first += weights[rows - 1, j] * before[without];
                last += weights[n - rows, j] * after[without];
            }

            before[set] = first;
            after[set] = last;
        }

        double permanent = before[all];
        if (!(permanent > 0))
        {
            throw Impossible();
        }

        double[,] result = new double[n, n];
        for (int set = 0; set < all; set++)
        {
            if (before[set] == 0)
            {
                continue;
            }

            int i = int.PopCount(set);
            for (int rest = all & ~set; rest != 0; rest &= rest - 1)
            {
                int j = int.TrailingZeroCount(rest);
                result[i, j] += weights[i, j] * before[set] * after[all & ~set & ~(1 << j)] / permanent;
            }
        }

        return result;
    }

    /// <summary>Shares of permutations of a Metropolis chain of exchanges of two rows.</summary>
    private static double[,] Sampled(double[,] weights, RandomSource? random)
    {
        int n = weights.GetLength(0);
        if (random is null)
        {
            throw new PathSamplingException(
                $"{n} ensembles exchange paths with each other; up to {ExactSize} are solved exactly, and no random numbers were given for more.");
        }

        int[] columnOf = Assign(weights);
        double[,] result = new double[n, n];
        long sweeps = 200L * n;
        for (long sweep = -sweeps / 10; sweep < sweeps; sweep++)
        {
            for (int trial = 0; trial < n; trial++)
            {
                int a = (int)(random.NextDouble() * n);
                int b = (int)(random.NextDouble() * n);
                double old = weights[a, columnOf[a]] * weights[b, columnOf[b]];
                if (random.NextDouble() * old < weights[a, columnOf[b]] * weights[b, columnOf[a]])
                {
                    (columnOf[a], columnOf[b]) = (columnOf[b], columnOf[a]);
                }
            }

            for (int i = 0; i < n && sweep >= 0; i++)
            {
                result[i, columnOf[i]] += 1.0 / sweeps;
            }
        }

        return result;
    }

    private static PathSamplingException Impossible() =>
        new("Not every ensemble can have a path of its own: too few of the paths belong to it.");
}
