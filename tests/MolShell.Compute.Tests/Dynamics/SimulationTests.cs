using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Forces;
using Xunit;

namespace MolShell.Compute.Tests.Dynamics;

public sealed class SimulationTests
{
    public static TheoryData<IntegratorKind, int> KindsAndDimensions()
    {
        TheoryData<IntegratorKind, int> data = [];
        foreach (IntegratorKind kind in new[] { IntegratorKind.VelocityVerlet, IntegratorKind.LangevinBaoab, IntegratorKind.Overdamped })
        {
            for (int dimension = 1; dimension <= 3; dimension++)
            {
                data.Add(kind, dimension);
            }
        }

        return data;
    }

    public static TheoryData<IntegratorKind> Kinds() => [.. Enum.GetValues<IntegratorKind>()];

    [Fact]
    public void Verlet_conserves_energy()
    {
        // LAMMPS drifts by 3.1e-6 per particle and time unit on this system, that is 7.5e-6 kT in 1000 steps.
        using Simulation simulation = TestRuns.Dimer().Start(TestRuns.Verlet).Run(2000);
        const int samples = 300;
        double[] energies = new double[samples];
        for (int k = 0; k < samples; k++)
        {
            simulation.Run(100);
            energies[k] = (simulation.PotentialEnergy + simulation.KineticEnergy!.Value) / 216;
        }

        double drift = Slope(energies) * 10 / 0.824;
        Assert.True(Math.Abs(drift) < 1e-5, FormattableString.Invariant($"Drift {drift:g3} kT per particle in 1000 steps, allowed 1e-5."));
    }

    [Fact]
    public void Verlet_error_falls_with_the_square_of_the_time_step()
    {
        double coarse = Error(0.02), fine = Error(0.01);
        Assert.Equal(4, coarse / fine, 0.1);

        // Amplitude error against the exact x = cos t after one period.
        static double Error(double timeStep)
        {
            IntegratorSettings verlet = TestRuns.Verlet with { TimeStep = timeStep };
            MolecularSystem system = TestRuns.Toy(new HarmonicWell(1, 1), 1, new Vec3(1, 0, 0), verlet);
            using Simulation simulation = (system with { Start = system.Start with { Velocities = [Vec3.Zero] } }).Start();
            simulation.Run((long)Math.Round(4 / timeStep));
            return Math.Abs(simulation.Positions[0].X - Math.Cos(4));
        }
    }

    [Fact]
    public void Verlet_retraces_its_steps_with_velocities_reversed()
    {
        MolecularSystem system = TestRuns.Fluid();
        using Simulation simulation = system.Start(TestRuns.Verlet);
        Frame start = simulation.Snapshot();
        Frame end = simulation.Run(500).Snapshot();
        Assert.True(start.Positions.Zip(end.Positions, (a, b) => (a - b).Length()).Max() > 0.1);
        simulation.SetState(end.Reversed(), default);
        Frame back = simulation.Run(500).Snapshot().Reversed();
        for (int i = 0; i < start.ParticleCount; i++)
        {
            Assert.True((start.Positions[i] - back.Positions[i]).Length() < 1e-8, $"Position of particle {i}.");
            Assert.True((start.Velocities![i] - back.Velocities![i]).Length() < 1e-8, $"Velocity of particle {i}.");
        }
    }

    [Fact]
    public void Verlet_keeps_the_momentum_at_zero()
    {
        using Simulation simulation = TestRuns.Fluid().Start(TestRuns.Verlet).Run(200);
        Vec3 momentum = simulation.Velocities.ToArray().Aggregate((a, b) => a + b);
        Assert.True(momentum.Length() < 1e-12, $"Momentum {momentum}.");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Same_seed_gives_the_same_bits_however_the_steps_are_divided(IntegratorKind kind)
    {
        IntegratorSettings integrator = Settings(kind);
        using Simulation whole = TestRuns.Fluid().Start(integrator, 5).Run(300);
        using Simulation parts = TestRuns.Fluid().Start(integrator, 5);
        foreach (int steps in new[] { 1, 0, 7, 92, 200 })
        {
            parts.Run(steps);
            parts.Snapshot(withForces: true);
            parts.Report();
        }

        TestRuns.AssertSameState(whole, parts);
        using Simulation other = TestRuns.Fluid().Start(integrator, 6).Run(300);
        Assert.NotEqual(whole.Positions[0], other.Positions[0]);
    }

    [Theory]
    [MemberData(nameof(KindsAndDimensions))]
    public void Loop_for_one_particle_gives_the_path_of_the_loop_for_many(IntegratorKind kind, int dimension)
    {
        GaussianTerm[] wells =
        [
            new(-1, new Vec3(0.5, 0, 0), new Vec3(12, dimension > 1 ? 8 : 0, dimension > 2 ? 5 : 0)),
            new(-1, new Vec3(-0.5, 0, 0), new Vec3(12, dimension > 1 ? 8 : 0, dimension > 2 ? 5 : 0)),
        ];
        ExternalSum<SexticWall, GaussianSum> potential = new(
            new SexticWall(new Vec3(1, dimension > 1 ? 1 : 0, dimension > 2 ? 1 : 0)), new GaussianSum(wells));
        IntegratorSettings integrator = Settings(kind) with { TimeStep = 0.02, Temperature = 0.2, Friction = 2.5 };
        MolecularSystem system = TestRuns.Toy(potential, dimension, new Vec3(0.3, 0, 0), integrator, 1.7);
        using Simulation fast = new(system, new SimulationOptions { Seed = 3 });
        using Simulation general = new(system, new SimulationOptions { Seed = 3, Specialise = false });
        foreach (int steps in new[] { 1, 2, 5000, 3 })
        {
            // The loop for many rounds forces to quanta; noise is the same, and friction forgets.
            Vec3 expected = general.Run(steps).Positions[0], actual = fast.Run(steps).Positions[0];
            Assert.True((expected - actual).Length() < 1e-8, $"{expected} and {actual} after {fast.Step} steps");
        }
    }

    [Fact]
    public void Units_that_are_not_consistent_move_the_same()
    {
        // One argon trimer in three unit systems: distances after 0.5 ps agree when converted.
        Vec3[] expected = Trajectory(UnitSystem.Gromacs);
        foreach (UnitSystem units in new[] { UnitSystem.Real, UnitSystem.Metal, UnitSystem.Atomic })
        {
            Vec3[] actual = Trajectory(units);
            for (int i = 0; i < 3; i++)
            {
                Assert.True((expected[i] - actual[i]).Length() < 1e-7, $"{units}: particle {i} at {actual[i]} nm, expected {expected[i]}.");
            }
        }

        static Vec3[] Trajectory(UnitSystem units)
        {
            double length = UnitSystem.Gromacs.Convert(1, Dimension.Length, units);
            double speed = UnitSystem.Gromacs.Convert(1, Dimension.Velocity, units);
            double epsilon = UnitSystem.Gromacs.Convert(0.9977, Dimension.Energy, units);
            Vec3[] places = [new(0, 0, 0), new(0.4, 0, 0), new(0, 0.39, 0.1)];
            MolecularSystem system = new()
            {
                Name = "argon",
                Start = new Frame
                {
                    Topology = Topology.Uniform(3, UnitSystem.Gromacs.Convert(39.9, Dimension.Mass, units), "Ar"),
                    Box = Box.Open,
                    Units = units,
                    Positions = Array.ConvertAll(places, r => r * length),
                    Velocities = [new Vec3(0.1, 0, 0) * speed, new Vec3(-0.1, 0.05, 0) * speed, Vec3.Zero],
                },
                Forces = [new PairForce<LennardJones>(new LennardJones(epsilon, 0.34 * length, 1.2 * length))],
            };
            using Simulation simulation =
                system.Start(TestRuns.Verlet with { TimeStep = UnitSystem.Gromacs.Convert(0.002, Dimension.Time, units) });
            simulation.Run(250);
            return Array.ConvertAll(simulation.Positions.ToArray(), r => r / length);
        }
    }

    [Fact]
    public void Snapshot_carries_step_time_energies_and_its_own_arrays()
    {
        using Simulation simulation = TestRuns.Fluid().Start(TestRuns.Langevin).Run(10);
        Frame frame = simulation.Snapshot(withForces: true);
        Vec3 place = frame.Positions[0];
        Assert.Equal((10, 0.04), (frame.Step, frame.Time));
        Assert.Equal(simulation.PotentialEnergy, frame.PotentialEnergy);
        Assert.Equal(frame.PotentialEnergy + frame.KineticEnergy, frame.TotalEnergy);
        Assert.Equal(2 * frame.KineticEnergy!.Value / (3 * 27), frame.Temperature!.Value, 1e-12);
        EnergyReport report = simulation.Report();
        Assert.Equal(report.Forces, frame.Forces);
        Assert.Equal(frame.PotentialEnergy, report.PotentialEnergy);
        simulation.Run(1);
        Assert.Equal(place, frame.Positions[0]);
        Assert.NotEqual(place, simulation.Positions[0]);
        Assert.Null(simulation.Snapshot().Forces);
    }

    [Fact]
    public void Overdamped_dynamics_has_no_velocities()
    {
        using Simulation simulation = TestRuns.Fluid().Start(TestRuns.Brownian).Run(5);
        Frame frame = simulation.Snapshot();
        Assert.Null(frame.Velocities);
        Assert.Null(frame.Temperature);
        Assert.Null(simulation.KineticEnergy);
        simulation.SetState(frame, new RandomKey(2));
        Assert.Equal(0, simulation.Step);
    }

    [Fact]
    public void Cancellation_stops_between_steps_and_the_run_can_go_on()
    {
        using CancellationTokenSource source = new();
        using Simulation simulation = TestRuns.Fluid().Start(TestRuns.Langevin);

        // A thread of its own: a timer would wait for the thread pool, which other tests may have filled.
        Thread stopper = new(() =>
        {
            Thread.Sleep(50);
            source.Cancel();
        });
        stopper.Start();
        Assert.Throws<OperationCanceledException>(() => simulation.Advance(long.MaxValue / 2, source.Token));
        stopper.Join();
        long stopped = simulation.Step;
        Assert.True(stopped > 0);
        using Simulation undisturbed = TestRuns.Fluid().Start(TestRuns.Langevin).Run(stopped + 10);
        TestRuns.AssertSameState(undisturbed, simulation.Run(10));
    }

    [Fact]
    public void Overlapping_start_is_an_error_that_names_the_particles()
    {
        MolecularSystem system = TestRuns.Fluid();
        Vec3[] positions = [.. system.Start.Positions];
        positions[7] = positions[3];
        SimulationException error = Assert.Throws<SimulationException>(() => system.At(positions).Start(TestRuns.Langevin));
        Assert.Contains("particles 3 and 7 are at distance 0: they overlap", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Almost_overlapping_start_stops_with_step_and_particle()
    {
        MolecularSystem system = TestRuns.Fluid();
        Vec3[] positions = [.. system.Start.Positions];
        positions[7] = positions[3] + new Vec3(0.01, 0, 0);
        using Simulation simulation = system.At(positions).Start(TestRuns.Langevin);
        SimulationException error = Assert.Throws<SimulationException>(() => simulation.Run(1000));
        Assert.InRange(error.Step, 0, 100);
        Assert.Matches("particle [37]", error.Message);
        Assert.StartsWith(FormattableString.Invariant($"Step {error.Step}:"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_step_too_long_stops_a_toy_with_step_and_particle()
    {
        foreach (IntegratorKind kind in Enum.GetValues<IntegratorKind>())
        {
            IntegratorSettings integrator = Settings(kind) with { TimeStep = 3 };
            using Simulation simulation = TestRuns.Toy(new DoubleWell(5), 1, new Vec3(2, 0, 0), integrator).Start();
            SimulationException error = Assert.Throws<SimulationException>(() => simulation.Run(100_000));
            Assert.True(error.Step >= 0);
            Assert.Contains("particle 0", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Faults_of_the_start_are_errors_that_name_what_is_wrong()
    {
        MolecularSystem fluid = TestRuns.Fluid();
        Vec3[] lost = [.. fluid.Start.Positions];
        lost[4] = new Vec3(0, double.NaN, 0);
        Fails(() => fluid.At(lost).Start(TestRuns.Langevin), "Particle 4", "position");
        Fails(() => fluid.Start(), "no integrator");
        Fails(() => fluid.Start(TestRuns.Langevin with { TimeStep = 0 }), "time step is 0", "positive");
        Fails(() => fluid.Start(TestRuns.Langevin with { Temperature = -1 }), "temperature is -1");
        Fails(() => fluid.Start(TestRuns.Langevin with { Friction = double.NaN }), "friction is NaN");
        Fails(() => fluid.Start(TestRuns.Brownian with { Friction = 0 }), "friction is 0", "overdamped");
        Fails(() => fluid.Start(TestRuns.Langevin with { Kind = (IntegratorKind)9 }), "VelocityVerlet, LangevinBaoab, Overdamped");
        using Simulation simulation = fluid.Start(TestRuns.Langevin);
        Fails(() => simulation.SetState(fluid.Start, default), "0 velocities", "27 particles");
        Fails(() => simulation.SetState(simulation.Snapshot() with { Positions = [Vec3.Zero] }, default), "1 positions");
        Assert.Throws<ArgumentOutOfRangeException>(() => simulation.Run(-1));

        static void Fails(Action action, params string[] parts)
        {
            ArgumentException error = Assert.ThrowsAny<ArgumentException>(action);
            Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        }
    }

    private static IntegratorSettings Settings(IntegratorKind kind) => kind switch
    {
        IntegratorKind.VelocityVerlet => TestRuns.Verlet,
        IntegratorKind.LangevinBaoab => TestRuns.Langevin,
        IntegratorKind.NoseHoover => TestRuns.NoseHoover,
        IntegratorKind.VelocityRescaling => TestRuns.Rescaling,
        _ => TestRuns.Brownian,
    };

    private static double Slope(double[] y)
    {
        double mean = (y.Length - 1) / 2.0, average = y.Average();
        double covariance = y.Select((value, k) => (k - mean) * (value - average)).Sum();
        return covariance / y.Select((_, k) => (k - mean) * (k - mean)).Sum();
    }
}
