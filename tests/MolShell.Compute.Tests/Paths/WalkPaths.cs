using MolShell.Compute.Paths;

namespace MolShell.Compute.Tests.Paths;

/// <summary>
/// Exact weights of the paths of the walk on the integers from 0 to 10 that leave state 0, reach at least a site between 1 and 8, and end
/// in state 0 or in state 9, by length and end.
/// </summary>
internal sealed class WalkPaths
{
    private const int Longest = 4000;

    private readonly double[] toA = new double[Longest];
    private readonly double[] toB = new double[Longest];

    public WalkPaths(int reach)
    {
        double[,] at = new double[10, 2];
        at[1, reach <= 1 ? 1 : 0] = 1;
        for (int length = 3; length < Longest; length++)
        {
            toA[length] = at[1, 1] / 3;
            toB[length] = at[8, 1] / 3;
            double[,] next = new double[10, 2];
            for (int x = 1; x <= 8; x++)
            {
                for (int y = Math.Max(x - 1, 1); y <= Math.Min(x + 1, 8); y++)
                {
                    for (int reached = 0; reached < 2; reached++)
                    {
                        next[y, y >= reach ? 1 : reached] += at[x, reached] / 3;
                    }
                }
            }

            at = next;
        }
    }

    /// <summary>Probability that a path that leaves the state reaches the site.</summary>
    public double Weight => toA.Sum() + toB.Sum();

    /// <summary>Probability that such a path ends in the other state.</summary>
    public double Crossing => toB.Sum() / Weight;

    /// <summary>Mean length of those that come back [frames].</summary>
    public double MeanReturn => toA.Select((w, length) => w * length).Sum() / toA.Sum();

    /// <summary>Probability of a length in low &lt;= L &lt; high.</summary>
    public double Lengths(int low, int high) =>
        Enumerable.Range(low, Math.Min(high, Longest) - low).Sum(length => toA[length] + toB[length]) / Weight;

    /// <summary>
    /// Probability that the walk stays a number of steps in state 0, or in the state of 9 and 10, from its entrance to its leaving.
    /// </summary>
    public static double Inside(bool isA, int steps)
    {
        (double border, double behind) = (1, 0);
        for (int i = 0; i < steps; i++)
        {
            (border, behind) = isA ? (border * 2 / 3, 0) : ((border + behind) / 3, (border / 3) + (behind * 2 / 3));
        }

        return border / 3;
    }

    /// <summary>A network from state 0, or between states 0 and 9, with interfaces at sites 1, 3, 5 from the state.</summary>
    public static PathNetwork Network(bool bothWays)
    {
        InterfaceSet fromA = new(Model.A, [1, 3, 5]);
        return bothWays ? PathNetwork.Mstis(fromA, new InterfaceSet(Model.B, [8, 6, 4])) : PathNetwork.Tis(fromA, Model.B);
    }

    /// <summary>A path of each ensemble that a scheme moves, or one of the first for a single replica.</summary>
    public static SampleSet Initial(MoveScheme scheme)
    {
        double[] up = [0, 1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1, 0];
        double[] there = [.. up, 0, 1, 2, 1, 0];
        double[] back = [.. there.Select(x => 9 - x)];
        Trajectory all = Model.Path([.. there, 1, 2, 3, 4, 5, 6, 7, 8, 9, .. back.Skip(1)]);
        IEnumerable<PathEnsemble> ensembles = scheme.IsSingleReplica ? scheme.Ensembles.Take(1) : scheme.Ensembles;
        return new SampleSet(ensembles.Select((e, i) => new PathSample(e, InitialPathFinder.FromFrames(e, all), i)));
    }
}
