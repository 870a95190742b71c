using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Statistics;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Dynamics.Couplings;

public sealed class NoseHooverChainTests
{
    private static readonly IntegratorSettings Chain = new()
    {
        Kind = IntegratorKind.NoseHoover, TimeStep = 0.002, Temperature = 0.824, CouplingTime = 0.5, ChainLength = 3, CenterOfMassInterval = 100,
    };

    [Fact]
    public void One_oscillator_has_the_canonical_distribution_of_place_and_velocity()
    {
        const double mass = 1.7, stiffness = 2.3, temperature = 0.6;
        IntegratorSettings settings = Chain with
        {
            TimeStep = 0.04, Temperature = temperature, CouplingTime = 2 * Math.PI * Math.Sqrt(mass / stiffness), ChainLength = 4,
            CenterOfMassInterval = 0,
        };
        using Simulation simulation = TestRuns.Toy(new HarmonicWell(stiffness, 1), 1, new Vec3(0.4, 0, 0), settings, mass).Start(seed: 3);
        const int samples = 100_000;
        double[] place = new double[samples], speed = new double[samples];
        for (int k = 0; k < samples; k++)
        {
            simulation.Run(5);
            place[k] = simulation.Positions[0].X / Math.Sqrt(temperature / stiffness);
            speed[k] = simulation.Velocities[0].X / Math.Sqrt(temperature / mass);
        }

        foreach ((double[] sample, string what) in new[] { (place, "place"), (speed, "velocity") })
        {
            // The time step changes the variances by (omega dt)^2/4 = 5e-4 at most.
            Within(4, 1, sample, x => x * x, 5e-4, $"second moment of the {what}");
            Within(4, 3, sample, x => x * x * x * x, 3e-3, $"fourth moment of the {what}");
            Within(4, 0, sample, x => x, 0, $"mean of the {what}");
            Within(4, Math.Sqrt(2 / Math.PI), sample, Math.Abs, 3e-4, $"mean size of the {what}");
        }
    }

    [Fact]
    public void Conserved_energy_does_not_drift_and_its_error_falls_with_the_square_of_the_time_step()
    {
        double coarse = Error(0.004), fine = Error(0.002);
        Assert.InRange(coarse / fine, 3.5, 4.5);

        static double Error(double timeStep)
        {
            MolecularSystem system = TestRuns.Fluid(4);
            using Simulation warm = system.Start(Chain, 4).Run(2000);
            using Simulation simulation = system.Start(Chain with { TimeStep = timeStep });
            simulation.SetState(warm.Snapshot(), default);
            double[] energies = new double[200];
            double kinetic = 0;
            for (int k = 0; k < energies.Length; k++)
            {
                simulation.Run((long)Math.Round(0.04 / timeStep));
                energies[k] = simulation.ConservedEnergy!.Value;
                kinetic = Math.Max(kinetic, Math.Abs(simulation.KineticEnergy!.Value + simulation.PotentialEnergy - energies[k]));
            }

            // The bath must have taken part, or nothing is shown.
            Assert.True(kinetic > 1, $"The bath exchanged {kinetic}.");
            double mean = energies.Average();
            double drift = energies[100..].Average() - energies[..100].Average();
            double spread = Math.Sqrt(energies.Average(e => (e - mean) * (e - mean)));
            Assert.True(Math.Abs(drift) < spread, FormattableString.Invariant($"Drift {drift:g3} in a spread of {spread:g3}."));
            return spread;
        }
    }

    [Fact]
    public void Run_can_be_reversed_to_rounding()
    {
        MolecularSystem system = TestRuns.Fluid();
        using Simulation simulation = system.Start(Chain, 2);
        simulation.Run(50);
        Checkpoint start = simulation.CreateCheckpoint();
        simulation.Run(500);
        Checkpoint end = simulation.CreateCheckpoint();
        Assert.True(start.Positions.Zip(end.Positions, (a, b) => (a - b).Length()).Max() > 0.1);
        Assert.NotEqual(start.Coupling.Thermostat[0], end.Coupling.Thermostat[0], 0.01);
        simulation.Restore(Reversed(end));
        Checkpoint back = Reversed(simulation.Run(500).CreateCheckpoint());
        for (int i = 0; i < start.Positions.Length; i++)
        {
            Assert.True((start.Positions[i] - back.Positions[i]).Length() < 1e-8, $"Position of particle {i}.");
            Assert.True((start.Velocities[i] - back.Velocities[i]).Length() < 1e-8, $"Velocity of particle {i}.");
        }

        for (int k = 0; k < 2 * Chain.ChainLength; k++)
        {
            Assert.Equal(start.Coupling.Thermostat[k], back.Coupling.Thermostat[k], 1e-8);
        }

        static Checkpoint Reversed(Checkpoint checkpoint) => checkpoint with
        {
            Velocities = Array.ConvertAll(checkpoint.Velocities, v => -v),
            Coupling = checkpoint.Coupling with
            {
                Thermostat = [.. checkpoint.Coupling.Thermostat.Select((x, k) => k < Chain.ChainLength ? x : -x)],
            },
        };
    }

    [Fact]
    public void Coupling_time_is_the_period_in_which_a_harmonic_system_exchanges_energy()
    {
        // Many fast oscillators whose kinetic energy starts a little off: the potential energy shares the surplus.
        const int particles = 1000;
        const double period = 4;
        IntegratorSettings settings = Chain with { TimeStep = 0.002, Temperature = 1, CouplingTime = period, ChainLength = 1, CenterOfMassInterval = 0 };
        Vec3[] start = new Vec3[particles], velocities = new Vec3[particles];
        for (int i = 0; i < particles; i++)
        {
            double phase = 2 * Math.PI * i / particles, amplitude = Math.Sqrt(2 * 1.05);
            start[i] = new Vec3(amplitude * Math.Cos(phase) / 20, 0, 0);
            velocities[i] = new Vec3(amplitude * Math.Sin(phase), 0, 0);
        }

        MolecularSystem system = TestRuns.Particles(new ExternalForce<HarmonicWell>(new HarmonicWell(400, 1)), 1, start, settings);
        using Simulation simulation = (system with { Start = system.Start with { Velocities = velocities } }).Start();
        double Kinetic() => simulation.KineticEnergy!.Value / (0.5 * particles);
        double first = Kinetic();
        simulation.Run((long)(0.5 * period / 0.002));
        double half = Kinetic();
        simulation.Run((long)(0.5 * period / 0.002));
        Assert.Equal(1.05, first, 1e-6);
        Assert.Equal(0.95, half, 0.005);
        Assert.Equal(1.05, Kinetic(), 0.005);
    }

    private static void Within(double sigmas, double expected, double[] sample, Func<double, double> function, double bias, string what)
    {
        BlockAverage average = BlockAverage.Of(Array.ConvertAll(sample, x => function(x)));
        Assert.True(average.IsConverged, what);
        Assert.True(Math.Abs(average.Mean - expected) <= (sigmas * average.StandardError) + bias, FormattableString.Invariant(
            $"{what}: {average.Mean:g6} +- {average.StandardError:g2}, expected {expected:g6} within {sigmas} sigma and {bias}."));
        Assert.True(average.StandardError < 0.03 * Math.Max(1, expected), $"{what}: error {average.StandardError} is too large to show anything.");
    }
}
