using MolShell.Compute.Dynamics;
using MolShell.Compute.Engines;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Dynamics;

public sealed class IntegratorDescriptionTests
{
    private static readonly IntegratorDescription Rescaling =
        new() { Kind = IntegratorKind.VelocityRescaling, TimeStep = 0.002, Temperature = 1 };

    [Fact]
    public void What_is_left_open_follows_from_the_time_step_and_the_forces()
    {
        IntegratorDescription description = Rescaling with { Pressure = 2, Compressibility = 0.1 };
        IntegratorSettings settings = description.For(TestRuns.Fluid());
        Assert.Equal((0.2, 0, 100), (settings.CouplingTime, settings.ChainLength, settings.CenterOfMassInterval));
        Assert.Equal(new BarostatSettings { Pressure = 2, Compressibility = 0.1, CouplingTime = 2, Interval = 10 }, settings.Barostat);
        IntegratorSettings chain = (Rescaling with { Kind = IntegratorKind.NoseHoover }).For(TestRuns.Fluid());
        Assert.Equal((3, null), (chain.ChainLength, chain.Barostat));
        Assert.Equal(0, (Rescaling with { Kind = IntegratorKind.LangevinBaoab, Friction = 1 }).For(TestRuns.Fluid()).CenterOfMassInterval);

        // Where a force holds particles to a place, their centre of mass is no free motion.
        MolecularSystem held = TestRuns.Fluid().AddForce(new ExternalForce<HarmonicWell>(new HarmonicWell(1, 3)));
        Assert.Equal(0, Rescaling.For(held).CenterOfMassInterval);
        Assert.Equal(5, (Rescaling with { CenterOfMassInterval = 5 }).For(held).CenterOfMassInterval);
    }

    [Fact]
    public void System_fills_what_is_open_for_its_own_kind_only()
    {
        IntegratorSettings own = TestRuns.Rescaling with
        {
            CenterOfMassInterval = 7, Barostat = new BarostatSettings { Pressure = 3, Compressibility = 0.2, CouplingTime = 5, Interval = 4 },
        };
        MolecularSystem system = TestRuns.Fluid() with { Integrator = own };
        Assert.Equal(own, new IntegratorDescription().For(system));
        Assert.Equal(own with { Barostat = own.Barostat with { Pressure = 1 } }, new IntegratorDescription { Pressure = 1 }.For(system));
        Assert.Equal(TestRuns.Verlet, new IntegratorDescription { Kind = IntegratorKind.VelocityVerlet }.For(system));
    }

    [Fact]
    public void Quantities_are_converted()
    {
        MolecularSystem system = TestRuns.Fluid();
        system = system with { Start = system.Start with { Units = UnitSystem.Gromacs } };
        IntegratorSettings settings = new IntegratorDescription
        {
            Kind = IntegratorKind.NoseHoover, TimeStep = Quantity.Parse("2 fs"), Temperature = Quantity.Parse("300 K"),
            CouplingTime = Quantity.Parse("0.5 ps"), Pressure = Quantity.Parse("1 bar"), Compressibility = Quantity.Parse("4.5e-5 1/bar"),
            PressureCouplingTime = Quantity.Parse("2 ps"),
        }.For(system);
        Assert.Equal((0.5, 2.0), (settings.CouplingTime, settings.Barostat!.CouplingTime));

        // 1 bar = 0.0602214 kJ/mol/nm^3.
        Assert.Equal(0.0602214076, settings.Barostat.Pressure, 1e-12);
        Assert.Equal(4.5e-5, settings.Barostat.Compressibility * settings.Barostat.Pressure, 1e-15);
    }

    [Fact]
    public void Faults_name_the_kind_and_the_number()
    {
        MolecularSystem fluid = TestRuns.Fluid();
        Fails(Rescaling with { Kind = IntegratorKind.LangevinBaoab, Friction = 1, CouplingTime = 2 }, fluid, "LangevinBaoab", "CouplingTime", "2");
        Fails(Rescaling with { ChainLength = 4 }, fluid, "VelocityRescaling", "ChainLength", "4");
        Fails(Rescaling with { Kind = IntegratorKind.NoseHoover, ChainLength = 0 }, fluid, "chain length is 0", "1 to 20", "NoseHoover");
        Fails(Rescaling with { Kind = IntegratorKind.NoseHoover, Temperature = 0 }, fluid, "temperature is 0", "NoseHoover");
        Fails(Rescaling with { CouplingTime = -1 }, fluid, "coupling time is -1", "VelocityRescaling");
        Fails(Rescaling with { Pressure = 1 }, fluid, "VelocityRescaling", "compressibility", "4.5e-5 1/bar");
        Fails(Rescaling with { Compressibility = 1 }, fluid, "VelocityRescaling", "Compressibility", "Pressure");
        Fails(Rescaling with { Pressure = 1, Compressibility = 1, PressureInterval = 0 }, fluid, "pressure interval is 0");
        Fails(Rescaling with { Pressure = 1, Compressibility = 0 }, fluid, "compressibility is 0");
        Fails(Rescaling with { Kind = IntegratorKind.VelocityVerlet, Pressure = 1, Compressibility = 1 }, fluid, "VelocityVerlet", "Pressure");
        Fails(Rescaling with { CenterOfMassInterval = -1 }, fluid, "center-of-mass interval is -1");
        Fails(
            Rescaling with { Kind = IntegratorKind.Overdamped, Friction = 1, CenterOfMassInterval = 3 }, fluid,
            "center-of-mass interval is 3", "Overdamped");
        MolecularSystem toy = TestRuns.Toy(new DoubleWell(1), 1, Vec3.Zero, TestRuns.Langevin);
        Fails(Rescaling with { Pressure = 1, Compressibility = 1 }, toy, "periodic along all three edges", "toy");
        Fails(Rescaling with { CenterOfMassInterval = 1 }, toy, "one particle");
        MolecularSystem held = fluid.AddForce(new ExternalForce<HarmonicWell>(new HarmonicWell(1, 3)) { Name = "Cage" });
        Fails(Rescaling with { Pressure = 1, Compressibility = 1 }, held, "VelocityRescaling", "Cage", "move with the cell");

        static void Fails(IntegratorDescription description, MolecularSystem system, params string[] parts)
        {
            ArgumentException error = Assert.ThrowsAny<ArgumentException>(() => description.For(system));
            Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Fingerprint_of_a_system_counts_its_baths()
    {
        MolecularSystem fluid = TestRuns.Fluid() with { Integrator = TestRuns.Rescaling };
        BarostatSettings barostat = new() { Pressure = 3, Compressibility = 0.2, CouplingTime = 5, Interval = 4 };
        IntegratorSettings[] others =
        [
            TestRuns.Rescaling, TestRuns.Rescaling with { CouplingTime = 3 }, TestRuns.NoseHoover, TestRuns.NoseHoover with { ChainLength = 4 },
            TestRuns.Rescaling with { CenterOfMassInterval = 2 }, TestRuns.Rescaling with { Barostat = barostat },
            TestRuns.Rescaling with { Barostat = barostat with { Interval = 3 } },
        ];
        Assert.Equal(others.Length, others.Select(other => (fluid with { Integrator = other }).Fingerprint()).Distinct().Count());
    }

    [Fact]
    public void Paths_are_not_made_with_baths_that_remember()
    {
        MolecularSystem fluid = TestRuns.Fluid();
        foreach (IntegratorSettings settings in new[] { TestRuns.NoseHoover, TestRuns.Rescaling, TestRuns.Langevin with { CenterOfMassInterval = 1 } })
        {
            ArgumentException error = Assert.Throws<ArgumentException>(() => new BuiltInEngine(fluid, 1, settings));
            Assert.Contains(settings.ToString(), error.Message, StringComparison.Ordinal);
        }
    }
}
