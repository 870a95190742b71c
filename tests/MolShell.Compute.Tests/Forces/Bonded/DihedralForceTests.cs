using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;
using Xunit;

namespace MolShell.Compute.Tests.Forces.Bonded;

public sealed class DihedralForceTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(90)]
    [InlineData(-120)]
    [InlineData(180)]
    public void Angle_has_the_sign_of_iupac(double degrees)
    {
        double phi = degrees * Math.PI / 180;
        Vec3[] positions = [new(1, 0, 0), Vec3.Zero, new(0, 0, 1), new(Math.Cos(phi), Math.Sin(phi), 1.5)];
        double expected = 2 * (1 + Math.Cos((3 * phi) - 0.7));
        MolecularSystem system = ReferenceConfiguration.System(positions, Box.Open);
        EnergyReport report = Configurations.Evaluate(
            system.AddForce(new DihedralForce<PeriodicDihedral>(new(2, 3, 0.7), [new BondDihedral(0, 1, 2, 3)])));
        Assert.Equal(expected, report.PotentialEnergy, 1e-14);

        // Turning the last particle about the axis changes phi alone: its force is across the arm, -U' over its length.
        Vec3 across = new(-Math.Sin(phi), Math.Cos(phi), 0);
        Assert.Equal(0, (report.Forces[3] - (across * (6 * Math.Sin((3 * phi) - 0.7)))).Length(), 1e-13);
        Assert.Equal(0, Math.IEEERemainder(new Dihedral(0, 1, 2, 3).Evaluate(system.Start) - phi, 2 * Math.PI), 1e-14);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Periodic_dihedral_follows_its_formula(int multiplicity)
    {
        PeriodicDihedral potential = new(-1.3, multiplicity, 0.6);
        for (double phi = -3; phi < 3.1; phi += 0.31)
        {
            Assert.Equal(-1.3 * (1 + Math.Cos((multiplicity * phi) - 0.6)), potential.EvaluateDihedral(phi, out double slope), 1e-14);
            Assert.Equal(1.3 * multiplicity * Math.Sin((multiplicity * phi) - 0.6), slope, 4e-14);
        }
    }

    [Fact]
    public void Ryckaert_Bellemans_is_zero_for_trans_butane_and_has_its_published_barriers()
    {
        // C_n of butane in kJ/mol; trans is the zero, cis is all terms with alternating signs.
        double[] c = [9.2789, 12.1557, -13.1202, -3.0597, 26.2403, -31.4950];
        RyckaertBellemans butane = new(c);
        Assert.Equal(c.Sum(), butane.EvaluateDihedral(Math.PI, out double slope), 1e-13);
        Assert.Equal(0, slope, 1e-13);
        Assert.Equal(c[0] - c[1] + c[2] - c[3] + c[4] - c[5], butane.EvaluateDihedral(0, out _), 1e-13);
        Assert.Equal(c[0], butane.EvaluateDihedral(Math.PI / 2, out _), 1e-13);
    }

    [Fact]
    public void Opls_form_is_the_same_in_another_writing()
    {
        const double v1 = 1.3, v2 = -0.05, v3 = 0.2, v4 = -0.6;
        RyckaertBellemans potential = RyckaertBellemans.FromOpls(v1, v2, v3, v4);
        for (double phi = -3; phi < 3.1; phi += 0.31)
        {
            double expected = 0.5 * ((v1 * (1 + Math.Cos(phi))) + (v2 * (1 - Math.Cos(2 * phi)))
                + (v3 * (1 + Math.Cos(3 * phi))) + (v4 * (1 - Math.Cos(4 * phi))));
            Assert.Equal(expected, potential.EvaluateDihedral(phi, out _), 1e-15);
        }
    }

    [Theory]
    [InlineData(0.3, 0.5, 0.2)]
    [InlineData(0.0, -0.2, -0.2)]
    [InlineData(3.0, -3.1, (2 * Math.PI) - 6.1)]
    public void Harmonic_dihedral_goes_the_short_way_round(double rest, double phi, double turn)
    {
        Assert.Equal(2 * turn * turn, new HarmonicDihedral(4, rest).EvaluateDihedral(phi, out double slope), 1e-13);
        Assert.Equal(4 * turn, slope, 1e-13);
    }

    [Fact]
    public void Flat_and_trans_dihedrals_have_no_singularity()
    {
        // Where sin(phi) = 0, formulas that divide by it fail.
        foreach (double end in new[] { -1.0, 1 })
        {
            MolecularSystem system = ReferenceConfiguration.System([new(1, 0, 0), Vec3.Zero, new(0, 0, 1), new(end, 0, 1)], Box.Open)
                .AddForce(new DihedralForce<PeriodicDihedral>(new(2, 1, Math.PI / 2), [new BondDihedral(0, 1, 2, 3)]));
            EnergyReport report = Configurations.Evaluate(system);
            Assert.Equal(2, report.PotentialEnergy, 1e-14);
            Assert.Equal(2, report.Forces[3].Length(), 1e-14);
        }
    }

    [Fact]
    public void Faults_name_the_dihedral_and_what_was_expected()
    {
        Vec3[] line = [new(0, 0, 0), new(1, 0, 0), new(2, 0, 0), new(2, 1, 0), new(3, 1, 0)];
        MolecularSystem system = ReferenceConfiguration.System(line, Box.Open);
        Fails<SimulationException>(new(0, 1, 2, 3), "RyckaertBellemans", "dihedral 0-1-2-3", "0-1-2 lie in a line");
        Fails<SimulationException>(new(3, 2, 1, 0), "dihedral 3-2-1-0", "2-1-0 lie in a line");
        Fails<ArgumentException>(new(0, 1, 2, 5), "Particle 5", "dihedral 0", "0 to 4");
        Fails<ArgumentException>(new(4, 3, 2, 4), "4-3-2-4", "four different");
        Contains(Assert.Throws<ArgumentException>(() => new PeriodicDihedral(1, 7, 0)), "multiplicity is 7", "from 1 to 6");
        Contains(Assert.Throws<ArgumentException>(() => new RyckaertBellemans(1, 2, 3, 4, 5, 6, 7)), "7 coefficients", "one to six");
        Contains(Assert.Throws<ArgumentException>(() => new RyckaertBellemans(1, double.NaN)), "C1", "NaN");
        Contains(Assert.Throws<ArgumentException>(() => new HarmonicDihedral(-1)), "forceConstant is -1");

        void Fails<TException>(BondDihedral dihedral, params string[] parts)
            where TException : Exception =>
            Contains(Assert.Throws<TException>(() => Configurations.Evaluate(system.AddForce(
                new DihedralForce<RyckaertBellemans>(new RyckaertBellemans(1, 2, 3), [dihedral])))), parts);

        static void Contains(Exception error, params string[] parts) =>
            Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_dihedral_may_have_its_own_parameters_and_several_terms()
    {
        Vec3[] positions = [new(1, 0, 0), Vec3.Zero, new(0, 0, 1), new(0, 1, 1)];
        BondDihedral dihedral = new(0, 1, 2, 3);
        DihedralForce<PeriodicDihedral> force = new([(dihedral, new(2, 1, 0)), (dihedral, new(3, 2, 0))]) { Name = "Proper" };
        MolecularSystem system = ReferenceConfiguration.System(positions, Box.Open).AddForce(force);
        Assert.Equal(2 + 0, Configurations.Evaluate(system).PotentialEnergy, 1e-14);
        Assert.Equal(
            "Dihedral(minimum image True; 0-1-2-3:PeriodicDihedral(k=2, n=1, delta=0) 0-1-2-3:PeriodicDihedral(k=3, n=2, delta=0))",
            force.Describe());
    }
}
