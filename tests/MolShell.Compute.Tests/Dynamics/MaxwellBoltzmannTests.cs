using MolShell.Compute.Dynamics;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Dynamics;

public sealed class MaxwellBoltzmannTests
{
    private static readonly Topology Mixture =
        Topology.Uniform(4000, 1, "X") with { Masses = [.. Enumerable.Range(0, 4000).Select(i => 1.0 + (i % 3))] };

    [Fact]
    public void Components_are_normal_with_the_variance_of_equipartition()
    {
        Vec3[] velocities = MaxwellBoltzmann.Draw(Mixture, UnitSystem.Real, 300, new RandomKey(1));
        double variance = UnitSystem.Real.Boltzmann * 300 * UnitSystem.Real.AccelerationFactor;
        Sigma.AssertNormalMoments(
            [.. velocities.SelectMany((v, i) => new[] { v.X, v.Y, v.Z }.Select(u => u * Math.Sqrt(Mixture.Masses[i] / variance)))]);
    }

    [Fact]
    public void Momentum_can_be_removed()
    {
        Vec3[] velocities = MaxwellBoltzmann.Draw(Mixture, UnitSystem.Reduced, 1, new RandomKey(1), removeMomentum: true);
        Vec3 momentum = velocities.Select((v, i) => v * Mixture.Masses[i]).Aggregate((a, b) => a + b);
        Assert.True(momentum.Length() < 1e-10, $"Momentum {momentum}.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Axes_beyond_the_dimension_stay_at_rest(int dimension)
    {
        Vec3[] velocities = MaxwellBoltzmann.Draw(Mixture with { Dimension = dimension }, UnitSystem.Reduced, 1, new RandomKey(2));
        Assert.All(velocities, v => Assert.True(v.X != 0 && v.Z == 0 && (v.Y != 0) == (dimension == 2)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Temperature_out_of_range_is_an_error(double temperature) =>
        Assert.Throws<ArgumentException>(() => MaxwellBoltzmann.Draw(Mixture, UnitSystem.Reduced, temperature, default));
}
