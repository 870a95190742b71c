using System.Collections;
using System.Collections.Immutable;

namespace MolShell.Compute.Paths;

/// <summary>The active path of each ensemble: the state of the Markov chain of path sampling. Immutable.</summary>
public sealed class SampleSet : IReadOnlyCollection<PathSample>
{
    private readonly ImmutableArray<PathSample> samples;

    /// <exception cref="ArgumentException">An ensemble has two paths.</exception>
    public SampleSet(IEnumerable<PathSample> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        this.samples = [.. samples];
        if (this.samples.Select(s => s.Ensemble).Distinct().Count() != this.samples.Length)
        {
            throw new ArgumentException("Each ensemble has one active path.", nameof(samples));
        }
    }

    private SampleSet(ImmutableArray<PathSample> samples) => this.samples = samples;

    public int Count => samples.Length;

    /// <summary>The active path of an ensemble.</summary>
    /// <exception cref="PathSamplingException">The ensemble has none.</exception>
    public Trajectory this[PathEnsemble ensemble]
    {
        get
        {
            foreach (PathSample sample in samples)
            {
                if (ReferenceEquals(sample.Ensemble, ensemble))
                {
                    return sample.Path;
                }
            }

            throw new PathSamplingException($"There is no path in the ensemble {ensemble}.");
        }
    }

    /// <summary>The set after some of its ensembles got other paths.</summary>
    /// <exception cref="ArgumentException">An ensemble is not in the set.</exception>
    public SampleSet With(IEnumerable<PathSample> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        PathSample[] next = [.. samples];
        foreach (PathSample change in changes)
        {
            int index = Array.FindIndex(next, s => ReferenceEquals(s.Ensemble, change.Ensemble));
            if (index < 0)
            {
                throw new ArgumentException($"The ensemble {change.Ensemble.Name} is not in the set.", nameof(changes));
            }

            next[index] = change;
        }

        return new SampleSet(ImmutableArray.Create(next));
    }

    public IEnumerator<PathSample> GetEnumerator() => ((IEnumerable<PathSample>)samples).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>
    /// The set with its paths as step 0 of a run. Frames are identified by the step that made them, so frames of another run or of
    /// several sources get new identities; ensembles with the same path go on sharing it.
    /// </summary>
    internal SampleSet AsInitial()
    {
        List<(Trajectory From, Trajectory To)> done = [];
        return new SampleSet(ImmutableArray.CreateRange(samples, sample =>
        {
            int index = done.FindIndex(d => ReferenceEquals(d.From, sample.Path));
            if (index < 0)
            {
                index = done.Count;
                done.Add((sample.Path, Trajectory.FromFrames(sample.Path, new SegmentId(0, index))));
            }

            return sample with { Path = done[index].To };
        }));
    }
}
