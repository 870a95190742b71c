using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using Xunit;

namespace MolShell.Compute.Tests.Numerics.Random;

public sealed class GaussianTests
{
    private const int Count = 100_000;
    private static readonly RandomKey Key = RandomKey.FromSeed(3, RandomStream.Thermostat);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Each_component_has_the_moments_of_a_normal(int axis)
    {
        Sigma.AssertNormalMoments([.. Enumerable.Range(0, Count).Select(step => Gaussian.Three(Key, step, 5)[axis])]);
    }

    [Fact]
    public void Components_particles_steps_and_keys_are_independent()
    {
        RandomKey other = Key.Derive(1ul);
        (string What, Func<int, (double, double)> Pair)[] pairs =
        [
            ("x and y", i => (Gaussian.Three(Key, i, 0).X, Gaussian.Three(Key, i, 0).Y)),
            ("y and z", i => (Gaussian.Three(Key, i, 0).Y, Gaussian.Three(Key, i, 0).Z)),
            ("neighbouring particles", i => (Gaussian.Three(Key, i, 0).X, Gaussian.Three(Key, i, 1).X)),
            ("neighbouring steps", i => (Gaussian.Three(Key, i, 0).X, Gaussian.Three(Key, i + 1, 0).X)),
            ("two keys", i => (Gaussian.Three(Key, i, 0).X, Gaussian.Three(other, i, 0).X)),
            ("squares of x and y", i => Square(Gaussian.Three(Key, i, 0))),
        ];
        foreach ((string what, Func<int, (double, double)> pair) in pairs)
        {
            double correlation = Enumerable.Range(0, Count).Select(pair).Average(p => p.Item1 * p.Item2);
            Sigma.AssertWithin(4.5, 0, 1 / Math.Sqrt(Count), correlation, $"correlation of {what}");
        }

        static (double, double) Square(Vec3 v) => (((v.X * v.X) - 1) / Math.Sqrt(2), ((v.Y * v.Y) - 1) / Math.Sqrt(2));
    }

    [Fact]
    public void One_and_two_dimensional_draws_are_the_leading_components_of_three()
    {
        for (long step = -3; step < 100; step++)
        {
            Vec3 three = Gaussian.Three(Key, step, 7);
            Assert.Equal((three.X, three.Y), Gaussian.Two(Key, step, 7));
            Assert.Equal(three.X, Gaussian.One(Key, step, 7));
        }
    }
}
