using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Forces.Pair;
using Xunit;

namespace MolShell.Compute.Tests.Forces;

/// <summary>Mixed precision agrees with double, and gives way to it where pairs are too close for it.</summary>
public sealed class EnginePrecisionTests
{
    public static TheoryData<string> Potentials => PairPotentialCases.Names;

    [Theory]
    [MemberData(nameof(Potentials))]
    public void Mixed_is_within_1e_5_of_double_for_every_potential(string name)
    {
        PairPotentialCase potential = PairPotentialCases.Find(name);
        Box box = EngineBitsTests.Wide("triclinic", Math.Max(2.2, potential.Cutoff));
        double distance = Closest(potential);
        int count = (int)Math.Min(150, 0.3 * box.Volume / (distance * distance * distance));
        Vec3[] positions = Configurations.Random(count, box, 0, distance, 19);
        MolecularSystem system =
            PairPotentialTests.Charged(ReferenceConfiguration.System(positions, box)).AddForce(potential.Force());
        EnergyReport wide = system.Measure(Precision.Double), mixed = system.Measure(Precision.Mixed);
        double energy = Math.Max(Math.Abs(wide.PotentialEnergy), potential.EnergyScale);
        Assert.True(
            Math.Abs(mixed.PotentialEnergy - wide.PotentialEnergy) <= Engine.MixedTolerance * energy,
            FormattableString.Invariant($"{name}: {mixed.PotentialEnergy:R} mixed, {wide.PotentialEnergy:R} double."));
        for (int i = 0; i < positions.Length; i++)
        {
            double error = (wide.Forces[i] - mixed.Forces[i]).Length() / wide.MaximumForce;
            Assert.True(error <= Engine.MixedTolerance, FormattableString.Invariant($"{name}, force on {i}: {error:g3} of the largest."));
        }

        Assert.NotEqual(wide.Forces, mixed.Forces);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.3)]
    [InlineData(0.1)]
    [InlineData(1e-3)]
    public void A_close_pair_has_the_forces_of_double_precision(double distance)
    {
        MolecularSystem system = WithClosePair(distance);
        EnergyReport wide = system.Measure(Precision.Double), mixed = system.Measure(Precision.Mixed);
        if (distance <= 0.3)
        {
            Engine.AssertSameBits(wide, mixed);
        }
        else
        {
            Assert.True((wide.Forces[0] - mixed.Forces[0]).Length() <= Engine.MixedTolerance * wide.MaximumForce);
        }

        ImageSum expected = ImageSum.Of(system, (_, _) => new Wca(1, 1));
        Assert.Equal(expected.Energy, wide.PotentialEnergy, 1e-9 * expected.Energy);
        Assert.Equal(0, (expected.Forces[0] - wide.Forces[0]).Length() / expected.Forces[0].Length(), 1e-7);
    }

    [Fact]
    public void A_close_pair_changes_no_bit_with_threads_and_registers()
    {
        foreach (double distance in new[] { 0.3, 1e-3 })
        {
            MolecularSystem system = WithClosePair(distance);
            EnergyReport mixed = system.Measure(Precision.Mixed);
            Engine.AssertSameBits(mixed, system.Measure(Precision.Mixed, threads: 2));
            Assert.All(Engine.Widths, width => Engine.AssertSameBits(mixed, system.Measure(Precision.Mixed, width)));
        }
    }

    [Fact]
    public void After_a_close_pair_all_is_as_before()
    {
        MolecularSystem close = WithClosePair(0.1), apart = WithClosePair(0.9);
        EnergyReport expected = apart.Measure(Precision.Mixed);
        using ForceField field = Engine.Field(apart, Precision.Mixed, threads: 2);
        for (int round = 0; round < 3; round++)
        {
            Engine.AssertSameBits(expected, field.Report(apart.Start));
            field.Report(close.Start);
        }
    }

    [Theory]
    [InlineData(Precision.Mixed, 1)]
    [InlineData(Precision.Mixed, 2)]
    [InlineData(Precision.Double, 1)]
    public void Overlapping_particles_are_named(Precision precision, int threads)
    {
        MolecularSystem system = WithClosePair(0);
        SimulationException fault = Assert.Throws<SimulationException>(() => system.Measure(precision, threads: threads));
        Assert.Contains("particles 0 and 40 are at distance", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Precision.Mixed)]
    [InlineData(Precision.Double)]
    public void A_position_that_is_no_number_is_named_and_the_field_is_good_again_afterwards(Precision precision)
    {
        MolecularSystem system = WithClosePair(0.9);
        Vec3[] broken = [.. system.Start.Positions];
        broken[31] = new Vec3(1, double.NaN, 2);
        using ForceField field = Engine.Field(system, precision, threads: 2);
        EnergyReport before = field.Report(system.Start);
        SimulationException fault = Assert.Throws<SimulationException>(() => field.Report(system.Start with { Positions = broken }));
        Assert.Contains("particle 31", fault.Message, StringComparison.Ordinal);
        Engine.AssertSameBits(before, field.Report(system.Start));
    }

    [Fact]
    public void A_small_cluster_in_an_enormous_box_keeps_its_precision()
    {
        Vec3[] positions = Configurations.Random(60, Box.Open, 4, 0.85, 31);
        PairForce<LennardJones> force = new(new LennardJones(1, 0.9, 2.2));
        EnergyReport open = Configurations.Evaluate(ReferenceConfiguration.System(positions, Box.Open).AddForce(force));
        EnergyReport mixed = ReferenceConfiguration.System(positions, Box.Cubic(1e5)).AddForce(force).Measure(Precision.Mixed);
        Assert.Equal(open.PotentialEnergy, mixed.PotentialEnergy, Engine.MixedTolerance * Math.Abs(open.PotentialEnergy));
        double error = open.Forces.Zip(mixed.Forces).Max(pair => (pair.First - pair.Second).Length());
        Assert.True(error <= Engine.MixedTolerance * open.MaximumForce, FormattableString.Invariant($"{error / open.MaximumForce:g3}"));
    }

    // As near as pairs come at a temperature of the scale of their energy.
    private static double Closest(PairPotentialCase potential)
    {
        double r = potential.Cutoff;
        while (r > potential.Nearest && potential.At(r).Energy < potential.EnergyScale)
        {
            r *= 0.99;
        }

        return r;
    }

    // A fluid at rest, and particle 40 near particle 0.
    private static MolecularSystem WithClosePair(double distance)
    {
        Box box = Box.Cubic(6);
        Vec3[] positions = Configurations.Random(80, box, 6, 0.95, 23);
        Vec3 direction = new(2.0 / 3, -1.0 / 3, 2.0 / 3);
        positions[40] = positions[0] + (distance * direction);
        return ReferenceConfiguration.System(positions, box).AddForce(new PairForce<Wca>(new Wca(1, 1)));
    }
}
