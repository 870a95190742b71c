using System.Collections.Immutable;
using MolShell.Compute.Numerics.Statistics;

namespace MolShell.Compute.Paths.Analysis;

/// <summary>Tells the channels that the path of one ensemble passes in a stream of steps, holding none of them.</summary>
public sealed class ChannelAccumulator
{
    private readonly ImmutableArray<StateVolume> channels;
    private readonly List<string> labels = [];
    private readonly List<RunningBlockAverage> fractions = [];
    private readonly List<long> visits = [];
    private readonly Dictionary<(int From, int To), long> switches = [];
    private string? ensemble;
    private Trajectory? current;
    private int label = -1;

    /// <param name="channels">Regions that paths may pass, with different names.</param>
    /// <param name="ensemble">Name of the ensemble; null for that of the first step.</param>
    /// <exception cref="ArgumentException">There is no channel, or two have the same name.</exception>
    public ChannelAccumulator(IEnumerable<StateVolume> channels, string? ensemble = null)
    {
        this.channels = [.. channels];
        this.ensemble = ensemble;
        if (this.channels.IsEmpty || this.channels.DistinctBy(c => c.Name).Count() != this.channels.Length)
        {
            throw new ArgumentException("Channels are one volume or more, with different names.", nameof(channels));
        }
    }

    /// <summary>Number of steps so far that had a path of the ensemble.</summary>
    public long Steps { get; private set; }

    public void Add(PathStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        ensemble ??= step.Ensemble;
        Trajectory? path = step.Samples.FirstOrDefault(s => s.Ensemble == ensemble)?.Trajectory
            ?? (step.Ensemble == ensemble ? step.Trajectory : null);
        if (path is null)
        {
            return;
        }

        if (!ReferenceEquals(path, current))
        {
            Switch(LabelOf(path));
            current = path;
        }

        Steps++;
        for (int i = 0; i < labels.Count; i++)
        {
            fractions[i].Add(i == label ? 1 : 0);
        }
    }

    /// <summary>The statistics of the steps so far.</summary>
    /// <exception cref="InvalidOperationException">No step had a path of the ensemble.</exception>
    public ChannelStatistic ToStatistic()
    {
        if (Steps == 0)
        {
            throw new InvalidOperationException($"There were no path sampling steps with a path of the ensemble {ensemble}.");
        }

        BlockAverage[] averages = [.. fractions.Select(f => f.ToAverage())];
        long[,] matrix = new long[labels.Count, labels.Count];
        foreach (((int from, int to), long count) in switches)
        {
            matrix[from, to] = count;
        }

        return new ChannelStatistic
        {
            Ensemble = ensemble!,
            Steps = Steps,
            Channels = [.. labels],
            Fractions = [.. averages.Select(a => a.Mean)],
            Errors = [.. averages.Select(a => a.StandardError)],
            Residences = [.. averages.Select((a, i) => a.Mean * Steps / visits[i])],
            Switches = matrix,
        };
    }

    private void Switch(string name)
    {
        int next = labels.IndexOf(name);
        if (next < 0)
        {
            next = labels.Count;
            labels.Add(name);
            visits.Add(0);
            fractions.Add(new RunningBlockAverage());

            // It took none of the steps so far.
            for (long i = 0; i < Steps; i++)
            {
                fractions[^1].Add(0);
            }
        }

        if (next != label)
        {
            visits[next]++;
            if (label >= 0)
            {
                switches[(label, next)] = switches.GetValueOrDefault((label, next)) + 1;
            }
        }

        label = next;
    }

    private string LabelOf(Trajectory path)
    {
        string[] passed = [.. channels.Where(c => Enumerable.Range(0, path.Count).Any(i => c.ContainsAt(path, i))).Select(c => c.Name)];
        return passed.Length == 0 ? "none" : string.Join(" + ", passed);
    }
}
