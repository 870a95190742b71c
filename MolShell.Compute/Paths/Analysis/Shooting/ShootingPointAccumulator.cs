using System.Collections.Immutable;
using MolShell.Compute.Numerics.Statistics;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Analysis.Shooting;

/// <summary>
/// Collects the shooting points of a stream of steps with the states that their trials came to, accepted or not.
/// </summary>
/// <remarks>
/// A one-way trial counts with the state at its new end. Of a two-way trial the forward half counts alone: the backward half is made only
/// where the forward one ended well, and so says less than it seems to.
/// </remarks>
public sealed class ShootingPointAccumulator
{
    private readonly ImmutableArray<CollectiveVariable> variables;
    private readonly ImmutableArray<StateVolume> states;
    private readonly List<Point> points = [];
    private readonly Dictionary<(SegmentId, int), Point> byFrame = [];
    private ImmutableArray<string> units = [];
    private PathRunInfo? run;

    /// <param name="variables">One or two variables.</param>
    /// <param name="states">Two states or more; where they overlap, the first counts.</param>
    /// <exception cref="ArgumentException">There is no variable, or more than two, or fewer than two states.</exception>
    public ShootingPointAccumulator(IEnumerable<CollectiveVariable> variables, IEnumerable<StateVolume> states)
    {
        this.variables = [.. variables];
        this.states = [.. states];
        if (this.variables.Length is < 1 or > 2)
        {
            throw new ArgumentException($"Shooting points are binned along one or two variables, not {this.variables.Length}.", nameof(variables));
        }

        if (this.states.Length < 2)
        {
            throw new ArgumentException($"A committor needs at least two states, not {this.states.Length}.", nameof(states));
        }
    }

    /// <summary>Number of steps so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Number of trials so far.</summary>
    public long Trials { get; private set; }

    /// <summary>Number of rejected trials so far that the run file did not keep; without them the committor would be too high.</summary>
    public long Missing { get; private set; }

    /// <summary>Takes the next step; steps without a shot count as steps only.</summary>
    public void Add(PathStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        Steps++;
        if (step.ShootingFrame is not { } shot || step.Direction is not { } direction)
        {
            return;
        }

        if (step.Trial is not { } trial)
        {
            Missing++;
            return;
        }

        int place = PlaceOf(trial, shot, direction), end = direction == PathDirection.Backward ? 0 : trial.Count - 1;
        if (place == end || place >= trial.Count)
        {
            // Interface-constrained shooting makes no trial where the shooting point is the end of the path.
            return;
        }

        Point point = PointAt(step, trial, place);
        Trials++;
        point.Trials++;
        point.Accepted += step.Accepted ? 1 : 0;
        for (int state = 0; state < states.Length; state++)
        {
            if (states[state].ContainsAt(trial, end))
            {
                point.Counts[state]++;
                return;
            }
        }
    }

    /// <summary>The committor of the shooting points so far.</summary>
    /// <param name="bins">Number of bins along each variable, at least 1.</param>
    /// <exception cref="InvalidOperationException">There was no shot, or rejected trials are missing.</exception>
    public ShootingPointStatistic ToStatistic(int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (Missing > 0)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"{Missing} rejected trials were not kept in the run file, and those that were accepted all came to a wanted state: ")
                + "there is no committor without them. Sample with -KeepRejected.");
        }

        if (points.Count == 0)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"None of the {Steps} steps was a shot."));
        }

        Histogram[] axes = [.. variables.Select((_, k) => AxisOf(k, bins))];
        int nx = axes[0].BinCount, ny = axes.Length > 1 ? axes[1].BinCount : 1;
        ImmutableArray<ShootingPointBin>.Builder filled = ImmutableArray.CreateBuilder<ShootingPointBin>();
        double[,] committor = new double[nx, ny], errors = new double[nx, ny];
        ILookup<int, Point> byBin = points.ToLookup(p => (axes[0].BinOf(p.Values[0]) * ny) + (axes.Length > 1 ? axes[1].BinOf(p.Values[1]) : 0));
        for (int i = 0; i < nx * ny; i++)
        {
            (committor[i / ny, i % ny], errors[i / ny, i % ny]) = (double.NaN, double.NaN);
            if (byBin.Contains(i))
            {
                ShootingPointBin bin = Join([.. byBin[i]], [.. axes.Select((a, k) => a.Centers[k == 0 ? i / ny : i % ny])]);
                filled.Add(bin);
                (committor[i / ny, i % ny], errors[i / ny, i % ny]) = (bin.Committor, bin.StandardError);
            }
        }

        return new ShootingPointStatistic
        {
            Steps = Steps,
            States = [.. states.Select(s => s.Name)],
            Variables = [.. variables.Select(v => v.Name)],
            Units = units,
            Points = [.. points.Select(p => p.ToRecord())],
            Bins = filled.ToImmutable(),
            XEdges = axes[0].Edges,
            YEdges = axes.Length > 1 ? axes[1].Edges : null,
            Committor = committor,
            StandardError = errors,
        };
    }

    // What the dynamics made backward is one slice at the begin of the trial; forward shots keep all up to the shooting point, and the forward
    // half of a two-way shot is the last slice, which begins with it.
    private static int PlaceOf(Trajectory trial, int shot, PathDirection direction) => direction switch
    {
        PathDirection.Forward => shot,
        PathDirection.Backward => trial.Slices[0].Count,
        _ => trial.Count - trial.Slices[^1].Count,
    };

    private Point PointAt(PathStep step, Trajectory trial, int place)
    {
        if (!ReferenceEquals(run, step.Run))
        {
            // Another run may number its frames alike.
            byFrame.Clear();
            run = step.Run;
            units = [.. variables.Select(v => trial[place].Units.Symbol(v.Dimension))];
        }

        (SegmentId, int) frame = trial.Identify(place);
        if (!byFrame.TryGetValue(frame, out Point? point))
        {
            point = new Point(step.Step, [.. variables.Select(v => ValueAt(v, trial, place))], new long[states.Length]);
            points.Add(point);
            byFrame.Add(frame, point);
        }

        return point;
    }

    private static double ValueAt(CollectiveVariable variable, Trajectory trial, int place) =>
        trial.Value(variable, place) is var value && double.IsFinite(value) ? value : throw new ArgumentException(
            FormattableString.Invariant($"The variable {variable.Name} is {value} at a shooting point."));

    private Histogram AxisOf(int axis, int bins)
    {
        double least = points.Min(p => p.Values[axis]), greatest = points.Max(p => p.Values[axis]);
        return least < greatest ? new Histogram(least, greatest, bins) : new Histogram(least - 0.5, least + 0.5, 1);
    }

    private ShootingPointBin Join(Point[] some, ImmutableArray<double> center) => new()
    {
        Values = center,
        Counts = [.. Enumerable.Range(0, states.Length).Select(state => some.Sum(p => p.Counts[state]))],
        Trials = some.Sum(p => p.Trials),
        Accepted = some.Sum(p => p.Accepted),
        Points = some.Length,
    };

    private sealed class Point(long step, ImmutableArray<double> values, long[] counts)
    {
        public ImmutableArray<double> Values => values;

        public long[] Counts => counts;

        public long Trials { get; set; }

        public long Accepted { get; set; }

        public ShootingPoint ToRecord() => new()
        {
            Step = step,
            Values = values,
            Counts = [.. counts],
            Trials = Trials,
            Accepted = Accepted,
        };
    }
}
