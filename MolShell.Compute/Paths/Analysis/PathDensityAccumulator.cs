using System.Collections.Immutable;

namespace MolShell.Compute.Paths.Analysis;

/// <summary>Counts the bins that the paths of a stream of steps pass, holding none of the steps.</summary>
public sealed class PathDensityAccumulator
{
    private const int MostBins = 5000;
    private const double BinsOfFirstPath = 50;

    private readonly ImmutableArray<DensityAxis> axes;
    private readonly Dictionary<(long X, long Y), long> counts = [];
    private readonly HashSet<(long X, long Y)> passed = [];
    private double[]? widths;
    private ImmutableArray<string> units = [];
    private Trajectory? path;
    private long pathSteps;

    /// <param name="axes">One or two variables.</param>
    /// <exception cref="ArgumentException">There is no variable, or more than two.</exception>
    public PathDensityAccumulator(params IEnumerable<DensityAxis> axes)
    {
        this.axes = [.. axes];
        if (this.axes.Length is < 1 or > 2)
        {
            throw new ArgumentException($"A path density has one or two variables, not {this.axes.Length}.", nameof(axes));
        }
    }

    /// <summary>Number of steps so far.</summary>
    public long Steps { get; private set; }

    /// <exception cref="ArgumentException">A variable is not finite at a frame.</exception>
    public void Add(PathStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        Steps++;
        if (ReferenceEquals(step.Trajectory, path))
        {
            pathSteps++;
            return;
        }

        Count();
        passed.Clear();
        path = step.Trajectory;
        pathSteps = 1;
        widths ??= ChooseWidths(path);
        for (int i = 0; i < path.Count; i++)
        {
            passed.Add((BinOf(0, i), axes.Length > 1 ? BinOf(1, i) : 0));
        }
    }

    /// <summary>The density of the steps so far.</summary>
    /// <exception cref="InvalidOperationException">There were no steps, or the paths reach over too many bins.</exception>
    public PathDensity ToDensity()
    {
        if (Steps == 0 || widths is null)
        {
            throw new InvalidOperationException("There were no path sampling steps.");
        }

        Count();
        (long firstX, double[] xEdges) = Edges(0, counts.Keys.Select(k => k.X));
        (long firstY, double[]? yEdges) = axes.Length > 1 ? Edges(1, counts.Keys.Select(k => k.Y)) : (0, null);
        double[,] values = new double[xEdges.Length - 1, yEdges is null ? 1 : yEdges.Length - 1];
        foreach (((long x, long y), long count) in counts)
        {
            values[x - firstX, y - firstY] = (double)count / Steps;
        }

        return new PathDensity
        {
            Steps = Steps,
            Variables = [.. axes.Select(a => a.Variable.Name)],
            Units = units,
            XEdges = xEdges,
            YEdges = yEdges,
            Values = values,
        };
    }

    // The present path counts with its number of steps, which is known when another takes its place.
    private void Count()
    {
        foreach ((long, long) bin in passed)
        {
            counts[bin] = counts.GetValueOrDefault(bin) + pathSteps;
        }

        pathSteps = 0;
    }

    private long BinOf(int axis, int frame)
    {
        double value = path!.Value(axes[axis].Variable, frame);
        return double.IsFinite(value)
            ? (long)Math.Floor(value / widths![axis])
            : throw new ArgumentException(FormattableString.Invariant(
                $"The variable {axes[axis].Variable.Name} is {value} at frame {frame} of a path."));
    }

    private double[] ChooseWidths(Trajectory first)
    {
        units = [.. axes.Select(a => first[0].Units.Symbol(a.Variable.Dimension))];
        return [.. axes.Select(axis =>
        {
            if (axis.BinWidth is double given)
            {
                return given;
            }

            double[] values = [.. Enumerable.Range(0, first.Count).Select(i => first.Value(axis.Variable, i))];
            double range = values.Max() - values.Min();
            return range > 0 ? RoundUp(range / BinsOfFirstPath) : 1;
        })];
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
