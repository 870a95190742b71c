using System.Collections;
using System.Collections.Immutable;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths;

/// <summary>
/// The active paths: the state of the Markov chain of path sampling. Each ensemble has at most one; each path has a replica number of its
/// own. Immutable.
/// </summary>
public sealed class SampleSet : IReadOnlyCollection<PathSample>
{
    private readonly ImmutableArray<PathSample> samples;

    /// <exception cref="ArgumentException">An ensemble has two paths, or two paths have the same replica number.</exception>
    public SampleSet(IEnumerable<PathSample> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        this.samples = [.. samples];
        if (this.samples.Select(s => s.Replica).Distinct().Count() != this.samples.Length)
        {
            throw new ArgumentException("Each path has a replica number of its own.", nameof(samples));
        }

        if (this.samples.Select(s => s.Ensemble).Distinct().Count() != this.samples.Length)
        {
            throw new ArgumentException("Each ensemble has one active path.", nameof(samples));
        }
    }

    private SampleSet(ImmutableArray<PathSample> samples) => this.samples = samples;

    public int Count => samples.Length;

    /// <summary>The active path of an ensemble.</summary>
    /// <exception cref="PathSamplingException">The ensemble has none.</exception>
    public Trajectory this[PathEnsemble ensemble] =>
        Find(ensemble)?.Path ?? throw new PathSamplingException($"There is no path in the ensemble {ensemble}.");

    /// <summary>The sample of an ensemble; null where it has none.</summary>
    public PathSample? Find(PathEnsemble ensemble)
    {
        foreach (PathSample sample in samples)
        {
            if (ReferenceEquals(sample.Ensemble, ensemble))
            {
                return sample;
            }
        }

        return null;
    }

    /// <summary>The samples of the ensembles that have one, in their order.</summary>
    internal SampleSet Of(ImmutableArray<PathEnsemble> ensembles)
    {
        ImmutableArray<PathSample>.Builder some = ImmutableArray.CreateBuilder<PathSample>(ensembles.Length);
        foreach (PathEnsemble ensemble in ensembles)
        {
            if (Find(ensemble) is PathSample sample)
            {
                some.Add(sample);
            }
        }

        return new SampleSet(some.DrainToImmutable());
    }

    /// <summary>
    /// The set with each replica among the changes moved to its new ensemble and path. A set of samples always stays one: two replicas
    /// change places together.
    /// </summary>
    /// <exception cref="ArgumentException">A replica is not in the set, or two of them would be in one ensemble.</exception>
    public SampleSet With(IEnumerable<PathSample> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        PathSample[] next = [.. samples];
        foreach (PathSample change in changes)
        {
            int index = Array.FindIndex(next, s => s.Replica == change.Replica);
            if (index < 0)
            {
                throw new ArgumentException(FormattableString.Invariant($"Replica {change.Replica} is not in the set."), nameof(changes));
            }

            next[index] = change;
        }

        for (int i = 1; i < next.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (ReferenceEquals(next[i].Ensemble, next[j].Ensemble))
                {
                    throw new ArgumentException($"Two replicas would be in the ensemble {next[i].Ensemble.Name}.", nameof(changes));
                }
            }
        }

        return new SampleSet(ImmutableArray.Create(next));
    }

    /// <summary>The active paths as records hold them.</summary>
    internal SampledPath[] ToRecords() => [.. samples.Select(ToRecord)];

    internal static SampledPath ToRecord(PathSample sample) => new()
    {
        Ensemble = sample.Ensemble.Name,
        Replica = sample.Replica,
        Summary = sample.Ensemble.Summarize(sample.Path),
        Trajectory = sample.Path,
    };

    public IEnumerator<PathSample> GetEnumerator() => ((IEnumerable<PathSample>)samples).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>
    /// The set with its paths as step 0 of a run. Frames are identified by the step that made them, so frames of another run or of
    /// several sources get new identities; paths that share frames go on sharing them.
    /// </summary>
    internal SampleSet AsInitial()
    {
        Dictionary<FrameSegment, (int First, int End)> used = new(ReferenceEqualityComparer.Instance);
        foreach (PathSlice slice in samples.SelectMany(s => s.Path.Slices))
        {
            (int first, int end) = used.GetValueOrDefault(slice.Segment, (int.MaxValue, 0));
            used[slice.Segment] = (Math.Min(first, slice.First), Math.Max(end, slice.First + slice.Count));
        }

        if (used.Count > SegmentId.MaximumParts)
        {
            return new SampleSet(ImmutableArray.CreateRange(
                samples.Select((s, i) => s with { Path = Trajectory.FromFrames(s.Path, new SegmentId(0, i)) })));
        }

        Dictionary<FrameSegment, MemorySegment> renamed = new(ReferenceEqualityComparer.Instance);
        foreach ((FrameSegment segment, (int first, int end)) in used)
        {
            Frame[] frames = [.. Enumerable.Range(first, end - first).Select(place => segment[place])];
            renamed.Add(segment, new MemorySegment(new SegmentId(0, renamed.Count), 0, frames));
        }

        return new SampleSet(ImmutableArray.CreateRange(samples, s => s with
        {
            Path = new Trajectory(ImmutableArray.CreateRange(s.Path.Slices, slice => slice with
            {
                Segment = renamed[slice.Segment],
                First = slice.First - used[slice.Segment].First,
            })),
        }));
    }
}
