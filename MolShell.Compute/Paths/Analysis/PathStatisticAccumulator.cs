using MolShell.Compute.Numerics.Statistics;

namespace MolShell.Compute.Paths.Analysis;

/// <summary>Sums up a stream of steps, holding none of them.</summary>
public sealed class PathStatisticAccumulator
{
    private readonly Dictionary<(string Mover, string Ensemble), Counter> movers = [];
    private readonly LengthCounter lengths = new();
    private readonly Dictionary<string, DecorrelationCounter> moved = [];
    private readonly Dictionary<string, EnsembleCounter> ensembles = [];
    private readonly SortedDictionary<int, DecorrelationCounter> replicas = [];
    private ReplicaFlowAccumulator? flow;

    /// <summary>Number of steps so far.</summary>
    public long Steps { get; private set; }

    public void Add(PathStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        Steps++;
        Of(movers, (step.Mover, step.Ensemble)).Add(step);
        lengths.Add((step.PathLength, 1));
        Of(moved, step.Ensemble).Add(step.Step, step.Trajectory);
        foreach (IGrouping<string, SampledPath> samples in step.Samples.GroupBy(s => s.Ensemble))
        {
            Of(ensembles, samples.Key).Add(step.Step, [.. samples]);
        }

        // A path that swaps among ensembles is in several samples, always of the same replica.
        foreach (SampledPath sample in step.Samples)
        {
            Of(replicas, sample.Replica).Add(step.Step, sample.Trajectory);
        }

        (flow ??= new ReplicaFlowAccumulator(step.Run.Network)).Add(step);
    }

    /// <summary>The statistics of the steps so far.</summary>
    /// <exception cref="InvalidOperationException">There were no steps.</exception>
    public PathStatistic ToStatistic()
    {
        if (Steps == 0)
        {
            throw new InvalidOperationException("There were no path sampling steps.");
        }

        Decorrelation[] forgotten = [.. moved.Values.Select(m => m.ToDecorrelation()).Where(d => d.Paths > 0)];
        long paths = forgotten.Sum(d => d.Paths);
        return new PathStatistic
        {
            Steps = Steps,
            Movers =
            [
                .. movers.OrderBy(m => m.Key.Mover, StringComparer.Ordinal).ThenBy(m => flow!.PlaceOf(m.Key.Ensemble))
                    .Select(m => m.Value.ToStatistic(m.Key.Mover, m.Key.Ensemble)),
            ],
            Lengths = lengths.ToDistribution(),
            Ensembles = [.. ensembles.OrderBy(e => flow!.PlaceOf(e.Key)).Select(e => e.Value.ToStatistic(e.Key))],
            Replicas = [.. replicas.Select(r => new ReplicaStatistic(r.Key, r.Value.ToDecorrelation()))],
            Flow = flow!.ToFlow(),
            DecorrelatedPaths = paths,
            FirstDecorrelatedStep = forgotten.Min(d => d.FirstStep),
            StepsPerDecorrelatedPath = paths > 0 ? forgotten.Sum(d => d.Paths * d.StepsPerPath) / paths : null,
        };
    }

    private static TValue Of<TKey, TValue>(IDictionary<TKey, TValue> counters, TKey key)
        where TValue : new()
    {
        if (!counters.TryGetValue(key, out TValue? counter))
        {
            counters.Add(key, counter = new TValue());
        }

        return counter;
    }

    private sealed class EnsembleCounter
    {
        private readonly LengthCounter lengths = new();
        private readonly DecorrelationCounter decorrelation = new();
        private double weight;
        private long changes;
        private Trajectory? last;

        public void Add(long step, SampledPath[] samples)
        {
            weight += samples.Sum(s => s.Weight);
            lengths.Add([.. samples.Select(s => (s.Summary.Length, s.Weight))]);
            Trajectory path = samples[0].Trajectory;
            changes += last is null || ReferenceEquals(last, path) ? 0 : 1;
            last = path;
            decorrelation.Add(step, path);
        }

        public EnsembleStatistic ToStatistic(string ensemble) => new()
        {
            Ensemble = ensemble,
            Weight = weight,
            Changes = changes,
            Lengths = lengths.ToDistribution(ensemble),
            Decorrelation = decorrelation.ToDecorrelation(),
        };
    }

    private sealed class LengthCounter
    {
        private readonly SortedDictionary<int, double> counts = [];
        private readonly RunningBlockAverage mean = new();

        /// <summary>Adds the paths after a step with their weights.</summary>
        public void Add(params ReadOnlySpan<(int Length, double Weight)> paths)
        {
            double sum = 0, total = 0;
            foreach ((int length, double weight) in paths)
            {
                counts[length] = counts.GetValueOrDefault(length) + weight;
                sum += weight * length;
                total += weight;
            }

            mean.Add(sum / total);
        }

        public PathLengthDistribution ToDistribution(string ensemble = "")
        {
            BlockAverage average = mean.ToAverage();
            return new PathLengthDistribution
            {
                Ensemble = ensemble,
                Lengths = [.. counts.Keys],
                Counts = [.. counts.Values],
                Mean = average.Mean,
                StandardError = average.StandardError,
                StatisticalInefficiency = average.StatisticalInefficiency,
            };
        }
    }

    private sealed class Counter
    {
        private readonly long[] reasons = new long[Enum.GetValues<RejectionReason>().Length];
        private double length;

        public void Add(PathStep step)
        {
            reasons[(int)step.Reason]++;
            length += step.TrialLength;
        }

        public MoverStatistic ToStatistic(string mover, string ensemble) => new()
        {
            Mover = mover,
            Ensemble = ensemble,
            Trials = reasons.Sum(),
            Accepted = reasons[(int)RejectionReason.None],
            MeanTrialLength = length / reasons.Sum(),
            NotInEnsemble = reasons[(int)RejectionReason.NotInEnsemble],
            Metropolis = reasons[(int)RejectionReason.Metropolis],
            MaximumLength = reasons[(int)RejectionReason.MaximumLength],
        };
    }
}
