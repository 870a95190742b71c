using Xunit;

namespace MolShell.Compute.Tests;

/// <summary>Assertions of statistics, whose tolerance is a number of standard errors.</summary>
public static class Sigma
{
    public static void AssertWithin(double sigmas, double expected, double sigma, double actual, string what)
    {
        double deviation = (actual - expected) / sigma;
        Assert.True(
            Math.Abs(deviation) <= sigmas,
            FormattableString.Invariant($"{what}: {actual:g8} is {deviation:f2} sigma from {expected:g8} (sigma {sigma:g3}, allowed {sigmas})."));
    }

    /// <summary>Checks mean, variance, skewness and kurtosis of independent standard normals within 4 sigma.</summary>
    public static void AssertNormalMoments(double[] sample)
    {
        double n = sample.Length;
        AssertWithin(4, 0, Math.Sqrt(1 / n), sample.Average(), "mean");
        AssertWithin(4, 1, Math.Sqrt(2 / n), sample.Average(x => x * x), "second moment");
        AssertWithin(4, 0, Math.Sqrt(15 / n), sample.Average(x => x * x * x), "third moment");
        AssertWithin(4, 3, Math.Sqrt(96 / n), sample.Average(x => x * x * x * x), "fourth moment");
    }
}
