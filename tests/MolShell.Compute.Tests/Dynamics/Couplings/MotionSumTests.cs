using MolShell.Compute.Dynamics.Couplings;
using MolShell.Compute.Numerics.Random;
using Xunit;

namespace MolShell.Compute.Tests.Dynamics.Couplings;

public sealed class MotionSumTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1e-130)]
    [InlineData(1e140)]
    public void Sums_are_right_and_do_not_depend_on_the_order(double scale)
    {
        const int count = 30_000;
        RandomSource random = new(new RandomKey(3));
        double[] masses = [.. Enumerable.Range(0, count).Select(_ => 1 + (20 * random.NextDouble()))];
        double[] velocities = [.. Enumerable.Range(0, count).Select(_ => scale * random.NextNormal())];
        double energy = MotionSum.TwiceKineticEnergy(masses, velocities), momentum = MotionSum.Momentum(masses, velocities);
        double expected = 0, size = 0;
        for (int i = 0; i < count; i++)
        {
            expected += masses[i] * (velocities[i] / scale) * (velocities[i] / scale);
            size += masses[i] * (velocities[i] / scale);
        }

        Assert.Equal(expected, energy / scale / scale, 1e-11 * expected);
        Assert.Equal(size, momentum / scale, 1e-9);
        Array.Reverse(masses);
        Array.Reverse(velocities);
        Assert.Equal(energy, MotionSum.TwiceKineticEnergy(masses, velocities));
        Assert.Equal(momentum, MotionSum.Momentum(masses, velocities));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e200)]
    public void What_is_not_finite_stays_so(double velocity) =>
        Assert.False(double.IsFinite(MotionSum.TwiceKineticEnergy([1, 1, 1], [0, velocity, 1])));

    [Fact]
    public void Rest_has_no_energy() => Assert.Equal(0, MotionSum.TwiceKineticEnergy([1, 2], [0, 0]));
}
