namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>
/// Weights of the paths of the ensembles of a transition by the outermost value they reach: bins between each interface and the next, counted
/// from the inner one. When there are too many bins, neighbours are joined, so that any number of paths over any range takes the same memory.
/// </summary>
internal sealed class ProgressHistogram(TransitionSummary transition)
{
    private const int MostBins = 4096;
    private const double BinsOfFirst = 1024;

    private readonly int ensembles = transition.Values.Length;
    private Dictionary<(int Interval, long Bin), double[]> bins = [];
    private double width;

    /// <summary>Adds a path; one that reaches no interface does not count.</summary>
    public void Add(int ensemble, double progress, double weight)
    {
        int interval = RateLayout.IntervalOf(transition, progress);
        if (interval < 0)
        {
            return;
        }

        double distance = Math.Abs(progress - transition.Values[interval]);
        if (width == 0 && distance > 0)
        {
            width = distance / BinsOfFirst;
        }

        At(interval, distance == 0 ? 0 : (long)Math.Min(distance / width, long.MaxValue / 2))[ensemble] += weight;
        while (bins.Count > MostBins)
        {
            Join();
        }
    }

    /// <summary>The curves of all ensembles, alone and together, at the lower ends of bins and at the interfaces.</summary>
    public CrossingCurve ToCurve(CrossingSolution solution)
    {
        double[] beyond = new double[ensembles];
        List<(int Interval, double Value, double[] Beyond)> points = [];
        foreach ((int interval, long bin) in Keys())
        {
            if (bins.TryGetValue((interval, bin), out double[]? inBin))
            {
                for (int i = 0; i < ensembles; i++)
                {
                    beyond[i] += inBin[i];
                }
            }

            double distance = bin * width;
            points.Add((interval, transition.Values[interval] + (transition.IsIncreasing ? distance : -distance), [.. beyond]));
        }

        points.Reverse();
        double[][] firsts = [.. Enumerable.Range(0, ensembles).Select(i => First(points, i))];
        return new CrossingCurve
        {
            Transition = transition.Name,
            Variable = transition.Variable,
            LastInterface = transition.Values[^1],
            Values = [.. points.Select(p => p.Value)],
            Probabilities = [.. points.Select(p => Together(solution, p.Interval, p.Beyond, firsts[p.Interval]))],
            Ensembles = [.. transition.Ensembles.Select((name, i) => Alone(name, i, points))],
        };
    }

    private static double Together(CrossingSolution solution, int interval, double[] beyond, double[] atInterface)
    {
        double here = 0, all = 0;
        for (int i = 0; i <= interval; i++)
        {
            if (solution.Counts[i, interval])
            {
                here += beyond[i];
                all += atInterface[i];
            }
        }

        return solution.Probabilities[interval] * CrossingSolution.Ratio(here, all);
    }

    private static EnsembleCrossing Alone(string name, int ensemble, List<(int Interval, double Value, double[] Beyond)> points)
    {
        double all = First(points, ensemble)[ensemble];
        (int Interval, double Value, double[] Beyond)[] own = [.. points.Where(p => p.Interval >= ensemble)];
        return new EnsembleCrossing(
            name, [.. own.Select(p => p.Value)], [.. own.Select(p => CrossingSolution.Ratio(p.Beyond[ensemble], all))]);
    }

    // What is beyond the interface at the beginning of an interval.
    private static double[] First(List<(int Interval, double Value, double[] Beyond)> points, int interval) =>
        points[points.FindIndex(p => p.Interval == interval)].Beyond;

    // From the outermost bin inward, the interfaces included.
    private IEnumerable<(int Interval, long Bin)> Keys() => bins.Keys
        .Union(Enumerable.Range(0, ensembles).Select(i => (i, 0L)))
        .OrderByDescending(k => k.Item1).ThenByDescending(k => k.Item2);

    private double[] At(int interval, long bin)
    {
        if (!bins.TryGetValue((interval, bin), out double[]? weights))
        {
            bins.Add((interval, bin), weights = new double[ensembles]);
        }

        return weights;
    }

    private void Join()
    {
        width *= 2;
        Dictionary<(int Interval, long Bin), double[]> fine = bins;
        bins = [];
        foreach (((int interval, long bin), double[] weights) in fine)
        {
            double[] joined = At(interval, bin / 2);
            for (int i = 0; i < ensembles; i++)
            {
                joined[i] += weights[i];
            }
        }
    }
}
