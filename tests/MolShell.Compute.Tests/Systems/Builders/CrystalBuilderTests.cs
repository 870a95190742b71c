using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using MolShell.Compute.Systems.Builders;
using Xunit;

namespace MolShell.Compute.Tests.Systems.Builders;

public sealed class CrystalBuilderTests
{
    // Coordination number and distance of the first two shells in units of a.
    [Theory]
    [InlineData(LatticeKind.SimpleCubic, 1, 6, 1.0, 12, 1.4142135623730951)]
    [InlineData(LatticeKind.Bcc, 2, 8, 0.8660254037844386, 6, 1.0)]
    [InlineData(LatticeKind.Fcc, 4, 12, 0.7071067811865476, 6, 1.0)]
    [InlineData(LatticeKind.Hcp, 4, 12, 1.0, 6, 1.4142135623730951)]
    [InlineData(LatticeKind.Diamond, 8, 4, 0.4330127018922193, 12, 0.7071067811865476)]
    public void Every_particle_has_the_shells_of_its_lattice(LatticeKind lattice, int perCell, int first, double r1, int second, double r2)
    {
        const double a = 1.7;
        MolecularSystem crystal = new CrystalBuilder { Lattice = lattice, LatticeConstant = a, Repeat = (4, 3, 3) }.Build();
        Vec3[] r = crystal.Start.Positions;
        Assert.Equal(36 * perCell, r.Length);
        for (int i = 0; i < r.Length; i++)
        {
            double[] distances = [.. Enumerable.Range(0, r.Length).Where(j => j != i)
                .Select(j => crystal.Box.MinimumImage(r[j] - r[i]).Length() / a).Order().Take(first + second)];
            Assert.All(distances[..first], d => Assert.Equal(r1, d, 1e-12));
            Assert.All(distances[first..], d => Assert.Equal(r2, d, 1e-12));
        }
    }

    [Theory]
    [InlineData(LatticeKind.SimpleCubic)]
    [InlineData(LatticeKind.Bcc)]
    [InlineData(LatticeKind.Fcc)]
    [InlineData(LatticeKind.Hcp)]
    [InlineData(LatticeKind.Diamond)]
    public void Density_is_as_asked(LatticeKind lattice)
    {
        MolecularSystem crystal = new CrystalBuilder { Lattice = lattice, Density = 0.96, Repeat = (2, 3, 4) }.Build();
        Assert.Equal(0.96, crystal.ParticleCount / crystal.Box.Volume, 1e-12);
    }

    [Fact]
    public void Noise_is_seeded_and_has_its_standard_deviation()
    {
        CrystalBuilder ideal = new() { Lattice = LatticeKind.Fcc, LatticeConstant = 2, Repeat = (10, 10, 10) };
        CrystalBuilder noisy = ideal with { Noise = 0.05, Seed = 4 };
        Vec3[] sites = ideal.Build().Start.Positions, a = noisy.Build().Start.Positions;
        Assert.Equal(a, noisy.Build().Start.Positions);
        Assert.NotEqual(a, (noisy with { Seed = 5 }).Build().Start.Positions);
        Sigma.AssertNormalMoments([.. a.Zip(sites, (r, site) => (r - site).X / 0.05)]);
    }

    [Theory]
    [InlineData("gromacs", 39.95)]
    [InlineData("real", 39.95)]
    [InlineData("atomic", 72824.7)]
    [InlineData("reduced", 1)]
    public void Mass_is_that_of_the_element(string units, double expected)
    {
        MolecularSystem crystal = new CrystalBuilder
        {
            Lattice = LatticeKind.Fcc,
            LatticeConstant = 0.5256,
            Element = "Ar",
            Units = UnitSystem.Parse(units),
        }.Build();
        Assert.All(crystal.Topology.Masses, mass => Assert.Equal(expected, mass, 1e-5 * expected));
        Assert.Equal("Ar", crystal.Topology.TypeNames[crystal.Topology.Types[3]]);
    }

    [Fact]
    public void Refuses_what_makes_no_crystal()
    {
        CrystalBuilder valid = new() { Lattice = LatticeKind.Fcc, LatticeConstant = 1 };
        AssertRefused(valid with { LatticeConstant = -1 }, "LatticeConstant is -1");
        AssertRefused(valid with { LatticeConstant = null }, "either LatticeConstant or Density");
        AssertRefused(valid with { Density = 1 }, "either LatticeConstant or Density");
        AssertRefused(valid with { LatticeConstant = null, Density = double.NaN }, "Density is NaN");
        AssertRefused(valid with { Repeat = (1, 0, 1) }, "repeat");
        AssertRefused(valid with { Repeat = (100000, 100000, 100000) }, "repeat");
        AssertRefused(valid with { Noise = -0.1 }, "Noise is -0.1");
        AssertRefused(valid with { Mass = 0 }, "Mass is 0");
        AssertRefused(valid with { Element = "Unobtainium", Units = UnitSystem.Metal }, "'Unobtainium'");
    }

    private static void AssertRefused(CrystalBuilder builder, string part)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(builder.Build);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }
}
