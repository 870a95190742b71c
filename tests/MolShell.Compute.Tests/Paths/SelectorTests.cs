using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Selectors;
using Xunit;

namespace MolShell.Compute.Tests.Paths;

public class SelectorTests
{
    private static readonly Trajectory Path = Model.Path(0, 2, 3, 4.5, 6, 8, 9);

    [Fact]
    public void UniformSelectorChoosesBetweenTheEnds()
    {
        ShootingSelector selector = ShootingSelector.Uniform;
        Assert.Equal([0, 0.2, 0.2, 0.2, 0.2, 0.2, 0], Enumerable.Range(0, 7).Select(i => selector.Probability(Path, i)));
        AssertPicks(selector);
    }

    [Fact]
    public void GaussianBiasFollowsItsFormula()
    {
        ShootingSelector selector = ShootingSelector.GaussianBias(Model.X, 4, 0.7);
        double[] f = [.. new[] { 2, 3, 4.5, 6, 8 }.Select(x => Math.Exp(-0.7 * (x - 4) * (x - 4)))];
        for (int i = 1; i < 6; i++)
        {
            Assert.Equal(f[i - 1] / f.Sum(), selector.Probability(Path, i), 14);
            Assert.Equal(f[i - 1], selector.Weight(Path[i], reversed: false), 15);
        }

        Assert.Equal(0, selector.Probability(Path, 0));
        Assert.Equal(0, selector.Probability(Path, 6));
        AssertPicks(selector);
    }

    [Fact]
    public void BiasOfAVelocityKnowsTheDirectionOfThePath()
    {
        ShootingSelector selector = ShootingSelector.GaussianBias(Model.V, 1, 2);
        Trajectory path = Trajectory.FromFrames([Model.Frame(0), Model.Frame(5, 0.5), Model.Frame(9)]);
        Assert.Equal(Math.Exp(-2 * 0.25), selector.Weight(path, 1), 15);
        Assert.Equal(Math.Exp(-2 * 2.25), selector.Weight(path.Reversed(), 1), 15);
        Assert.Equal(Math.Exp(-2 * 2.25), selector.Weight(path[1], reversed: true), 15);
    }

    [Fact]
    public void BiasThatVanishesEverywhereIsAnError()
    {
        ShootingSelector selector = ShootingSelector.GaussianBias(Model.X, 1000, 5);
        PathSamplingException error = Assert.Throws<PathSamplingException>(() => selector.Pick(Path, selector.Sum(Path), new RandomSource(new RandomKey(1))));
        Assert.Contains("vanishes", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    [InlineData(0, double.PositiveInfinity)]
    public void BadParametersAreRefused(double center, double alpha) =>
        Assert.Throws<ArgumentException>(() => ShootingSelector.GaussianBias(Model.X, center, alpha));

    private static void AssertPicks(ShootingSelector selector)
    {
        const int Draws = 40_000;
        RandomSource random = new(new RandomKey(77));
        int[] counts = new int[Path.Count];
        double sum = selector.Sum(Path);
        for (int i = 0; i < Draws; i++)
        {
            counts[selector.Pick(Path, sum, random)]++;
        }

        for (int i = 0; i < Path.Count; i++)
        {
            double p = selector.Probability(Path, i);
            Sigma.AssertWithin(4, Draws * p, Math.Sqrt(Draws * p * (1 - p)) + 1e-9, counts[i], $"picks of frame {i}");
        }
    }
}
