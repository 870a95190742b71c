using System.Collections.Immutable;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Analysis;

/// <summary>Counts the bins that the paths of a stream of steps pass, holding none of the steps.</summary>
public sealed class PathDensityAccumulator
{
    private const int MostBins = 5000;
    private const int PathsThatChoose = 200;
    private const double BinsOfRange = 50;

    private readonly ImmutableArray<DensityAxis> axes;
    private readonly ImmutableHashSet<string>? ensembles;
    private readonly Dictionary<(long X, long Y), double> counts = [];
    private readonly HashSet<(long X, long Y)> passed = [];

    // Paths that wait until the bins are chosen: values by axis and frame, and the weight of each.
    private readonly List<(double[][] Values, double Weight)> early = [];
    private readonly Dictionary<Trajectory, (double[][] Values, double Weight)> active = new(ReferenceEqualityComparer.Instance);
    private double[]? widths;
    private ImmutableArray<string> units = [];
    private IReadOnlyList<SampledPath> last = [];
    private long lastSteps;
    private double total;

    /// <param name="axes">One or two variables.</param>
    /// <exception cref="ArgumentException">There is no variable, or more than two.</exception>
    public PathDensityAccumulator(params IEnumerable<DensityAxis> axes)
        : this(axes, null)
    {
    }

    /// <param name="axes">One or two variables.</param>
    /// <param name="ensembles">Names of the ensembles whose paths count; null for all.</param>
    /// <exception cref="ArgumentException">There is no variable, or more than two.</exception>
    public PathDensityAccumulator(IEnumerable<DensityAxis> axes, IEnumerable<string>? ensembles)
    {
        this.ensembles = ensembles is null ? null : [.. ensembles];
        this.axes = [.. axes];
        if (this.axes.Length is < 1 or > 2)
        {
            throw new ArgumentException($"A path density has one or two variables, not {this.axes.Length}.", nameof(axes));
        }
    }

    /// <summary>Number of steps so far.</summary>
    public long Steps { get; private set; }

    /// <exception cref="ArgumentException">A variable is not finite at a frame, or the run lacks an ensemble.</exception>
    public void Add(PathStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (Steps++ == 0)
        {
            if (ensembles?.FirstOrDefault(name => !step.Run.Network.Ensembles.Contains(name)) is { } missing)
            {
                throw new ArgumentException($"The run has no ensemble {missing}; it has {string.Join("; ", step.Run.Network.Ensembles)}.");
            }

            units = [.. axes.Select(a => step.Trajectory[0].Units.Symbol(a.Variable.Dimension))];
        }

        if (!ReferenceEquals(step.Samples, last))
        {
            Settle();
            Enter(step.Samples);
            last = step.Samples;
        }

        lastSteps++;
    }

    /// <summary>The density of the steps so far.</summary>
    /// <exception cref="InvalidOperationException">There were no steps, or the paths reach over too many bins.</exception>
    public PathDensity ToDensity()
    {
        if (Steps == 0)
        {
            throw new InvalidOperationException("There were no path sampling steps.");
        }

        Settle();
        Enter([]);
        (last, lastSteps) = ([], 0);
        ChooseWidths();
        if (counts.Count == 0)
        {
            throw new InvalidOperationException("No step had a path of the ensembles.");
        }

        (long firstX, double[] xEdges) = Edges(0, counts.Keys.Select(k => k.X));
        (long firstY, double[]? yEdges) = axes.Length > 1 ? Edges(1, counts.Keys.Select(k => k.Y)) : (0, null);
        double[,] fractions = new double[xEdges.Length - 1, yEdges is null ? 1 : yEdges.Length - 1];
        foreach (((long x, long y), double count) in counts)
        {
            fractions[x - firstX, y - firstY] = count / total;
        }

        return new PathDensity
        {
            Steps = Steps,
            Variables = [.. axes.Select(a => a.Variable.Name)],
            Units = units,
            XEdges = xEdges,
            YEdges = yEdges,
            Values = fractions,
        };
    }

    // Paths count with the number of steps that they were active, times their weights.
    private void Settle()
    {
        foreach (SampledPath sample in last)
        {
            if (Counts(sample) && active.TryGetValue(sample.Trajectory, out (double[][] Values, double Weight) path))
            {
                active[sample.Trajectory] = path with { Weight = path.Weight + (sample.Weight * lastSteps) };
            }
        }

        lastSteps = 0;
    }

    // Paths that are no longer active are counted, and new ones are read.
    private void Enter(IReadOnlyList<SampledPath> samples)
    {
        HashSet<Trajectory> present = new(samples.Select(s => s.Trajectory), ReferenceEqualityComparer.Instance);
        foreach ((Trajectory path, (double[][] values, double weight)) in active)
        {
            if (!present.Contains(path))
            {
                active.Remove(path);
                Count(values, weight);
            }
        }

        foreach (SampledPath sample in samples)
        {
            if (Counts(sample) && !active.ContainsKey(sample.Trajectory))
            {
                active.Add(sample.Trajectory, ([.. axes.Select(axis => Values(axis.Variable, sample.Trajectory))], 0));
            }
        }
    }

    private bool Counts(SampledPath sample) => ensembles?.Contains(sample.Ensemble) != false;

    private void Count(double[][] valuesByAxis, double weight)
    {
        total += weight;
        if (widths is not null)
        {
            CountBins(valuesByAxis, weight);
            return;
        }

        early.Add((valuesByAxis, weight));
        if (early.Count == PathsThatChoose)
        {
            ChooseWidths();
        }
    }

    private void CountBins(double[][] valuesByAxis, double weight)
    {
        passed.Clear();
        for (int i = 0; i < valuesByAxis[0].Length; i++)
        {
            passed.Add((BinOf(0, valuesByAxis[0][i]), axes.Length > 1 ? BinOf(1, valuesByAxis[1][i]) : 0));
        }

        foreach ((long, long) bin in passed)
        {
            counts[bin] = counts.GetValueOrDefault(bin) + weight;
        }
    }

    private long BinOf(int axis, double value) => (long)Math.Floor(value / widths![axis]);

    // One path says little about the range of all, so the bins wait for the first paths.
    private void ChooseWidths()
    {
        if (widths is not null)
        {
            return;
        }

        widths = [.. axes.Select((axis, k) => axis.BinWidth ?? ChooseWidth([.. early.SelectMany(e => e.Values[k])]))];
        foreach ((double[][] waiting, double weight) in early)
        {
            CountBins(waiting, weight);
        }

        early.Clear();
    }

    private static double ChooseWidth(double[] sample)
    {
        double range = sample.Max() - sample.Min();
        return range > 0 ? RoundUp(range / BinsOfRange) : 1;
    }

    private static double[] Values(CollectiveVariable variable, Trajectory trajectory)
    {
        double[] result = new double[trajectory.Count];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = trajectory.Value(variable, i);
            if (!double.IsFinite(result[i]))
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"The variable {variable.Name} is {result[i]} at frame {i} of a path."));
            }
        }

        return result;
    }

    // To 1, 2 or 5 times a power of ten.
    private static double RoundUp(double width)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(width)));
        double digit = width / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    private (long First, double[] Edges) Edges(int axis, IEnumerable<long> bins)
    {
        long first = bins.Min();
        long count = bins.Max() - first + 1;
        if (count > MostBins)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"The paths reach over {count} bins of {axes[axis].Variable.Name}, more than {MostBins}: ")
                + FormattableString.Invariant($"choose a bin width above {widths![axis]}."));
        }

        return (first, [.. Enumerable.Range(0, (int)count + 1).Select(i => (first + i) * widths![axis])]);
    }
}
