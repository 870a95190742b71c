using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Forces;

public sealed class ExternalForceTests
{
    [Fact]
    public void Double_well_has_its_wells_and_barrier()
    {
        DoubleWell well = new(1.5, 2);
        foreach ((double x, double energy) in new[] { (-2.0, 0.0), (0, 1.5), (2, 0) })
        {
            Assert.Equal(energy, well.Evaluate(new Vec3(x, 9, 9), out Vec3 force), 1e-14);
            Assert.Equal(Vec3.Zero, force * 0);
            Assert.Equal(0, force.Length(), 1e-14);
        }

        // x = 1: V' = 4 h (x/a)((x/a)^2 - 1)/a = -2.25.
        well.Evaluate(new Vec3(1, 0, 0), out Vec3 slope);
        Assert.Equal(1.125, slope.X, 1e-14);
    }

    [Theory]
    [InlineData(-0.558224, 1.441726, -146.69952)]
    [InlineData(0.623499, 0.028038, -108.16672)]
    [InlineData(-0.050011, 0.466694, -80.76782)]
    [InlineData(-0.822002, 0.624313, -40.66484)]
    [InlineData(0.212487, 0.292988, -72.24894)]
    public void Mueller_Brown_has_its_published_stationary_points(double x, double y, double energy)
    {
        Assert.Equal(energy, new MuellerBrown(1).Evaluate(new Vec3(x, y, 0), out Vec3 force), 1e-4);
        Assert.True(force.Length() < 5e-3, $"Force {force} at a stationary point.");
        Assert.Equal(energy * 0.1, new MuellerBrown(0.1).Evaluate(new Vec3(x, y, 0), out _), 1e-5);
    }

    [Fact]
    public void Entropic_switch_is_even_in_x_with_two_deep_wells_and_a_shallow_one()
    {
        EntropicSwitch potential = new(1);
        Vec3 place = new(0.37, 0.61, 0);
        Assert.Equal(potential.Evaluate(place, out _), potential.Evaluate(new Vec3(-0.37, 0.61, 0), out _), 1e-14);
        double deep = Minimum(potential, new Vec3(1, 0, 0)), shallow = Minimum(potential, new Vec3(0, 1.5, 0));
        Assert.InRange(deep, -4, -3);
        Assert.InRange(shallow, -2.3, -2);

        // Straight evaluation of the published formula at the origin.
        double expected = (3 * Math.Exp(-1.0 / 9)) - (3 * Math.Exp(-25.0 / 9)) - (10 * Math.Exp(-1)) + (0.2 / 81);
        Assert.Equal(expected, potential.Evaluate(Vec3.Zero, out _), 1e-14);
    }

    [Fact]
    public void Walls_wells_and_sums_follow_their_formulas()
    {
        Vec3 r = new(0.5, -0.25, 2);
        Assert.Equal((2 * Math.Pow(0.4, 6)) + (3 * Math.Pow(0.25, 6)), new SexticWall(new Vec3(2, 3, 0), new Vec3(0.1, 0, 0))
            .Evaluate(r, out _), 1e-14);
        Assert.Equal(0.5 * ((4 * 0.25) + (4 * 0.0625)), new HarmonicWell(4, 2).Evaluate(r, out Vec3 force), 1e-14);
        Assert.Equal(new Vec3(-2, 1, 0), force);
        GaussianSum sum =
            new(new GaussianTerm(-0.7, new Vec3(0.5, 0, 0), new Vec3(12, 0.5, 0)), new GaussianTerm(1, Vec3.Zero, new Vec3(1, 0, 0)));
        double expected = (-0.7 * Math.Exp(-0.5 / 16)) + Math.Exp(-0.25);
        Assert.Equal(expected, sum.Evaluate(r, out _), 1e-14);
        ExternalSum<GaussianSum, DoubleWell> both = new(sum, new DoubleWell(1));
        Assert.Equal(expected + (0.75 * 0.75), both.Evaluate(r, out _), 1e-14);
        Assert.Equal((1, 2, 2, 3),
            (new HarmonicWell(1, 1).Dimension, sum.Dimension, both.Dimension, new SexticWall(new Vec3(0, 0, 1)).Dimension));
    }

    [Fact]
    public void Acts_on_every_particle_and_gives_no_pressure_without_a_box()
    {
        MolecularSystem system = ReferenceConfiguration.System([new(1, 0, 0), new(0, 2, 0), new(0, 0, 3)], Box.Open)
            .AddForce(new ExternalForce<HarmonicWell>(new HarmonicWell(2, 3)));
        EnergyReport report = Configurations.Evaluate(system);
        Assert.Equal(14, report.PotentialEnergy, 1e-12);
        Assert.Equal(new Vec3(0, -4, 0), report.Forces[1]);
        Assert.Equal((6.0, 2), (report.MaximumForce, report.MaximumForceParticle));
        Assert.Null(report.Pressure);
        Assert.Null(report.VirialPressure);
    }

    [Fact]
    public void Faults_are_errors_that_name_what_is_wrong()
    {
        MolecularSystem line = new() { Name = "line", Start = Systems.TestSystems.Frame(Box.Open, 1, Vec3.Zero) };
        ArgumentException error =
            Assert.Throws<ArgumentException>(() => Configurations.Evaluate(line.AddForce(new ExternalForce<MuellerBrown>(new(1)))));
        Assert.Contains("MuellerBrown depends on 2 coordinates", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new GaussianSum([]));
        Assert.Throws<ArgumentException>(() => new GaussianSum(new GaussianTerm(double.NaN, Vec3.Zero, Vec3.Zero)));
        Assert.Throws<ArgumentException>(() => new DoubleWell(1, 0));
        Assert.Throws<ArgumentException>(() => new HarmonicWell(-1, 1));
        Assert.Throws<ArgumentException>(() => new SexticWall(new Vec3(0, -1, 0)));
        Assert.Throws<ArgumentException>(() => new EntropicSwitch(0));
        MolecularSystem far = ReferenceConfiguration.System([Vec3.Zero, new(1e80, 0, 0)], Box.Open)
            .AddForce(new ExternalForce<DoubleWell>(new DoubleWell(1)));
        SimulationException fault = Assert.Throws<SimulationException>(() => Configurations.Evaluate(far));
        Assert.Contains("particle 1", fault.Message, StringComparison.Ordinal);
        Assert.Contains("DoubleWell", fault.Message, StringComparison.Ordinal);
    }

    private static double Minimum<T>(T potential, Vec3 r)
        where T : struct, IExternalPotential
    {
        for (int step = 0; step < 2000; step++)
        {
            potential.Evaluate(r, out Vec3 force);
            r += force * 0.01;
        }

        return potential.Evaluate(r, out _);
    }
}
