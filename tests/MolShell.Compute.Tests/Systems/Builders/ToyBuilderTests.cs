using System.Text.Json;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using MolShell.Compute.Systems.Builders;
using Xunit;

namespace MolShell.Compute.Tests.Systems.Builders;

public sealed class ToyBuilderTests
{
    private static readonly Vec3 Probe = new(0.3, -0.4, 0);

    [Fact]
    public void Double_well_is_as_defined()
    {
        MolecularSystem toy = new ToyBuilder { Potential = ToyPotential.DoubleWell, Scale = 5 }.Build();
        Assert.Equal(1, toy.Topology.Dimension);
        Assert.Equal(0, Energy(toy, new(1, 0, 0)), 1e-15);
        Assert.Equal(5, Energy(toy, Vec3.Zero), 1e-15);
        Assert.Equal(5 * Math.Pow(0.09 - 1, 2), Energy(toy, new(0.3, 0, 0)), 1e-14);
    }

    [Fact]
    public void Toys_of_openpathsampling_are_as_defined()
    {
        (double x, double y) = (Probe.X, Probe.Y);
        double walls = Math.Pow(x, 6) + Math.Pow(y, 6);
        double two = walls - (0.7 * (Math.Exp((-12 * Math.Pow(x + 0.5, 2)) - (0.5 * y * y)) + Math.Exp((-12 * Math.Pow(x - 0.5, 2)) - (0.5 * y * y))));
        double angle = walls - Gauss(-0.5, 0.5) - Gauss(-0.5, -0.5) - Gauss(0.5, -0.5);
        double triangle = walls - (0.7 * (Gauss(0, 0.4) + Gauss(-0.5, -0.5) + Gauss(0.5, -0.5)));
        Assert.Equal(two, Energy(Toy(ToyPotential.TwoWells), Probe), 1e-14);
        Assert.Equal(angle, Energy(Toy(ToyPotential.ThreeStates), Probe), 1e-14);
        Assert.Equal(triangle, Energy(Toy(ToyPotential.Triangle), Probe), 1e-14);

        double Gauss(double cx, double cy) => Math.Exp(-12 * (Math.Pow(x - cx, 2) + Math.Pow(y - cy, 2)));
    }

    [Fact]
    public void Gaussians_are_summed_with_walls()
    {
        MolecularSystem toy = new ToyBuilder
        {
            Potential = ToyPotential.Gaussians,
            Gaussians = [new(-2, new(0.1, 0.2, 0), new(3, 4, 0)), new(1, Vec3.Zero, new(1, 0, 0))],
            WallStrength = 0.5,
            Scale = 2,
        }.Build();
        (double x, double y) = (Probe.X, Probe.Y);
        double expected = (0.5 * (Math.Pow(x, 6) + Math.Pow(y, 6)))
            - (2 * Math.Exp((-3 * Math.Pow(x - 0.1, 2)) - (4 * Math.Pow(y - 0.2, 2)))) + Math.Exp(-x * x);
        Assert.Equal(2 * expected, Energy(toy, Probe), 1e-14);
        Assert.Equal(2, toy.Topology.Dimension);
        Assert.Equal(new Vec3(0.1, 0.2, 0), toy.Start.Positions[0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Harmonic_well_acts_along_its_dimensions(int dimension)
    {
        MolecularSystem toy = new ToyBuilder { Potential = ToyPotential.Harmonic, Scale = 3, Dimension = dimension }.Build();
        Assert.Equal(dimension, toy.Topology.Dimension);
        Assert.Equal(1.5 * dimension, Energy(toy, new(1, dimension > 1 ? 1 : 0, dimension > 2 ? 1 : 0)), 1e-14);
    }

    [Theory]
    [InlineData(ToyPotential.DoubleWell)]
    [InlineData(ToyPotential.TwoWells)]
    [InlineData(ToyPotential.ThreeStates)]
    [InlineData(ToyPotential.Triangle)]
    [InlineData(ToyPotential.MuellerBrown)]
    [InlineData(ToyPotential.EntropicSwitch)]
    [InlineData(ToyPotential.Harmonic)]
    public void Every_toy_starts_in_a_well_and_stays_near_its_temperature(ToyPotential potential)
    {
        foreach (double scale in new[] { 1.0, 4.0 })
        {
            MolecularSystem toy = new ToyBuilder { Potential = potential, Scale = scale, Mass = 2 }.Build();
            Vec3 start = toy.Start.Positions[0];
            double energy = Energy(toy, start);
            foreach (Vec3 step in new Vec3[] { new(0.2, 0, 0), new(-0.2, 0, 0), new(0, 0.2, 0), new(0, -0.2, 0) })
            {
                if (toy.Topology.Dimension > 1 || step.Y == 0)
                {
                    Assert.True(Energy(toy, start + step) > energy, $"{potential}: the start is not in a well");
                }
            }

            using Simulation simulation = new(toy, new SimulationOptions { Seed = 1 });
            double sum = 0;
            const int samples = 20_000;
            for (int i = 0; i < samples; i++)
            {
                simulation.Advance(20, TestContext.Current.CancellationToken);
                sum += simulation.KineticEnergy!.Value;
            }

            // The mean kinetic energy; the time step of BAOAB lowers it by less than 3 % in all toys. Samples are some tens
            // of steps apart, so half of them count as independent: sigma is 1.4 sqrt(2/(d n)) relative, 4 sigma below 0.06.
            double temperature = 2 * sum / samples / toy.Topology.Dimension;
            Assert.InRange(temperature / toy.Integrator!.Temperature, 0.92, 1.05);
        }
    }

    [Fact]
    public void Three_states_give_the_reference_flux_out_of_A()
    {
        JsonElement reference = ReferenceData.Json("paths/toy2d_bruteforce.json").GetProperty("mistis").GetProperty("sets")[0];
        JsonElement first = reference.GetProperty("interfaces")[0], second = reference.GetProperty("interfaces")[1];
        using Simulation simulation = new(Toy(ToyPotential.ThreeStates), new SimulationOptions { Seed = 12 });

        // Excursions from A, by their largest x, over the time spent with A as the last state; see the README of the data.
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        const int steps = 2_000_000;
        int excursions = 0, far = 0;
        long inA = 0;
        double largest = double.MinValue;
        bool fromA = true, outside = false;
        for (int i = 0; i < steps; i++)
        {
            simulation.Advance(1, cancellation);
            Vec3 r = simulation.Positions[0];
            bool a = r.X < -0.35 && r.Y < -0.35;
            bool other = (r.X >= -0.35 && r.Y < -0.35 && r.X >= 0.35) || (r.X < -0.35 && r.Y >= 0.35);
            fromA = a || (fromA && !other);
            inA += fromA ? 1 : 0;
            if (outside)
            {
                largest = Math.Max(largest, r.X);
            }

            if (outside && (a || other))
            {
                excursions += largest >= first.GetProperty("lambda").GetDouble() ? 1 : 0;
                far += largest >= second.GetProperty("lambda").GetDouble() ? 1 : 0;
                outside = false;
            }
            else if (!outside && fromA && !a)
            {
                outside = true;
                largest = r.X;
            }
        }

        double time = inA * 0.02;
        Sigma.AssertWithin(4, first.GetProperty("eff_pos_flux").GetDouble(), Math.Sqrt(excursions) / time, excursions / time, "flux through x = -0.35");
        Sigma.AssertWithin(4, second.GetProperty("eff_pos_flux").GetDouble(), Math.Sqrt(far) / time, far / time, "flux through x = -0.30");
    }

    [Fact]
    public void Options_override_the_defaults()
    {
        MolecularSystem toy = new ToyBuilder
        {
            Potential = ToyPotential.DoubleWell,
            Temperature = 0.3,
            Friction = 7,
            TimeStep = 0.001,
            Integrator = IntegratorKind.Overdamped,
            Start = new Vec3(0.5, 0, 0),
        }.Build();
        Assert.Equal(
            new IntegratorSettings { Kind = IntegratorKind.Overdamped, Temperature = 0.3, Friction = 7, TimeStep = 0.001 }, toy.Integrator);
        Assert.Equal(0.5, toy.Start.Positions[0].X);
    }

    [Fact]
    public void Senseless_options_are_refused()
    {
        ToyBuilder valid = new() { Potential = ToyPotential.DoubleWell };
        AssertRefused(valid with { Scale = 0 }, "Scale is 0");
        AssertRefused(valid with { Mass = -1 }, "Mass is -1");
        AssertRefused(valid with { Dimension = 2 }, "not for DoubleWell");
        AssertRefused(valid with { Start = new Vec3(0, 1, 0) }, "further components are 0");
        AssertRefused(valid with { Start = new Vec3(double.NaN, 0, 0) }, "finite");
        AssertRefused(valid with { Temperature = -1 }, "-1");
        AssertRefused(valid with { TimeStep = 0 }, "0");
        AssertRefused(valid with { Potential = ToyPotential.Harmonic, Dimension = 4 }, "Dimension is 4");
        AssertRefused(valid with { Potential = ToyPotential.Gaussians }, "at least one Gaussian");
        AssertRefused(valid with { Gaussians = [new(1, Vec3.Zero, new(1, 1, 0))] }, "not for DoubleWell");
        AssertRefused(
            valid with { Potential = ToyPotential.Gaussians, Gaussians = [new(1, Vec3.Zero, new(1, 1, 0))], Dimension = 1 }, "2 coordinates");
    }

    private static void AssertRefused(ToyBuilder builder, string part)
    {
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(builder.Build);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    private static MolecularSystem Toy(ToyPotential potential) => new ToyBuilder { Potential = potential }.Build();

    private static double Energy(MolecularSystem system, Vec3 r)
    {
        using ForceField field = new(system);
        return field.Evaluate([r], system.Box, new Vec3[1]);
    }
}
