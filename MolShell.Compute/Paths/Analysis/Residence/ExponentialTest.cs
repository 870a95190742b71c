using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Paths.Analysis.Residence;

/// <summary>
/// Compares lengths in whole intervals with the exponential distribution of their mean m as it looks there: the geometric distribution with
/// P(length > l) = (1 - 1/m)^l.
/// </summary>
internal static class ExponentialTest
{
    /// <summary>Greatest distance between the distributions.</summary>
    /// <param name="lengths">Lengths from 1 on with their numbers, in growing order.</param>
    public static double Distance(IReadOnlyCollection<KeyValuePair<long, long>> lengths)
    {
        double total = lengths.Sum(l => l.Value), logarithm = LogarithmOf(lengths);
        double distance = 0, seen = 0;
        foreach ((long length, long count) in lengths)
        {
            // Between two lengths that occur, the empirical distribution is flat: it is farthest away just before the next or at the last.
            distance = Math.Max(distance, Math.Abs((seen / total) - Expected(length - 1)));
            seen += count;
            distance = Math.Max(distance, Math.Abs((seen / total) - Expected(length)));
        }

        return distance;

        double Expected(long length) => length == 0 ? 0 : -double.ExpM1(logarithm * length);
    }

    /// <summary>Share of samples of the same number from that distribution that are as far from their own fit, or farther.</summary>
    /// <param name="lengths">Lengths with their numbers.</param>
    /// <param name="samples">Number of samples to draw, at least 1.</param>
    /// <param name="key">Decides them.</param>
    public static double Probability(IReadOnlyCollection<KeyValuePair<long, long>> lengths, int samples, RandomKey key)
    {
        double distance = Distance(lengths), logarithm = LogarithmOf(lengths);
        long total = lengths.Sum(l => l.Value);
        int farther = 0;
        for (int sample = 0; sample < samples; sample++)
        {
            RandomSource random = new(key.Derive((ulong)sample));
            SortedDictionary<long, long> drawn = [];
            for (long i = 0; i < total; i++)
            {
                long length = double.IsNegativeInfinity(logarithm) ? 1 : 1 + (long)(Math.Log(1 - random.NextDouble()) / logarithm);
                drawn[length] = drawn.GetValueOrDefault(length) + 1;
            }

            farther += Distance(drawn) >= distance ? 1 : 0;
        }

        return (farther + 1.0) / (samples + 1);
    }

    // ln(1 - 1/m), which is minus infinity where all lengths are 1.
    private static double LogarithmOf(IReadOnlyCollection<KeyValuePair<long, long>> lengths) =>
        Math.Log(1 - (lengths.Sum(l => l.Value) / (double)lengths.Sum(l => l.Key * l.Value)));
}
