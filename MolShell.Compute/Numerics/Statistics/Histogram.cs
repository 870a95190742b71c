namespace MolShell.Compute.Numerics.Statistics;

/// <summary>
/// Counts of numbers, with weights if wanted, in equal bins [edge_k, edge_k+1) of a range; the upper end of the range belongs to the
/// last bin. Numbers outside count as <see cref="Outside"/>.
/// </summary>
public sealed class Histogram
{
    private readonly double scale;

    /// <param name="minimum">Lower end of the range.</param>
    /// <param name="maximum">Upper end of the range.</param>
    /// <param name="bins">Number of bins.</param>
    /// <exception cref="ArgumentException">The range is empty or not finite, or there is no bin.</exception>
    public Histogram(double minimum, double maximum, int bins)
    {
        if (!(minimum < maximum) || !double.IsFinite(maximum - minimum))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The range of the histogram is {minimum} to {maximum}; expected finite ends in ascending order."));
        }

        if (bins < 1)
        {
            throw new ArgumentException(FormattableString.Invariant($"The histogram has {bins} bins; expected at least 1."));
        }

        Minimum = minimum;
        Maximum = maximum;
        Weights = new double[bins];
        Counts = new long[bins];
        scale = bins / (maximum - minimum);
    }

    public double Minimum { get; }

    public double Maximum { get; }

    /// <summary>Numbers seen in each bin, shape [bins].</summary>
    public long[] Counts { get; }

    /// <summary>Sum of weights in each bin, shape [bins]; the counts where no weights were given.</summary>
    public double[] Weights { get; }

    /// <summary>Sum of weights outside the range.</summary>
    public double Outside { get; private set; }

    public int BinCount => Weights.Length;

    public double BinWidth => (Maximum - Minimum) / BinCount;

    /// <summary>Bin borders, shape [bins + 1].</summary>
    public double[] Edges => [.. Enumerable.Range(0, BinCount + 1).Select(k => k == BinCount ? Maximum : Minimum + (k * BinWidth))];

    /// <summary>Bin centres, shape [bins].</summary>
    public double[] Centers => [.. Enumerable.Range(0, BinCount).Select(k => Minimum + ((k + 0.5) * BinWidth))];

    /// <summary>Probability density, shape [bins]: its integral over the range is the share of weight inside it.</summary>
    public double[] Density
    {
        get
        {
            double total = Outside + Weights.Sum();
            return Array.ConvertAll(Weights, weight => weight / (total * BinWidth));
        }
    }

    /// <summary>The bin of a number, or -1 outside the range and for NaN.</summary>
    public int BinOf(double value)
    {
        if (!(value >= Minimum && value <= Maximum))
        {
            return -1;
        }

        return Math.Min((int)((value - Minimum) * scale), BinCount - 1);
    }

    public void Add(double value, double weight = 1)
    {
        int bin = BinOf(value);
        if (bin < 0)
        {
            Outside += weight;
        }
        else
        {
            Counts[bin]++;
            Weights[bin] += weight;
        }
    }
}
