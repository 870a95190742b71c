using MolShell.Compute.Numerics.Statistics;

namespace MolShell.Compute.Paths.Analysis;

/// <summary>Sums up a stream of steps, holding none of them.</summary>
public sealed class PathStatisticAccumulator
{
    private readonly Dictionary<(string Mover, string Ensemble), Counter> movers = [];
    private readonly SortedDictionary<int, long> lengths = [];
    private readonly RunningBlockAverage meanLength = new();
    private readonly Dictionary<string, (long Step, Trajectory Path)> references = [];
    private readonly RunningMoments decorrelation = new();
    private readonly Dictionary<string, EnsembleCounter> ensembles = [];
    private ReplicaFlowAccumulator? flow;
    private long? firstDecorrelated;

    /// <summary>Number of steps so far.</summary>
    public long Steps { get; private set; }

    public void Add(PathStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        Steps++;
        (string, string) key = (step.Mover, step.Ensemble);
        if (!movers.TryGetValue(key, out Counter? counter))
        {
            movers.Add(key, counter = new Counter());
        }

        counter.Add(step);
        lengths[step.PathLength] = lengths.GetValueOrDefault(step.PathLength) + 1;
        meanLength.Add(step.PathLength);
        Compare(step);
        foreach (IGrouping<string, SampledPath> samples in step.Samples.GroupBy(s => s.Ensemble))
        {
            if (!ensembles.TryGetValue(samples.Key, out EnsembleCounter? ensemble))
            {
                ensembles.Add(samples.Key, ensemble = new EnsembleCounter());
            }

            ensemble.Add([.. samples]);
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

        BlockAverage average = meanLength.ToAverage();
        return new PathStatistic
        {
            Steps = Steps,
            Movers =
            [
                .. movers.OrderBy(m => m.Key.Mover, StringComparer.Ordinal).ThenBy(m => flow!.PlaceOf(m.Key.Ensemble))
                    .Select(m => m.Value.ToStatistic(m.Key.Mover, m.Key.Ensemble)),
            ],
            Lengths = new PathLengthDistribution
            {
                Lengths = [.. lengths.Keys],
                Counts = [.. lengths.Values],
                Mean = average.Mean,
                StandardError = average.StandardError,
                StatisticalInefficiency = average.StatisticalInefficiency,
            },
            Ensembles = [.. ensembles.OrderBy(e => flow!.PlaceOf(e.Key)).Select(e => e.Value.ToStatistic(e.Key))],
            Flow = flow!.ToFlow(),
            DecorrelatedPaths = decorrelation.Count,
            FirstDecorrelatedStep = firstDecorrelated,
            StepsPerDecorrelatedPath = decorrelation.Count > 0 ? decorrelation.Mean : null,
        };
    }

    private void Compare(PathStep step)
    {
        if (!references.TryGetValue(step.Ensemble, out (long Step, Trajectory Path) reference))
        {
            references.Add(step.Ensemble, (step.Step, step.Trajectory));
        }
        else if (step.Accepted && !step.Trajectory.SharesFrames(reference.Path))
        {
            firstDecorrelated ??= step.Step;
            decorrelation.Add(step.Step - reference.Step);
            references[step.Ensemble] = (step.Step, step.Trajectory);
        }
    }

    private sealed class EnsembleCounter
    {
        private readonly RunningBlockAverage length = new();
        private double weight;
        private long changes;
        private int longest;
        private Trajectory? last;

        public void Add(SampledPath[] samples)
        {
            double total = samples.Sum(s => s.Weight);
            weight += total;
            length.Add(samples.Sum(s => s.Weight * s.Summary.Length) / total);
            longest = Math.Max(longest, samples.Max(s => s.Summary.Length));
            changes += last is null || ReferenceEquals(last, samples[0].Trajectory) ? 0 : 1;
            last = samples[0].Trajectory;
        }

        public EnsembleStatistic ToStatistic(string ensemble)
        {
            BlockAverage average = length.ToAverage();
            return new EnsembleStatistic
            {
                Ensemble = ensemble,
                Weight = weight,
                Changes = changes,
                MeanLength = average.Mean,
                MeanLengthError = average.StandardError,
                MaximumLength = longest,
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
