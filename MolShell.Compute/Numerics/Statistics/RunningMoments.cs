namespace MolShell.Compute.Numerics.Statistics;

/// <summary>Mean and variance of a stream of numbers, one pass, without cancellation (Welford 1962, doi:10.1080/00401706.1962.10490022).</summary>
public sealed class RunningMoments
{
    private double sumOfSquares;

    public long Count { get; private set; }

    /// <summary>The mean; NaN without values.</summary>
    public double Mean { get; private set; } = double.NaN;

    /// <summary>The unbiased variance, with n - 1; NaN below two values.</summary>
    public double Variance => Count > 1 ? sumOfSquares / (Count - 1) : double.NaN;

    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>Standard error of the mean of independent values; for correlated ones see <see cref="BlockAverage"/>.</summary>
    public double StandardError => Math.Sqrt(Variance / Count);

    public double Minimum { get; private set; } = double.NaN;

    public double Maximum { get; private set; } = double.NaN;

    public void Add(double value)
    {
        if (Count == 0)
        {
            (Count, Mean, Minimum, Maximum) = (1, value, value, value);
            return;
        }

        Count++;
        double step = value - Mean;
        Mean += step / Count;
        sumOfSquares += step * (value - Mean);
        Minimum = Math.Min(Minimum, value);
        Maximum = Math.Max(Maximum, value);
    }

    /// <summary>Adds all values that another accumulator has seen.</summary>
    public void Add(RunningMoments other)
    {
        if (other.Count == 0)
        {
            return;
        }

        if (Count == 0)
        {
            (Count, Mean, Minimum, Maximum) = (other.Count, other.Mean, other.Minimum, other.Maximum);
            sumOfSquares = other.sumOfSquares;
            return;
        }

        long total = Count + other.Count;
        double step = other.Mean - Mean;
        sumOfSquares += other.sumOfSquares + (step * step * Count * other.Count / total);
        Mean += step * other.Count / total;
        Count = total;
        Minimum = Math.Min(Minimum, other.Minimum);
        Maximum = Math.Max(Maximum, other.Maximum);
    }
}
