using MolShell.Compute.Systems;

namespace MolShell.Tests.Commands.Systems;

public sealed class SystemCommandTests
{
    [Fact]
    public void Double_well_dimers_are_built_as_asked()
    {
        MolecularSystem system = Script.Single<MolecularSystem>("New-DoubleWellSystem -DimerCount 3 -ParticleCount 100 -Density 0.5 -Temperature 0.7");
        Assert.Equal(100, system.ParticleCount);
        Assert.Equal([new Bond(0, 1), new Bond(2, 3), new Bond(4, 5)], system.Topology.Bonds);
        Assert.Equal(200, system.Box.Volume, 1e-9);
        Assert.Equal(0.7, system.Integrator!.Temperature);
    }

    [Fact]
    public void A_chain_has_its_bonds()
    {
        MolecularSystem system = Script.Single<MolecularSystem>("New-DoubleWellSystem -ChainLength 4");
        Assert.Equal([new Bond(0, 1), new Bond(1, 2), new Bond(2, 3)], system.Topology.Bonds);
    }

    [Fact]
    public void Quantities_with_units_become_numbers_of_the_system()
    {
        MolecularSystem system = Script.Single<MolecularSystem>("New-DoubleWellSystem -UnitSystem Gromacs -Temperature '110 K' -TimeStep '5 fs'");
        Assert.Equal(UnitSystem.Gromacs, system.Units);
        Assert.Equal(110, system.Integrator!.Temperature);
        Assert.Equal(0.005, system.Integrator.TimeStep, 1e-15);
    }

    [Theory]
    [InlineData("2", 32)]
    [InlineData("1,2,3", 24)]
    public void Crystals_repeat_along_each_axis(string repeat, int particles) =>
        Assert.Equal(particles, Script.Single<MolecularSystem>($"New-CrystalSystem Fcc {repeat} -Density 1").ParticleCount);

    [Fact]
    public void Toys_take_their_gaussians_from_tables()
    {
        MolecularSystem system = Script.Single<MolecularSystem>("""
            New-ToySystem Gaussians -WallStrength 0 -Gaussian @{ Amplitude = -2; Center = 0.5,0.25; Alpha = 3 }
            """);
        double energy = Script.Single<double>("""
            $s = New-ToySystem Gaussians -WallStrength 0 -Gaussian @{ Amplitude = -2; Center = 0.5,0.25; Alpha = 3 } -Start 0.5,0.75
            ($s | Measure-PotentialEnergy).PotentialEnergy
            """);
        Assert.Equal(2, system.Topology.Dimension);
        Assert.Equal(-2 * Math.Exp(-3 * 0.25), energy, 1e-14);
    }

    [Fact]
    public void Adding_a_force_leaves_the_system_as_it_was()
    {
        IReadOnlyList<int> forces = Script.Run<int>("""
            $plain = New-CrystalSystem Fcc 2 -Density 1
            $lj = $plain | Add-SystemForce -Pair LennardJones
            $both = $lj | Add-SystemForce -Bond Fene -ForceConstant 30 -MaximumLength 1.5 -Particle 0,1
            $plain.Forces.Length, $lj.Forces.Length, $both.Forces.Length, $both.Topology.Bonds.Length
            """);
        Assert.Equal([0, 1, 2, 1], forces);
    }

    [Fact]
    public void A_pair_force_between_types_leaves_other_pairs_alone()
    {
        // In a dimer system the beads 0 and 1 are of another type than the rest.
        IReadOnlyList<double> energies = Script.Run<double>("""
            $s = New-DoubleWellSystem -ParticleCount 64
            $all = ($s | Measure-PotentialEnergy).PotentialEnergy
            $beads = ($s | Add-SystemForce -Pair LennardJones -Type Bead -Cutoff 2 | Measure-PotentialEnergy).PotentialEnergy
            $distance = ($s.Start | Get-CollectiveVariable (New-CollectiveVariable -Distance 0,1)).Value
            ($beads - $all), $distance
            """);
        double s6 = Math.Pow(energies[1], -6);
        double cut6 = Math.Pow(2, -6);
        Assert.Equal((4 * s6 * (s6 - 1)) - (4 * cut6 * (cut6 - 1)), energies[0], 1e-10);
    }

    [Fact]
    public void Forces_of_a_built_system_are_consistent() =>
        Assert.True(Script.Single<bool>("New-DoubleWellSystem -ParticleCount 64 -Density 0.8 | Test-ForceConsistency"));

    [Fact]
    public void Completion_offers_unit_systems()
    {
        MolShell.Infrastructure.UnitSystemCompleter completer = new();
        Assert.Equal(["Reduced", "Real"], completer.CompleteArgument("New-CrystalSystem", "UnitSystem", "re", null!, null!).Select(r => r.CompletionText));
    }
}
