using System.Collections.Immutable;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths.Movers;

namespace MolShell.Compute.Paths.Swapping;

/// <summary>
/// Ensembles and paths of which some are lent to moves under way and the others exchange infinitely often. Belongs to one thread at a time.
/// </summary>
internal sealed class SwapState
{
    private readonly ImmutableArray<PathEnsemble> ensembles;
    private readonly ImmutableArray<MoverWeight> movers;
    private readonly SwapPath[] paths;
    private readonly bool[] lentEnsembles;
    private readonly bool[] lentPaths;
    private readonly RandomKey choices;
    private readonly RandomKey permutations;

    // Of the idle ensembles and paths as they are: a move often begins just after one that ended, and its sample, have asked.
    private (int[] Rows, int[] Columns, double[,] Probabilities)? known;

    /// <param name="scheme">The movers; replica exchanges among them are left out, since they happen all the time.</param>
    /// <param name="paths">The active paths, as many as ensembles.</param>
    /// <param name="seed">Seed of all choices.</param>
    public SwapState(MoveScheme scheme, SampleSet paths, ulong seed)
    {
        ensembles = scheme.Ensembles;
        movers = [.. scheme.Movers.Where(m => !m.Mover.IsExchange)];
        if (movers.IsEmpty)
        {
            throw new ArgumentException("The scheme only exchanges replicas: add shooting moves.", nameof(scheme));
        }

        this.paths = [.. paths.OrderBy(p => p.Replica).Select(p => Enter(p.Replica, p.Path))];
        lentEnsembles = new bool[ensembles.Length];
        lentPaths = new bool[ensembles.Length];
        choices = RandomKey.FromSeed(seed, RandomStream.MoverChoice);
        permutations = RandomKey.FromSeed(seed, RandomStream.Permutation);
    }

    /// <summary>The active paths, each in an ensemble that it is a member of.</summary>
    public SampleSet ToSamples()
    {
        int[] places = SwapProbabilities.Assign(WeightsOf([.. Enumerable.Range(0, paths.Length)], [.. Enumerable.Range(0, paths.Length)]));
        return new SampleSet(ensembles.Select((ensemble, i) => new PathSample(ensemble, paths[places[i]].Path, paths[places[i]].Replica)));
    }

    /// <summary>
    /// Draws a mover among those whose ensembles are idle, and for each of its ensembles a path with its probability to be there; null when
    /// all are under way. What is drawn never depends on how long moves take, so that slow ones count no more than quick ones.
    /// </summary>
    public SwapMove? Begin(long number)
    {
        RandomSource random = new(choices.Derive((ulong)number));
        double total = movers.Sum(m => IsIdle(m.Mover) ? m.Weight : 0);
        if (total == 0)
        {
            return null;
        }

        double rest = random.NextDouble() * total;
        PathMover mover = movers.Last(m => IsIdle(m.Mover)).Mover;
        foreach (MoverWeight candidate in movers)
        {
            if (IsIdle(candidate.Mover) && (rest -= candidate.Weight) < 0)
            {
                mover = candidate.Mover;
                break;
            }
        }

        List<PathSample> samples = [];
        foreach (PathEnsemble ensemble in mover.Ensembles)
        {
            int place = ensembles.IndexOf(ensemble);
            int path = Draw(place, number, random);
            lentEnsembles[place] = true;
            lentPaths[path] = true;
            known = null;
            samples.Add(new PathSample(ensemble, paths[path].Path, paths[path].Replica));
        }

        return new SwapMove(number, mover, new SampleSet(samples));
    }

    /// <summary>A path as one among those that swap. It may be called on any thread, since it changes nothing.</summary>
    public SwapPath Enter(int replica, Trajectory path) => new(ensembles, replica, path);

    /// <summary>Takes back what a move was lent, with the paths that it changed; none when it was rejected.</summary>
    /// <returns>Records of the changed paths.</returns>
    public IReadOnlyList<SampledPath> End(SwapMove move, IEnumerable<(PathEnsemble Ensemble, SwapPath Path)> changes)
    {
        List<SampledPath> records = [];
        foreach (PathSample lent in move.Samples)
        {
            lentEnsembles[ensembles.IndexOf(lent.Ensemble)] = false;
            lentPaths[PlaceOf(lent.Replica)] = false;
        }

        foreach ((PathEnsemble ensemble, SwapPath path) in changes)
        {
            paths[PlaceOf(path.Replica)] = path;
            records.Add(path.FullRecord(ensembles.IndexOf(ensemble)));
        }

        known = null;
        return records;
    }

    /// <summary>Records of all active paths, for the beginning of a run.</summary>
    public SampledPath[] ToRecords() =>
        [.. ToSamples().Select(s => paths[PlaceOf(s.Replica)].FullRecord(ensembles.IndexOf(s.Ensemble)))];

    /// <summary>
    /// The idle paths in the idle ensembles, with the probabilities of infinite swapping as weights; a path that an ensemble holds with more
    /// weight than others counts for less in its averages.
    /// </summary>
    public SampledPath[] Sample(long number)
    {
        (int[] rows, int[] columns, double[,] probabilities) = Probabilities(number);
        List<SampledPath> samples = [];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < columns.Length; j++)
            {
                if (probabilities[i, j] > 0)
                {
                    SwapPath path = paths[columns[j]];
                    samples.Add(path.Record(rows[i]) with { Weight = probabilities[i, j] / path.Weights[rows[i]] });
                }
            }
        }

        return [.. samples];
    }

    private int PlaceOf(int replica) => Array.FindIndex(paths, p => p.Replica == replica);

    private bool IsIdle(PathMover mover)
    {
        foreach (PathEnsemble ensemble in mover.Ensembles)
        {
            if (lentEnsembles[ensembles.IndexOf(ensemble)])
            {
                return false;
            }
        }

        return true;
    }

    private int Draw(int ensemble, long number, RandomSource random)
    {
        (int[] rows, int[] columns, double[,] probabilities) = Probabilities(number);
        int row = Array.IndexOf(rows, ensemble);
        double rest = random.NextDouble();
        int last = -1;
        for (int j = 0; j < columns.Length; j++)
        {
            if (probabilities[row, j] > 0)
            {
                last = j;
                rest -= probabilities[row, j];
                if (rest < 0)
                {
                    break;
                }
            }
        }

        return columns[last];
    }

    private (int[] Rows, int[] Columns, double[,] Probabilities) Probabilities(long number)
    {
        if (known is { } before)
        {
            return before;
        }

        int[] rows = [.. Enumerable.Range(0, ensembles.Length).Where(i => !lentEnsembles[i])];
        int[] columns = [.. Enumerable.Range(0, paths.Length).Where(j => !lentPaths[j])];
        bool isExact = true;
        double[,] probabilities = SwapProbabilities.Of(WeightsOf(rows, columns), () =>
        {
            isExact = false;
            return new RandomSource(permutations.Derive((ulong)number));
        });

        // Estimates belong to the number they were drawn with, so that a run that goes on from a file draws the same.
        known = isExact ? (rows, columns, probabilities) : null;
        return (rows, columns, probabilities);
    }

    private double[,] WeightsOf(int[] rows, int[] columns)
    {
        double[,] weights = new double[rows.Length, columns.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < columns.Length; j++)
            {
                weights[i, j] = paths[columns[j]].Weights[rows[i]];
            }
        }

        return weights;
    }
}
