using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Paths.Swapping;

/// <summary>
/// What infinitely many replica exchanges between moves come to: with the weight W_ij of path j in ensemble i, path j is in ensemble i with
/// probability P_ij = W_ij perm(W without row i and column j) / perm(W). Lervik, van Erp et al. 2022, doi:10.1103/PhysRevLett.129.218001.
/// </summary>
/// <remarks>
/// Ensembles and paths fall into blocks, and weights between blocks are in no permutation and so count for nothing. A block whose rows are nested
/// sets of equal weights, as of the interfaces of one state, is solved in n^2 for any n; any other exactly by sums over sets of its columns
/// (<see cref="ColumnSets"/>) where these are not too many, by sampling permutations otherwise.
/// </remarks>
internal static class SwapProbabilities
{
    /// <summary>Most sets of columns over which a block is summed exactly: those of 15 columns that are all different.</summary>
    public const int MostSets = 1 << 15;

    /// <summary>P [n, n] from W [n, n]; rows are ensembles, columns paths.</summary>
    /// <param name="weights">Weights, not negative; some permutation has no zero.</param>
    /// <param name="random">Gives what draws permutations of blocks that are too large; null refuses them.</param>
    /// <exception cref="PathSamplingException">No permutation puts every path where it has a weight.</exception>
    public static double[,] Of(double[,] weights, Func<RandomSource>? random = null)
    {
        int n = weights.GetLength(0);
        if (weights.GetLength(1) != n)
        {
            throw new ArgumentException($"There are {n} ensembles and {weights.GetLength(1)} paths; expected as many.", nameof(weights));
        }

        double[,] result = new double[n, n];
        foreach ((int[] rows, int[] columns) in Blocks(weights))
        {
            if (rows.Length == 1)
            {
                result[rows[0], columns[0]] = 1;
                continue;
            }

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

            double[,] solved = Nested(block) ?? Exact(block) ?? Sampled(block, random?.Invoke());
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

    /// <summary>
    /// The finest blocks. Where some permutation without zeros has column j in row k, row i can have it as well if W_ij > 0 and row k finds
    /// another column, that of some further row, and so on back to i: weights are in some permutation exactly within groups of rows that lead to
    /// each other in this way. Dulmage, Mendelsohn 1958, doi:10.4153/CJM-1958-052-0.
    /// </summary>
    private static IEnumerable<(int[] Rows, int[] Columns)> Blocks(double[,] weights)
    {
        int n = weights.GetLength(0);
        int[] columnOf = Assign(weights);
        bool[][] leads = [.. Enumerable.Range(0, n).Select(i => columnOf.Select(j => weights[i, j] > 0).ToArray())];
        for (int through = 0; through < n; through++)
        {
            foreach (bool[] from in leads)
            {
                for (int to = 0; from[through] && to < n; to++)
                {
                    from[to] |= leads[through][to];
                }
            }
        }

        bool[] isDone = new bool[n];
        for (int first = 0; first < n; first++)
        {
            if (!isDone[first])
            {
                int[] rows = [.. Enumerable.Range(first, n - first).Where(i => leads[first][i] && leads[i][first])];
                foreach (int row in rows)
                {
                    isDone[row] = true;
                }

                yield return (rows, [.. rows.Select(i => columnOf[i]).Order()]);
            }
        }
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

    private static double[,]? Exact(double[,] weights)
    {
        ColumnSets sets = new(weights);
        return sets.Count <= MostSets ? sets.Probabilities() : null;
    }

    /// <summary>Shares of permutations of a Metropolis chain of exchanges of two rows.</summary>
    private static double[,] Sampled(double[,] weights, RandomSource? random)
    {
        int n = weights.GetLength(0);
        if (random is null)
        {
            throw new PathSamplingException(
                $"{n} ensembles exchange paths with each other, too many for an exact solution, and no random numbers were given.");
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
