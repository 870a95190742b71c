namespace MolShell.Compute.Paths.Analysis.Residence;

/// <summary>Counts stays by their length [frame intervals].</summary>
internal sealed class StayCounter
{
    private readonly SortedDictionary<long, long> ended = [];
    private readonly SortedDictionary<long, long> open = [];

    /// <summary>Number of stays that ended.</summary>
    public long Ended => ended.Values.Sum();

    /// <summary>Number of open stays.</summary>
    public long Open => open.Values.Sum();

    /// <summary>Lengths of the stays that ended with their numbers, in growing order.</summary>
    public IReadOnlyCollection<KeyValuePair<long, long>> Lengths => ended;

    /// <summary>Length of all stays over the number of ended ones: the maximum-likelihood mean of exponential stays.</summary>
    public double Mean => (double)(Total(ended) + Total(open)) / Ended;

    /// <summary>Variance of the lengths of ended stays; NaN below two.</summary>
    public double Variance
    {
        get
        {
            double n = Ended, mean = Total(ended) / n;
            return n < 2 ? double.NaN : ended.Sum(e => e.Value * (e.Key - mean) * (e.Key - mean)) / (n - 1);
        }
    }

    /// <summary>Adds a stay that ended.</summary>
    public void AddEnded(long length) => ended[length] = ended.GetValueOrDefault(length) + 1;

    /// <summary>Adds a stay of at least a length.</summary>
    public void AddOpen(long length) => open[length] = open.GetValueOrDefault(length) + 1;

    public StayCounter Copy()
    {
        StayCounter copy = new();
        foreach ((long length, long count) in ended)
        {
            copy.ended.Add(length, count);
        }

        foreach ((long length, long count) in open)
        {
            copy.open.Add(length, count);
        }

        return copy;
    }

    /// <summary>
    /// The survival function S(l) after each length l at which a stay ended, and its standard error: the product of 1 - d/n over lengths up to
    /// l with d ends among n stays of at least that length. An open stay of length l may end at l, and is so not among them.
    /// </summary>
    public IEnumerable<(long Length, double Survival, double Error)> Survival()
    {
        long left = Ended + Open;
        double survival = 1, sum = 0;
        Queue<KeyValuePair<long, long>> shorter = new(open);
        foreach ((long length, long count) in ended)
        {
            while (shorter.TryPeek(out KeyValuePair<long, long> gone) && gone.Key <= length)
            {
                left -= shorter.Dequeue().Value;
            }

            survival *= 1 - ((double)count / left);
            sum += left > count ? (double)count / (left * (double)(left - count)) : 0;
            left -= count;
            yield return (length, survival, survival * Math.Sqrt(sum));
        }
    }

    private static long Total(SortedDictionary<long, long> stays) => stays.Sum(s => s.Key * s.Value);
}
