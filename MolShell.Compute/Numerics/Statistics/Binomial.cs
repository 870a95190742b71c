namespace MolShell.Compute.Numerics.Statistics;

/// <summary>Probabilities from counts.</summary>
public static class Binomial
{
    /// <summary>
    /// Standard deviation of a probability of which k of n trials are known, when all values were equally likely before:
    /// sqrt((k + 1)(n - k + 1)/(n + 3))/(n + 2). It is not 0 where all trials end alike, and correlation between trials is left out.
    /// </summary>
    /// <param name="successes">k, from 0 to n.</param>
    /// <param name="trials">n, at least 0.</param>
    public static double StandardError(double successes, double trials) =>
        Math.Sqrt((successes + 1) * (trials - successes + 1) / (trials + 3)) / (trials + 2);
}
