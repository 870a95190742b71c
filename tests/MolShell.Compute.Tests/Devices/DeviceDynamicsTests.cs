using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Forces;
using Xunit;

namespace MolShell.Compute.Tests.Devices;

/// <summary>The dynamics of a device against that of one thread, and against what is conserved.</summary>
public abstract class DeviceDynamicsTests
{
    private static readonly MolecularSystem Melt = MakeMelt();

    protected abstract IDevice Open();

    [Theory]
    [InlineData(IntegratorKind.VelocityVerlet)]
    [InlineData(IntegratorKind.LangevinBaoab)]
    [InlineData(IntegratorKind.Overdamped)]
    public void Steps_are_those_of_the_processor(IntegratorKind kind)
    {
        IntegratorSettings settings = Settings(kind);
        using IDevice device = Open();
        using Simulation expected = new(
            Melt, new SimulationOptions { Integrator = settings, Seed = 3, Precision = Precision.Double });
        using Simulation actual = new(
            Melt, new SimulationOptions { Integrator = settings, Seed = 3, Precision = Precision.Double, Device = device });

        // Differences in the last digits grow by e about every 20 steps.
        foreach ((int steps, double tolerance) in new[] { (1, 1e-13), (2, 1e-12), (47, 1e-9) })
        {
            expected.Advance(steps, TestContext.Current.CancellationToken);
            actual.Advance(steps, TestContext.Current.CancellationToken);
            Assert.Equal(expected.Step, actual.Step);
            AssertClose(expected.Positions, actual.Positions, tolerance);
            AssertClose(expected.Velocities, actual.Velocities, 100 * tolerance);
        }
    }

    [Theory]
    [InlineData(IntegratorKind.NoseHoover, 0, 0)]
    [InlineData(IntegratorKind.VelocityRescaling, 4, 0)]
    [InlineData(IntegratorKind.VelocityVerlet, 5, 0)]
    [InlineData(IntegratorKind.LangevinBaoab, 3, 7)]
    [InlineData(IntegratorKind.NoseHoover, 0, 5)]
    public void Baths_are_those_of_the_processor(IntegratorKind kind, int center, int pressure)
    {
        IntegratorSettings settings = Coupled(kind, center, pressure);
        using IDevice device = Open();
        using Simulation expected = new(Melt, new SimulationOptions { Integrator = settings, Seed = 3, Precision = Precision.Double });
        using Simulation actual = new(
            Melt, new SimulationOptions { Integrator = settings, Seed = 3, Precision = Precision.Double, Device = device });
        foreach ((int steps, double tolerance) in new[] { (1, 1e-13), (13, 1e-11), (27, 1e-9) })
        {
            expected.Advance(steps, TestContext.Current.CancellationToken);
            actual.Advance(steps, TestContext.Current.CancellationToken);
            AssertClose(expected.Positions, actual.Positions, tolerance);
            AssertClose(expected.Velocities, actual.Velocities, 100 * tolerance);
            Assert.Equal(expected.Box.Volume, actual.Box.Volume, 100 * tolerance * expected.Box.Volume);
            if (expected.ConservedEnergy is { } conserved)
            {
                Assert.Equal(conserved, actual.ConservedEnergy!.Value, 1000 * tolerance * Melt.ParticleCount);
            }
        }
    }

    [Theory]
    [InlineData(IntegratorKind.LangevinBaoab, 0, 0)]
    [InlineData(IntegratorKind.LangevinBaoab, 6, 5)]
    [InlineData(IntegratorKind.NoseHoover, 0, 10)]
    [InlineData(IntegratorKind.VelocityRescaling, 0, 0)]
    public void Run_is_the_same_bits_however_its_steps_are_divided(IntegratorKind kind, int center, int pressure)
    {
        using IDevice device = Open();
        SimulationOptions options = new() { Integrator = Coupled(kind, center, pressure), Seed = 9, Device = device };
        using Simulation whole = new(Melt, options);
        using Simulation parts = new(Melt, options);
        whole.Advance(120, TestContext.Current.CancellationToken);
        foreach (int steps in new[] { 1, 33, 2, 84 })
        {
            parts.Advance(steps, TestContext.Current.CancellationToken);
        }

        Assert.Equal(whole.Positions.ToArray(), parts.Positions.ToArray());
        Assert.Equal(whole.Velocities.ToArray(), parts.Velocities.ToArray());
        Assert.Equal(whole.PotentialEnergy, parts.PotentialEnergy);

        using Simulation resumed = new(Melt, options);
        resumed.Restore(whole.CreateCheckpoint());
        whole.Advance(40, TestContext.Current.CancellationToken);
        resumed.Advance(40, TestContext.Current.CancellationToken);
        Assert.Equal(whole.Positions.ToArray(), resumed.Positions.ToArray());
    }

    [Theory]
    [InlineData(Precision.Mixed)]
    [InlineData(Precision.Double)]
    public void Energy_is_conserved(Precision precision)
    {
        using IDevice device = Open();
        using Simulation run = new(
            Melt,
            new SimulationOptions { Integrator = Settings(IntegratorKind.VelocityVerlet), Seed = 4, Device = device, Precision = precision });
        run.Advance(200, TestContext.Current.CancellationToken);
        double start = Total(run);
        double worst = 0;
        for (int k = 0; k < 10; k++)
        {
            run.Advance(100, TestContext.Current.CancellationToken);
            worst = Math.Max(worst, Math.Abs(Total(run) - start));
        }

        // The residual of the time step itself, which is the same on the processor; a wrong list or image is far more.
        Assert.True(worst < 2e-4 * Melt.ParticleCount, $"The energy moved by {worst / Melt.ParticleCount} a particle.");

        static double Total(Simulation run) => run.PotentialEnergy + run.KineticEnergy!.Value;
    }

    [Fact]
    public void Bath_keeps_the_temperature()
    {
        IntegratorSettings settings = Settings(IntegratorKind.LangevinBaoab) with { Temperature = 0.7, Friction = 5 };
        using IDevice device = Open();
        using Simulation run = new(Melt, new SimulationOptions { Integrator = settings, Seed = 5, Device = device });
        run.Advance(400, TestContext.Current.CancellationToken);
        const int samples = 40;
        double sum = 0;
        for (int k = 0; k < samples; k++)
        {
            run.Advance(50, TestContext.Current.CancellationToken);
            sum += 2 * run.KineticEnergy!.Value / (3 * Melt.ParticleCount);
        }

        // Kinetic energies 50 steps apart are all but independent at this friction: exp(-2 gamma t) = 0.2.
        double sigma = 0.7 * Math.Sqrt(2.0 / (3 * Melt.ParticleCount) / samples * 1.5);
        double bias = 1e-3;
        Assert.True(Math.Abs((sum / samples) - 0.7) < (4 * sigma) + bias, $"Temperature {sum / samples}, expected 0.7, sigma {sigma}.");
    }

    [Fact]
    public void Run_that_goes_astray_is_an_error_and_no_silence()
    {
        IntegratorSettings settings = Settings(IntegratorKind.VelocityVerlet) with { TimeStep = 0.5 };
        using IDevice device = Open();
        using Simulation run = new(Melt, new SimulationOptions { Integrator = settings, Seed = 4, Device = device });
        Assert.Throws<SimulationException>(() => run.Advance(1000, TestContext.Current.CancellationToken));
    }

    private static IntegratorSettings Settings(IntegratorKind kind) => new()
    {
        Kind = kind,
        TimeStep = kind == IntegratorKind.Overdamped ? 1e-4 : 0.003,
        Temperature = kind == IntegratorKind.VelocityVerlet ? 0 : 1,
        Friction = kind == IntegratorKind.VelocityVerlet ? 0 : 1,
    };

    private static IntegratorSettings Coupled(IntegratorKind kind, int center, int pressure) => Settings(kind) with
    {
        CouplingTime = 0.2,
        ChainLength = 3,
        CenterOfMassInterval = center,
        Barostat = pressure == 0 ? null : new BarostatSettings
        {
            Pressure = 2, Compressibility = 0.1, CouplingTime = 0.3, Interval = pressure, Coupling = PressureCoupling.Anisotropic,
        },
    };

    // Short chains in a liquid, started from a relaxed random configuration.
    private static MolecularSystem MakeMelt()
    {
        const double edge = 8;
        Vec3[] positions = Configurations.Random(300, Box.Cubic(edge), edge, 0.9, 41);
        Bond[] bonds = [];
        MolecularSystem system = ReferenceConfiguration.System(positions, Box.Cubic(edge), bonds)
            .AddForce(new PairForce<LennardJones>(new LennardJones(1, 1, 2.5)))
            .AddForce(new BondForce<HarmonicBond>(new HarmonicBond(20, 1.1), ReferenceConfiguration.Chain(5, ring: false)));
        system = Minimizer.Minimize(system, new MinimizerOptions { MaximumSteps = 200 }).System;
        return system with { Start = system.Start with { Velocities = MaxwellBoltzmann.Draw(system.Topology, system.Units, 1, default, true) } };
    }

    private static void AssertClose(ReadOnlySpan<Vec3> expected, ReadOnlySpan<Vec3> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double error = (expected[i] - actual[i]).Length();
            Assert.True(error <= tolerance, $"Particle {i}: {actual[i]} and not {expected[i]}, {error} apart; expected at most {tolerance}.");
        }
    }
}
