using MolShell.Compute.Dynamics;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Statistics;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Dynamics.Couplings;

public sealed class CenterOfMassTests
{
    [Theory]
    [InlineData(IntegratorKind.VelocityVerlet)]
    [InlineData(IntegratorKind.LangevinBaoab)]
    [InlineData(IntegratorKind.NoseHoover)]
    [InlineData(IntegratorKind.VelocityRescaling)]
    public void Momentum_stays_zero(IntegratorKind kind)
    {
        MolecularSystem fluid = TestRuns.Fluid();
        Frame moving = fluid.Start with { Velocities = [.. Enumerable.Range(0, 27).Select(i => new Vec3(1 + Math.Sin(i), 0.5, Math.Cos(i)))] };
        using Simulation simulation = (fluid with { Start = moving }).Start(Settings(kind, 10), 3);
        Assert.True(Momentum(simulation) < 1e-12, $"Momentum {Momentum(simulation)} at the start.");
        simulation.Run(2000);
        Assert.True(Momentum(simulation) < 1e-12, $"Momentum {Momentum(simulation)} at the end.");
    }

    [Theory]
    [InlineData(IntegratorKind.LangevinBaoab, 1)]
    [InlineData(IntegratorKind.NoseHoover, 50)]
    [InlineData(IntegratorKind.VelocityRescaling, 50)]
    public void Temperature_counts_the_motion_that_is_left(IntegratorKind kind, int interval)
    {
        // Eight particles: counting the centre of mass would give 7/8 of the temperature.
        MolecularSystem fluid = TestRuns.Fluid(2, 1.3);
        using Simulation simulation = fluid.Start(Settings(kind, interval), 5).Run(2000);
        double[] temperatures = new double[20_000];
        for (int k = 0; k < temperatures.Length; k++)
        {
            Frame frame = simulation.Run(10).Snapshot();
            temperatures[k] = frame.Temperature!.Value;
            Assert.Equal(21, frame.DegreesOfFreedom);
        }

        BlockAverage average = BlockAverage.Of(temperatures);
        Assert.True(average.StandardError < 0.02, $"Error {average.StandardError}.");
        Sigma.AssertWithin(4, 0.824, average.StandardError, average.Mean, "temperature");
    }

    [Fact]
    public void Motion_that_is_taken_away_is_in_the_conserved_energy()
    {
        // Rounding alone moves the centre of mass of constant energy; friction does it visibly, but has no conserved energy. So a
        // checkpoint gives the push.
        using Simulation simulation = TestRuns.Fluid().Start(Settings(IntegratorKind.VelocityVerlet, 5), 3).Run(5);
        Checkpoint still = simulation.CreateCheckpoint();
        double energy = simulation.ConservedEnergy!.Value;
        simulation.Restore(still with { Velocities = Array.ConvertAll(still.Velocities, v => v + new Vec3(0.3, 0, -0.4)) });
        double pushed = energy + (0.5 * 27 * 0.25);
        Assert.Equal(pushed, simulation.ConservedEnergy!.Value, 1e-10);
        simulation.Run(5);
        Assert.True(Momentum(simulation) < 1e-12);
        Assert.Equal(pushed, simulation.ConservedEnergy!.Value, 0.01);
        Assert.Equal(energy, simulation.PotentialEnergy + simulation.KineticEnergy!.Value, 0.01);
    }

    private static IntegratorSettings Settings(IntegratorKind kind, int interval) => TestRuns.Langevin with
    {
        Kind = kind, TimeStep = 0.002, CouplingTime = 0.4, ChainLength = 3, CenterOfMassInterval = interval,
    };

    private static double Momentum(Simulation simulation) => simulation.Velocities.ToArray().Aggregate((a, b) => a + b).Length();
}
