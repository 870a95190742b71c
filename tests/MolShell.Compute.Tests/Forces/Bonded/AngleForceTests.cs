using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Forces.Bonded;

public sealed class AngleForceTests
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(90, 2)]
    [InlineData(180, 0)]
    public void Cosine_angle_vanishes_where_straight(double degrees, double energy)
    {
        double theta = degrees * Math.PI / 180;
        EnergyReport report = Evaluate(new CosineAngle(2), theta);
        Assert.Equal(energy, report.PotentialEnergy, 1e-12);

        // Forces neither push nor turn the whole; f = k sin(theta)/arm across each arm.
        Vec3 torque = Vec3.Cross(new Vec3(2, 0, 0), report.Forces[0]) + Vec3.Cross(End(theta), report.Forces[2]);
        Assert.Equal(0, (report.Forces[0] + report.Forces[1] + report.Forces[2]).Length(), 1e-12);
        Assert.Equal(0, torque.Length(), 1e-12);
        Assert.Equal(2 * Math.Sin(theta) / 2, report.Forces[0].Length(), 1e-12);
        Assert.Equal(0, report.Virial.Trace, 1e-12);
    }

    [Fact]
    public void Harmonic_angles_follow_their_formulas()
    {
        Assert.Equal(0.5 * 3 * 0.04, new HarmonicAngle(3, 1.5).EvaluateAngle(1.3, out double slope), 1e-15);
        Assert.Equal(3 * 0.2 / Math.Sin(1.3), slope, 1e-14);
        Assert.Equal(0.5 * 3 * 0.25, new CosineSquaredAngle(3, Math.PI / 3).EvaluateAngle(Math.PI / 2, out slope), 1e-15);
        Assert.Equal(-1.5, slope, 1e-15);
    }

    [Theory]
    [InlineData(Math.PI)]
    [InlineData(2.0)]
    [InlineData(0.0)]
    public void Harmonic_angle_keeps_its_force_where_nearly_straight_or_folded(double rest)
    {
        for (double bend = 0.1; bend > 1e-7; bend *= 0.1)
        {
            Check(bend);
            Check(Math.PI - bend);
        }

        // The bend is known to the rounding of the angle.
        void Check(double theta)
        {
            EnergyReport report = Evaluate(new HarmonicAngle(3, rest), theta);
            double turn = Math.Abs(theta - rest);
            double bend = Math.Min(theta, Math.PI - theta);
            Assert.Equal(0.5 * 3 * turn * turn, report.PotentialEnergy, 1e-14 + (1e-14 * turn));
            Assert.Equal(3 * turn / 2, report.Forces[0].Length(), (3 * turn * 1e-15 / bend) + 1e-14);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Harmonic_angle_in_a_line_has_an_energy_and_no_force(double direction)
    {
        MolecularSystem system = ReferenceConfiguration.System([new(2, 0, 0), Vec3.Zero, new(direction, 0, 0)], Box.Open)
            .AddForce(new AngleForce<HarmonicAngle>(new HarmonicAngle(3, 2), [new BondAngle(0, 1, 2)]));
        EnergyReport report = Configurations.Evaluate(system);
        double turn = Math.Acos(direction) - 2;
        Assert.Equal(1.5 * turn * turn, report.PotentialEnergy, 1e-14);
        Assert.Equal(0, report.MaximumForce);
    }

    private static Vec3 End(double theta) => new(Math.Cos(theta), Math.Sin(theta), 0);

    private static EnergyReport Evaluate<T>(T potential, double theta)
        where T : struct, IAnglePotential
    {
        MolecularSystem system = ReferenceConfiguration.System([new(2, 0, 0), Vec3.Zero, End(theta)], Box.Open)
            .AddForce(new AngleForce<T>(potential, [new BondAngle(0, 1, 2)]));
        return Configurations.Evaluate(system);
    }
}
