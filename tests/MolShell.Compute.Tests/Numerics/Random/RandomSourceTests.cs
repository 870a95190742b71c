using MathNet.Numerics;
using MolShell.Compute.Numerics.Random;
using Xunit;

namespace MolShell.Compute.Tests.Numerics.Random;

public sealed class RandomSourceTests
{
    private static readonly RandomKey Key = RandomKey.FromSeed(20, RandomStream.Mover);

    [Fact]
    public void Same_key_gives_the_same_sequence_and_another_key_another()
    {
        RandomSource a = new(Key), b = new(Key), c = new(Key.Derive(1ul));
        ulong[] first = [.. Enumerable.Range(0, 100).Select(_ => a.NextUInt64())];
        Assert.Equal(first, Enumerable.Range(0, 100).Select(_ => b.NextUInt64()));
        Assert.Equal(100, first.Distinct().Count());
        Assert.Empty(first.Intersect(Enumerable.Range(0, 100).Select(_ => c.NextUInt64())));
    }

    [Fact]
    public void Doubles_are_uniform_in_the_half_open_unit_interval()
    {
        const int count = 200_000;
        RandomSource source = new(Key);
        double sum = 0, squares = 0;
        int[] bins = new int[20];
        for (int i = 0; i < count; i++)
        {
            double x = source.NextDouble();
            Assert.InRange(x, 0, 1 - 1e-17);
            sum += x;
            squares += x * x;
            bins[(int)(x * 20)]++;
        }

        Sigma.AssertWithin(4, 0.5, Math.Sqrt(1 / 12.0 / count), sum / count, "mean of a uniform");
        Sigma.AssertWithin(4, 1 / 3.0, Math.Sqrt(4 / 45.0 / count), squares / count, "mean square of a uniform");
        double expected = count / 20.0;
        double chiSquare = bins.Sum(n => (n - expected) * (n - expected) / expected);
        Sigma.AssertWithin(4, 19, Math.Sqrt(38), chiSquare, "chi-square of 20 bins");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Integers_are_uniform_below_the_count(int n)
    {
        const int draws = 100_000;
        RandomSource source = new(Key.Derive((ulong)n));
        double[] counts = new double[n];
        for (int i = 0; i < draws; i++)
        {
            counts[source.NextInt(n)]++;
        }

        double expected = (double)draws / n;
        double chiSquare = counts.Sum(c => (c - expected) * (c - expected) / expected);
        Assert.True(
            Math.Abs(chiSquare - (n - 1)) <= 4 * Math.Sqrt(2.0 * (n - 1)),
            $"chi-square {chiSquare} of {n} bins is more than 4 sigma from {n - 1}");
    }

    [Fact]
    public void Integers_reject_an_empty_range()
    {
        RandomSource source = new(Key);
        Assert.Throws<ArgumentOutOfRangeException>(() => source.NextInt(0));
    }

    [Fact]
    public void Normals_have_the_moments_of_a_normal()
    {
        RandomSource source = new(Key);
        Sigma.AssertNormalMoments([.. Enumerable.Range(0, 200_000).Select(_ => source.NextNormal())]);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(40)]
    public void Gamma_deviates_have_the_moments_of_their_shape(double shape)
    {
        const int count = 200_000;
        RandomSource source = new(Key.Derive((ulong)(10 * shape)));
        double sum = 0, squares = 0, logarithms = 0;
        for (int i = 0; i < count; i++)
        {
            double x = source.NextGamma(shape);
            sum += x;
            squares += (x - shape) * (x - shape);
            logarithms += Math.Log(x);
        }

        // Mean of the logarithm: the digamma function, with the trigamma function as variance.
        double digamma = SpecialFunctions.DiGamma(shape);
        double trigamma = (SpecialFunctions.DiGamma(shape + 1e-5) - SpecialFunctions.DiGamma(shape - 1e-5)) / 2e-5;
        Sigma.AssertWithin(4, shape, Math.Sqrt(shape / count), sum / count, "mean of a gamma deviate");
        Sigma.AssertWithin(4, shape, Math.Sqrt(((2 * shape * shape) + (6 * shape)) / count), squares / count, "variance of a gamma deviate");
        Sigma.AssertWithin(4, digamma, Math.Sqrt(trigamma / count), logarithms / count, "mean logarithm of a gamma deviate");
        Assert.Throws<ArgumentOutOfRangeException>(() => source.NextGamma(0));
    }

    [Fact]
    public void Restarted_source_is_that_of_the_other_key()
    {
        RandomSource a = new(Key), b = new(Key.Derive(4ul));
        a.NextNormal();
        a.NextUInt64();
        a.Restart(Key.Derive(4ul));
        Assert.Equal((b.NextNormal(), b.NextUInt64(), b.NextNormal()), (a.NextNormal(), a.NextUInt64(), a.NextNormal()));
    }
}
