namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// The Metropolis rule u S(new) &lt; S(old) with the acceptance number u drawn before the trial: S(new) only grows with the trial, so
/// that a trial can be given up, without any change to what is sampled, as soon as the rule fails.
/// </summary>
/// <param name="number">u, uniform in [0, 1).</param>
/// <param name="oldSum">S of the old path times the factor of the shooting point f(new)/f(old).</param>
/// <param name="keptSum">Part of S(new) that is already settled.</param>
internal sealed class MetropolisBound(double number, double oldSum, double keptSum)
{
    private double newSum = keptSum;

    /// <summary>min(1, S(old) / S(new)) for the S(new) so far, which is an upper bound until the trial is complete.</summary>
    public double Probability => oldSum >= newSum ? Math.Sign(oldSum) : oldSum / newSum;

    public bool Fails => number * newSum >= oldSum;

    /// <summary>Adds f of a frame that will be between the ends of the trial.</summary>
    public void Add(double weight) => newSum += weight;
}
