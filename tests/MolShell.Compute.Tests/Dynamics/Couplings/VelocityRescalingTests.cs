using MolShell.Compute.Dynamics;
using MolShell.Compute.Dynamics.Couplings;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Numerics.Statistics;
using Xunit;

namespace MolShell.Compute.Tests.Dynamics.Couplings;

public sealed class VelocityRescalingTests
{
    private const double Thermal = 0.7;

    private static readonly RandomKey Key = RandomKey.FromSeed(3, RandomStream.Coupling);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(60)]
    public void Kinetic_energy_has_the_exact_mean_and_variance_after_any_time(int degrees)
    {
        // K follows a square-root process: with K_0 = f kT/2 and e = exp(-t/tau), the mean is K_0 + (K - K_0) e and the variance
        // 2 kT K (e - e^2) + kT K_0 (1 - e)^2, which ends in that of the canonical distribution, f (kT)^2/2.
        const int samples = 40_000;
        double mean = 0.5 * degrees * Thermal, start = 2.5 * mean;
        foreach (double time in new[] { 0.1, 1, 40 })
        {
            VelocityRescaling bath = Bath(degrees, time / 4);
            double e = Math.Exp(-time), expected = mean + ((start - mean) * e);
            double variance = (2 * Thermal * start * (e - (e * e))) + (Thermal * mean * (1 - e) * (1 - e));
            RunningMoments moments = new();
            RandomKey key = Key.Derive((ulong)degrees);
            for (int sample = 0; sample < samples; sample++)
            {
                // Four parts: the propagator of a sum of times is the product of the propagators.
                double kinetic = start;
                for (int part = 0; part < 4; part++)
                {
                    double factor = bath.Act(kinetic, key.Derive((ulong)((4 * sample) + part)));
                    kinetic *= factor * factor;
                }

                moments.Add(kinetic);
            }

            // A variance has the error sqrt((kurtosis - 1)/n); a gamma distribution of shape a has the kurtosis 3 + 6/a.
            double kurtosis = 3 + (12.0 / degrees);
            Sigma.AssertWithin(4, expected, Math.Sqrt(variance / samples), moments.Mean, $"mean after {time}");
            Sigma.AssertWithin(4, variance, variance * Math.Sqrt((kurtosis - 1) / samples), moments.Variance, $"variance after {time}");
        }
    }

    [Fact]
    public void Bath_has_what_the_particles_gave()
    {
        VelocityRescaling bath = Bath(5, 0.3);
        double kinetic = 2, total = kinetic;
        for (ulong step = 0; step < 100; step++)
        {
            double factor = bath.Act(kinetic, Key.Derive(step));
            kinetic *= factor * factor;
            Assert.Equal(total, kinetic + bath.Energy, 1e-12);
        }
    }

    [Fact]
    public void Single_degree_of_freedom_turns_round_as_often_as_it_should()
    {
        // After a long time the new velocity knows nothing of the old one, not even its direction.
        const int samples = 10_000;
        VelocityRescaling bath = Bath(1, 30);
        int turned = Enumerable.Range(0, samples).Count(sample => bath.Act(1, Key.Derive((ulong)sample)) < 0);
        Sigma.AssertWithin(4, 0.5, Math.Sqrt(0.25 / samples), (double)turned / samples, "share of turns");
        Assert.True(Bath(1, 1e-6).Act(1, Key) > 0);
    }

    [Fact]
    public void What_is_at_rest_stays_at_rest() => Assert.Equal(1, Bath(3, 1).Act(0, Key));

    [Fact]
    public void Fluid_has_the_canonical_kinetic_energy_and_keeps_the_conserved_one()
    {
        IntegratorSettings settings = TestRuns.Verlet with { Kind = IntegratorKind.VelocityRescaling, CouplingTime = 0.1, CenterOfMassInterval = 100 };
        using Simulation simulation = TestRuns.Fluid().Start(settings, 8).Run(2000);
        double before = simulation.ConservedEnergy!.Value;
        const int samples = 20_000, degrees = 3 * 26;
        double[] kinetic = new double[samples], squares = new double[samples];
        double mean = 0.5 * degrees * 0.824;
        for (int k = 0; k < samples; k++)
        {
            kinetic[k] = simulation.Run(5).KineticEnergy!.Value;
            squares[k] = (kinetic[k] - mean) * (kinetic[k] - mean);
        }

        BlockAverage average = BlockAverage.Of(kinetic), variance = BlockAverage.Of(squares);
        Sigma.AssertWithin(4, mean, average.StandardError, average.Mean, "kinetic energy");
        Sigma.AssertWithin(4, mean * 0.824, variance.StandardError, variance.Mean, "variance of the kinetic energy");
        Assert.True(average.StandardError < 0.01 * mean, $"Error {average.StandardError}.");
        double drift = (simulation.ConservedEnergy!.Value - before) / 27 / 0.824;
        Assert.True(Math.Abs(drift) < 0.02, FormattableString.Invariant($"Drift {drift:g3} kT per particle in 200 time units."));
    }

    private static VelocityRescaling Bath(int degrees, double timeStep) => new(
        new IntegratorSettings { Kind = IntegratorKind.VelocityRescaling, TimeStep = timeStep, CouplingTime = 1, Temperature = Thermal },
        degrees,
        Thermal);
}
