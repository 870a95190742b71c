using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Dynamics;
using Xunit;

namespace MolShell.Compute.Tests.Forces;

public sealed class BondedForceTests
{
    [Fact]
    public void Double_well_bond_has_its_wells_and_barrier()
    {
        const double h = 4.944, r0 = 1.1, w = 0.3;
        DoubleWellBond well = new(h, r0, w);
        foreach ((double r, double energy) in new[] { (r0, 0.0), (r0 + w, h), (r0 + (2 * w), 0) })
        {
            Assert.Equal(energy, well.Evaluate(r * r, out double force), 1e-12);
            Assert.Equal(0, force, 1e-11);
        }

        Assert.Equal(1.7, well.ExtendedLength, 1e-15);

        // At r0 - w the bracket is 1 - 4 = -3: energy 9 h, force -dV/dr = 4 h x (1 - x^2)/w = 24 h/w outward.
        Assert.Equal(9 * h, well.Evaluate(0.8 * 0.8, out double steep), 1e-11);
        Assert.Equal(24 * h / w, steep * 0.8, 1e-10);
    }

    [Fact]
    public void Fene_bond_is_harmonic_when_short_and_without_bound_when_long()
    {
        FeneBond bond = new(30, 1.5);
        Assert.Equal(0.5 * 30 * 1e-6, bond.Evaluate(1e-6, out double force), 1e-11);
        Assert.Equal(-30, force, 1e-4);
        Assert.Equal(-15 * 2.25 * Math.Log(1 - (1.4 * 1.4 / 2.25)), bond.Evaluate(1.4 * 1.4, out _), 1e-10);
        FeneBond repelling = new(30, 1.5, new Wca(1, 1));
        Assert.Equal(1, repelling.Evaluate(1, out double both) - bond.Evaluate(1, out double alone), 1e-12);
        Assert.Equal(24, both - alone, 1e-12);
    }

    [Fact]
    public void Quartic_Morse_and_flat_bottomed_bonds_follow_their_formulas()
    {
        // d = 0.5: 2/4 - 3/8 + 4/16, and -(2 - 9/4 + 2) outward.
        Assert.Equal(0.375, new QuarticBond(1, 2, -3, 4).Evaluate(1.5 * 1.5, out double quartic), 1e-14);
        Assert.Equal(-1.75, quartic * 1.5, 1e-14);
        MorseBond morse = new(3, 1, 2);
        Assert.Equal(0, morse.Evaluate(1, out double rest), 1e-15);
        Assert.Equal(0, rest, 1e-14);
        Assert.Equal(3 * Math.Pow(1 - Math.Exp(-1), 2), morse.Evaluate(1.5 * 1.5, out double pull), 1e-14);
        Assert.Equal(-12 * (1 - Math.Exp(-1)) * Math.Exp(-1), pull * 1.5, 1e-14);
        Assert.Equal(3, morse.Evaluate(1e4, out _), 1e-14);
        FlatBottomBond flat = new(4, 1, 2);
        Assert.Equal(0.5, flat.Evaluate(0.25, out double push), 1e-15);
        Assert.Equal(2, push * 0.5, 1e-15);
        Assert.Equal(0, flat.Evaluate(2.25, out double none));
        Assert.Equal(0, none);
        Assert.Equal(2, flat.Evaluate(9, out double hold), 1e-15);
        Assert.Equal(-4, hold * 3, 1e-15);
        Assert.Equal(0, new FlatBottomBond(4, 0, double.PositiveInfinity).Evaluate(0, out double free));
        Assert.Equal(0, free);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(2.5)]
    public void Fene_bond_stretched_too_far_is_an_error_that_names_the_bond(double length)
    {
        MolecularSystem system = ReferenceConfiguration.System([new(0, 0, 0), new(1, 0, 0), new(1, length, 0)], Box.Cubic(20))
            .AddForce(new BondForce<FeneBond>(new FeneBond(30, 1.5), ReferenceConfiguration.Chain(3, ring: false)));
        SimulationException error = Assert.Throws<SimulationException>(() => Configurations.Evaluate(system));
        Assert.Contains("bond 1-2", error.Message, StringComparison.Ordinal);
        Assert.Contains("R0 = 1.5", error.Message, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"length {length}"), error.Message, StringComparison.Ordinal);

        // Steps of dynamics ask for forces only.
        new FeneBond(30, 1.5).Evaluate(length * length, out double force);
        Assert.False(double.IsFinite(force));
    }

    [Fact]
    public void Fene_bond_that_breaks_between_reports_stops_the_run()
    {
        MolecularSystem system = ReferenceConfiguration.System([new(0, 0, 0), new(1, 0, 0)], Box.Open)
            .AddForce(new BondForce<FeneBond>(new FeneBond(30, 1.5, new Wca(1, 1)), [new Bond(0, 1)]));
        system = system with { Start = system.Start with { Velocities = [new(-200, 0, 0), new(200, 0, 0)] } };
        using Simulation simulation = system.Start(TestRuns.Verlet);
        SimulationException error = Assert.Throws<SimulationException>(() => simulation.Run(100));
        Assert.Contains("the bond 0-1 has length", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bonds_join_nearest_images_unless_told_otherwise()
    {
        MolecularSystem system = ReferenceConfiguration.System([new(0.2, 0, 0), new(9.7, 0, 0)], Box.Cubic(10));
        BondForce<HarmonicBond> near = new(new HarmonicBond(2, 0), [new Bond(0, 1)]);
        BondForce<HarmonicBond> plain = new(new HarmonicBond(2, 0), [new Bond(0, 1)]) { UsesMinimumImage = false };
        Assert.Equal(0.25, Configurations.Evaluate(system.AddForce(near)).PotentialEnergy, 1e-12);
        Assert.Equal(9.5 * 9.5, Configurations.Evaluate(system.AddForce(plain)).PotentialEnergy, 1e-12);
    }

    [Fact]
    public void Each_bond_and_angle_may_have_its_own_parameters()
    {
        MolecularSystem system = ReferenceConfiguration.System([new(0, 0, 0), new(1, 0, 0), new(3, 0, 0)], Box.Open);
        BondForce<HarmonicBond> bonds = new([(new Bond(0, 1), new HarmonicBond(2, 0)), (new Bond(1, 2), new HarmonicBond(4, 1))]);
        AngleForce<CosineAngle> angles = new([(new BondAngle(0, 1, 2), new CosineAngle(3)), (new BondAngle(1, 0, 2), new CosineAngle(5))]);
        Assert.Equal(1 + 2, Configurations.Evaluate(system.AddForce(bonds)).PotentialEnergy, 1e-12);
        Assert.Equal(10, Configurations.Evaluate(system.AddForce(angles)).PotentialEnergy, 1e-12);
        Assert.Equal("Bond(minimum image True; 0-1:HarmonicBond(k=2, r0=0) 1-2:HarmonicBond(k=4, r0=1))", bonds.Describe());
        Assert.Equal("Angle(minimum image True; 0-1-2:CosineAngle(k=3) 1-0-2:CosineAngle(k=5))", angles.Describe());
    }

    [Fact]
    public void Faults_are_errors_that_name_what_is_wrong()
    {
        MolecularSystem system = ReferenceConfiguration.System([Vec3.Zero, Vec3.Zero, new(1, 0, 0)], Box.Open);
        Fails<ArgumentException>(new BondForce<HarmonicBond>(new HarmonicBond(1, 1), [new Bond(0, 3)]), "Particle 3", "bond 0", "0 to 2");
        Fails<ArgumentException>(new BondForce<HarmonicBond>(new HarmonicBond(1, 1), [new Bond(0, 2), new Bond(1, 1)]), "bond 1", "itself");
        Fails<ArgumentException>(new AngleForce<CosineAngle>(new CosineAngle(1), [new BondAngle(0, 1, -1)]), "Particle -1", "angle 0");
        Fails<ArgumentException>(new AngleForce<CosineAngle>(new CosineAngle(1), [new BondAngle(0, 1, 0)]), "0-1-0", "different");
        Fails<SimulationException>(new BondForce<DoubleWellBond>(new DoubleWellBond(1, 1, 1), [new Bond(0, 1)]), "bond 0-1", "length 0");
        Fails<SimulationException>(new BondForce<HarmonicBond>(new HarmonicBond(1, 1), [new Bond(0, 1)]), "bond 0-1", "no direction");
        Fails<SimulationException>(new AngleForce<CosineAngle>(new CosineAngle(1), [new BondAngle(0, 1, 2)]), "angle 0-1-2", "length 0");
        Assert.Contains("halfWidth", Assert.Throws<ArgumentException>(() => new DoubleWellBond(1, 1, 0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new FeneBond(0, 1));
        Assert.Throws<ArgumentException>(() => new HarmonicBond(-1, 1));
        Assert.Throws<ArgumentException>(() => new CosineAngle(double.NaN));
        Assert.Throws<ArgumentException>(() => new QuarticBond(1, 1, 1, -1));
        Assert.Throws<ArgumentException>(() => new MorseBond(1, 1, 0));
        ArgumentException bounds = Assert.Throws<ArgumentException>(() => new FlatBottomBond(1, 2, 1.5));
        Assert.Contains("maximumLength is 1.5; expected at least the lower bound, 2", bounds.Message, StringComparison.Ordinal);
        ArgumentException range = Assert.Throws<ArgumentException>(() => new HarmonicAngle(1, 109.5));
        Assert.Contains("angle is 109.5; expected a number from 0 to 3.14159", range.Message, StringComparison.Ordinal);

        void Fails<TException>(IForce force, params string[] parts)
            where TException : Exception
        {
            TException error = Assert.Throws<TException>(() => Configurations.Evaluate(system.AddForce(force)));
            Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        }
    }
}
