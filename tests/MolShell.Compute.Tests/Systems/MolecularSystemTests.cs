using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Systems;

public sealed class MolecularSystemTests
{
    private static readonly MolecularSystem Argon = new()
    {
        Name = "argon",
        Start = new Frame
        {
            Topology = Topology.Uniform(2, 39.9, "Ar"),
            Box = Box.Cubic(2),
            Units = UnitSystem.Gromacs,
            Positions = [new(0, 0, 0), new(0.4, 0, 0)],
            Velocities = [new(1, 2, 3), new(0, 0, -1)],
        },
    };

    [Fact]
    public void A_sound_system_validates_and_prints_itself()
    {
        Assert.Same(Argon, Argon.Validate());
        Assert.Equal("argon (2 particles, Gromacs units: nm, ps, kJ/mol)", Argon.ToString());
        MolecularSystem reduced = new() { Name = "toy", Start = TestSystems.Frame(Vec3.Zero) };
        Assert.Equal("toy (1 particle, reduced units)", reduced.ToString());
    }

    [Fact]
    public void Errors_name_the_particle_and_what_was_expected()
    {
        Topology t = Argon.Topology;
        Vec3[] nan = [new(0, 0, 0), new(0, double.NaN, 0)];
        AssertInvalid(Argon.Start with { Positions = nan }, "'argon'", "Particle 1", "position", "finite");
        AssertInvalid(Argon.Start with { Velocities = nan }, "Particle 1", "velocity");
        AssertInvalid(Argon.Start with { Positions = [Vec3.Zero] }, "1 position", "2 particles");
        AssertInvalid(Argon.Start with { Topology = t with { Masses = [39.9, 0] } }, "Particle 1", "mass 0", "positive");
        AssertInvalid(Argon.Start with { Topology = t with { Masses = [-1.5, 1] } }, "Particle 0", "mass -1.5");
        AssertInvalid(Argon.Start with { Topology = t with { Masses = [1, double.PositiveInfinity] } }, "Particle 1", "mass");
        AssertInvalid(Argon.Start with { Topology = t with { Types = [0, 1] } }, "Particle 1", "type 1", "0 to 0");
        AssertInvalid(Argon.Start with { Topology = t with { Types = [0] } }, "1 types", "2 particles");
        AssertInvalid(Argon.Start with { Topology = t with { Charges = [1] } }, "1 charges");
        AssertInvalid(Argon.Start with { Topology = t with { Charges = [1, double.NaN] } }, "Particle 1", "charge");
        AssertInvalid(Argon.Start with { Topology = t with { Bonds = [new(0, 1), new(1, 2)] } }, "Bond 1", "1 and 2", "0 to 1");
        AssertInvalid(Argon.Start with { Topology = t with { Bonds = [new(1, 1)] } }, "Bond 0", "different");
        AssertInvalid(Argon.Start with { Topology = t with { Dimension = 4 } }, "dimension is 4");
        AssertInvalid(Argon.Start with { Topology = t with { Dimension = 2 } }, "Particle 0", "velocity", "2 dimension");
    }

    [Fact]
    public void Kinetic_energy_and_temperature_follow_from_velocities()
    {
        // 39.9 amu and 15 nm^2/ps^2: K = 299.25 kJ/mol in Gromacs units.
        Frame frame = Argon.Start.WithKineticEnergy();
        Assert.Equal(299.25, frame.KineticEnergy!.Value, 1e-12);
        Assert.Equal(2 * 299.25 / (6 * UnitSystem.Gromacs.Boltzmann), frame.Temperature!.Value, 1e-9);
        Assert.Null((Argon.Start with { Velocities = null }).WithKineticEnergy().KineticEnergy);
    }

    [Fact]
    public void Kinetic_energy_is_the_same_in_all_physical_units()
    {
        double expected = Argon.Start.WithKineticEnergy().KineticEnergy!.Value;
        foreach (UnitSystem units in UnitSystem.All.Where(units => units != UnitSystem.Reduced))
        {
            Frame frame = Argon.Start with
            {
                Units = units,
                Topology = Topology.Uniform(2, UnitSystem.Gromacs.Convert(39.9, Dimension.Mass, units), "Ar"),
                Velocities = Array.ConvertAll(Argon.Start.Velocities!, v => v * UnitSystem.Gromacs.Convert(1, Dimension.Velocity, units)),
            };
            Frame computed = frame.WithKineticEnergy();
            Assert.Equal(expected, units.Convert(computed.KineticEnergy!.Value, Dimension.Energy, UnitSystem.Gromacs), 1e-9 * expected);
            Assert.Equal(Argon.Start.WithKineticEnergy().Temperature!.Value, computed.Temperature!.Value, 1e-5);
        }
    }

    [Fact]
    public void Temperature_of_a_toy_counts_only_its_coordinates()
    {
        Frame frame = TestSystems.Frame(Box.Open, 1, Vec3.Zero) with { Velocities = [new(3, 0, 0)] };
        Assert.Equal(9, frame.WithKineticEnergy().Temperature);
    }

    [Fact]
    public void Reversed_frame_has_opposite_velocities()
    {
        Frame reversed = Argon.Start.Reversed();
        Assert.Equal(new Vec3(-1, -2, -3), reversed.Velocities![0]);
        Assert.Same(Argon.Start.Positions, reversed.Positions);
    }

    [Fact]
    public void Fingerprint_is_stable_and_sees_everything_that_acts()
    {
        Assert.Equal(64, Argon.Fingerprint().Length);
        Assert.Equal(Argon.Fingerprint(), (Argon with { Name = "renamed", Start = Argon.Start with { } }).Fingerprint());
        Topology t = Argon.Topology;
        MolecularSystem[] others =
        [
            Argon,
            WithStart(Argon.Start with { Units = UnitSystem.Metal }),
            WithStart(Argon.Start with { Box = Box.Cubic(2.1) }),
            WithStart(Argon.Start with { Box = Box.Triclinic(new(2, 0, 0), new(0, 2, 0), new(0, 0, 2), true, true, false) }),
            WithStart(Argon.Start with { Positions = [new(0, 0, 0), new(0.4, 1e-16, 0)] }),
            WithStart(Argon.Start with { Velocities = null }),
            WithStart(Argon.Start with { Topology = t with { Masses = [39.9, 40] } }),
            WithStart(Argon.Start with { Topology = t with { TypeNames = ["Kr"] } }),
            WithStart(Argon.Start with { Topology = t with { Bonds = [new(0, 1)] } }),
            WithStart(Argon.Start with { Topology = t with { Charges = [1, -1] } }),
            Argon.AddForce(new NamedForce("a")),
            Argon.AddForce(new NamedForce("b")),
            Argon.AddForce(new NamedForce("a")).AddForce(new NamedForce("b")),
            Argon with { Integrator = new IntegratorSettings { Kind = IntegratorKind.Overdamped, TimeStep = 1 } },
            Argon with { Integrator = new IntegratorSettings { Kind = IntegratorKind.Overdamped, TimeStep = 2 } },
        ];
        Assert.Equal(others.Length, others.Select(system => system.Fingerprint()).Distinct().Count());

        static MolecularSystem WithStart(Frame start) => Argon with { Start = start };
    }

    private static void AssertInvalid(Frame start, params string[] parts)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => (Argon with { Start = start }).Validate());
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    private sealed record NamedForce(string Name) : IForce
    {
        public string Describe() => Name;

        public IForceEvaluator CreateEvaluator(MolecularSystem system) => throw new NotSupportedException();
    }
}
