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
            Movers = [.. movers.Select(m => m.Value.ToStatistic(m.Key.Mover, m.Key.Ensemble))],
            Lengths = new PathLengthDistribution
            {
                Lengths = [.. lengths.Keys],
                Counts = [.. lengths.Values],
                Mean = average.Mean,
                StandardError = average.StandardError,
                StatisticalInefficiency = average.StatisticalInefficiency,
            },
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
